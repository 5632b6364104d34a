// Tries the judge itself: Microsoft's own client, driven as a bot, must satisfy it through every operation, and each of many bad requests must not.
//   node trial.mjs
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { Channel } from "./fake.mjs";

const { ConnectorClient } = createRequire(import.meta.url)("botframework-connector");
const nasty = "a:1x/..|%;=@+ ü";
const channel = await new Channel({ service: "http://127.0.0.1:9" }).open();
const told = channel.complete({
  type: "message", id: "in/1 ü", text: "hello", from: { id: "29:anna/+ü", name: "Anna" }, conversation: { id: nasty, isGroup: false, conversationType: "personal" },
});
channel.serviceUrl.room(nasty).learn(told);
const token = await bearer();

const reply = {
  type: "message", from: told.recipient, recipient: told.from, conversation: told.conversation, replyToId: told.id, channelId: told.channelId,
  serviceUrl: told.serviceUrl, text: "收到 12 吨", textFormat: "plain", locale: "zh-CN",
};

await officialClient();
await badRequests();
console.log("ok");
process.exit(0);

async function bearer() {
  const { appId, appPassword } = channel.settings;
  const form = { grant_type: "client_credentials", client_id: appId, client_secret: appPassword, scope: "https://api.botframework.com/.default" };
  const answer = await fetch(channel.serviceSettings["BotFramework:TokenUrl"], { method: "POST", body: new URLSearchParams(form) });
  return (await answer.json()).access_token;
}

async function officialClient() {
  const credentials = { signRequest: async (request) => (request.headers.set("authorization", `Bearer ${token}`), request) };
  const { conversations } = new ConnectorClient(credentials, { baseUri: told.serviceUrl, endpoint: told.serviceUrl });
  const card = { contentType: "application/vnd.microsoft.card.hero", content: { title: "t" } };
  const { id } = await conversations.replyToActivity(nasty, told.id, { ...reply, attachments: [card] });
  await conversations.sendToConversation(nasty, { ...reply, replyToId: undefined });
  await conversations.updateActivity(nasty, id, { ...reply, text: "改了" });
  assert.equal(channel.serviceUrl.room(nasty).posted.get(id).text, "改了");
  assert.deepEqual(await conversations.getConversationMember(nasty, told.from.id).then((m) => m.id), told.from.id);
  assert.equal((await conversations.getConversationPagedMembers(nasty)).members.length, 1);
  await conversations.deleteActivity(nasty, id);
  await conversations.createConversation({ isGroup: false, bot: told.recipient, members: [told.from], tenantId: "t" });
  assert.deepEqual(channel.judge.complaints, [], "the official client satisfies the judge");
}

async function badRequests() {
  const bad = {
    "an id of its own": { body: { ...reply, id: "mine" } },
    "a null": { body: { ...reply, summary: null } },
    "text as a number": { body: { ...reply, text: 5 } },
    "an attachment without a type": { body: { ...reply, attachments: [{ content: {} }] } },
    "an attachment with content and address": { body: { ...reply, attachments: [{ contentType: "a/b", content: {}, contentUrl: "https://x/y" }] } },
    "a file for Teams": { body: { ...reply, attachments: [{ contentType: "text/vcard", contentUrl: "https://x/y.vcf" }] } },
    "half an address": { body: { ...reply, attachments: [{ contentType: "a/b", contentUrl: "/files/1" }] } },
    "a card as a string": { body: { ...reply, attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: "{}" }] } },
    "Action.Submit to Teams": { body: withCard({ type: "Action.Submit", title: "a", data: {} }) },
    "Action.Execute without a way back": { body: withCard({ type: "Action.Execute", title: "a" }) },
    "an empty list": { body: { ...reply, attachments: [] } },
    "an unknown member": { body: { ...reply, mood: "good" } },
    "sender and receiver as they came": { body: { ...reply, from: told.from, recipient: told.recipient } },
    "another conversation": { body: { ...reply, conversation: { id: "b" } } },
    "another service": { body: { ...reply, serviceUrl: "https://elsewhere.example.org/" } },
    "another channel": { body: { ...reply, channelId: "webchat" } },
    "no replyToId": { body: { ...reply, replyToId: undefined } },
    "a replyToId nobody knows": { body: { ...reply, replyToId: "7" }, target: "7" },
    "text without its format": { body: { ...reply, textFormat: undefined } },
    "an unknown type": { body: { ...reply, type: "wave" } },
    "nothing said": { body: { ...reply, text: "" } },
    "a mention that is not in the text": { body: { ...reply, entities: [{ type: "mention", text: "<at>Bo</at>", mentioned: { id: told.from.id, name: "Bo" } }] } },
    "a button without a value": { body: { ...reply, suggestedActions: { actions: [{ type: "imBack", title: "a" }] } } },
    "too long for Teams": { body: { ...reply, text: "长".repeat(41_000) } },
    "no charset": { body: reply, headers: { "content-type": "application/json" } },
    "no JSON wanted": { body: reply, headers: { accept: "text/html" } },
    "no bearer": { body: reply, headers: { authorization: "" } },
    "a bearer of another": { body: reply, headers: { authorization: "Bearer abc" } },
    "an address that is not encoded": { body: reply, path: `conversations/a:1/activities/1` },
    "no operation": { body: reply, path: `conversation/a/activities` },
  };
  for (const [name, request] of Object.entries(bad)) {
    const before = channel.judge.complaints.length;
    await send(request);
    assert.ok(channel.judge.complaints.length > before, `the judge must complain of ${name}`);
  }
}

function withCard(action) {
  const content = { type: "AdaptiveCard", version: "1.4", body: [], actions: [action] };
  return { ...reply, attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content }] };
}

async function send({ body, target = told.id, headers = {}, path }) {
  const where = path ?? `conversations/${encodeURIComponent(nasty)}/activities/${encodeURIComponent(target)}`;
  const usual = { "content-type": "application/json; charset=utf-8", accept: "application/json", "user-agent": "trial", authorization: `Bearer ${token}` };
  await fetch(`${told.serviceUrl}v3/${where}`, { method: "POST", headers: { ...usual, ...headers }, body: JSON.stringify(body) });
}
