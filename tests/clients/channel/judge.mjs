// Judges everything the bot sends. Members and types by the official packages: botframework-schema's runtime check, and the serialiser and mappers with
// which botframework-connector itself writes an activity. Both leave much open (no addresses, no meaning), so the rest is asserted here by hand.
import { createRequire } from "node:module";
import { createSerializer } from "@azure/core-client";

const require = createRequire(import.meta.url);
const schema = require("botframework-schema");
const Mappers = require("botframework-connector/lib/connectorApi/models/mappers.js");
const serializer = createSerializer(Mappers, false);

const adaptive = "application/vnd.microsoft.card.adaptive";
const free = ["value", "channelData", "content"]; // nulls in them are data, as in members that only the channel knows, here called x-…
const mostTeamsBytes = 80 * 1024; // counted as UTF-16
const mostCharacters = 256 * 1024;

export class Judge {
  complaints = [];

  holds(isSo, what) {
    if (!isSo) this.complaints.push(what);
    return isSo;
  }

  /** Every request to the service URL. `text` is the body as it came. */
  request(request, text) {
    const what = `${request.method} ${request.url}`;
    this.holds(Boolean(request.headers["user-agent"]), `${what}: a User-Agent is sent`);
    this.holds(/^Bearer \S+$/.test(request.headers.authorization ?? ""), `${what}: one bearer is sent`);
    this.holds(!request.url.includes("?") || request.method === "GET", `${what}: no query`);
    if (request.method === "POST" || request.method === "PUT") {
      const type = (request.headers["content-type"] ?? "").toLowerCase().replaceAll(" ", "").replaceAll('"', "");
      this.holds(type === "application/json;charset=utf-8", `${what}: Content-Type is ${type}`);
      this.holds(/application\/json|\*\/\*/.test(request.headers.accept ?? "*/*"), `${what}: JSON is accepted`);
      this.holds(!text.includes("\ufffd"), `${what}: the body is UTF-8`);
    } else {
      this.holds(text.length === 0, `${what}: no body`);
    }
  }

  /** An address's segment: everything but unreserved characters is percent-encoded, and so it decodes to what we gave. */
  segment(raw, what) {
    this.holds(/^(?:[A-Za-z0-9\-._~!'()*]|%[0-9A-F]{2})+$/.test(raw), `${what}: ${raw} is percent-encoded`);
    try {
      return decodeURIComponent(raw);
    } catch {
      this.holds(false, `${what}: ${raw} decodes`);
      return raw;
    }
  }

  /** A new activity, or one that replaces an earlier. `room` is what the channel knows of the conversation. */
  activity(activity, { room, replyTo, updates, text }) {
    const holds = (isSo, what) => this.holds(isSo, `${room.channelId} ${activity.type}: ${what}`);
    official(activity, holds);
    noNulls(activity, "", holds);
    addresses(activity, { room, replyTo, updates }, holds);
    content(activity, room, holds);
    if (activity.type === "commandResult") result(activity, holds);
    const isTeams = room.channelId === "msteams";
    holds(isTeams ? 2 * text.length <= mostTeamsBytes : text.length <= mostCharacters, `too long: ${text.length} characters`);
  }
}

function official(activity, holds) {
  const attempt = (what, check) => {
    try {
      return check();
    } catch (problem) {
      holds(false, `${what}: ${problem.message}`);
    }
  };
  attempt("botframework-schema", () => schema.assertActivity(asReceived(activity)));
  const kept = attempt("botframework-connector", () => serializer.serialize(Mappers.Activity, activity, "activity"));
  const lost = kept ? Object.keys(activity).filter((name) => !(name in kept)) : [];
  holds(lost.length === 0, `the official client knows no ${lost}`);
  holds(Object.values(schema.ActivityTypes).includes(activity.type), `the type is known`);
}

// The schema demands of every activity what only its receiver adds, and Dates in place of text.
function asReceived(activity) {
  const account = (a) => a && { name: "", ...a };
  const wide = {
    localTimezone: "", callerId: "", label: "", valueType: "", text: "",
    ...activity,
    from: account(activity.from),
    recipient: account(activity.recipient) ?? { id: "", name: "" }, // what is said to a group has none
    conversation: activity.conversation && { isGroup: false, conversationType: "", name: "", ...activity.conversation },
  };
  if (activity.suggestedActions) wide.suggestedActions = { to: [], ...activity.suggestedActions };
  for (const name of ["timestamp", "localTimestamp"]) if (activity[name] !== undefined) wide[name] = new Date(activity[name]);
  return wide;
}

function noNulls(value, path, holds) {
  if (value === null) return holds(false, `null at ${path}`);
  if (typeof value !== "object") return;
  if (Array.isArray(value)) holds(value.length > 0, `an empty list at ${path}`);
  for (const [name, inner] of Object.entries(value)) if (!free.includes(name) && !name.startsWith("x-")) noNulls(inner, `${path}/${name}`, holds);
}

function addresses(activity, { room, replyTo, updates }, holds) {
  holds(activity.id === undefined || activity.id === updates, `the bot gives no id (${activity.id})`);
  holds(activity.channelId === room.told.channelId, `channelId ${activity.channelId} is ${room.told.channelId}`);
  holds(activity.serviceUrl === room.serviceUrl, `serviceUrl ${activity.serviceUrl} is ${room.serviceUrl}`);
  holds(activity.conversation?.id === room.id, `conversation ${activity.conversation?.id} is ${room.id}`);
  holds(activity.from?.id === room.bot.id, `from ${activity.from?.id} is the bot`);
  holds(!("callerId" in activity), "callerId is the receiver's");
  if (updates === undefined) holds(activity.replyToId === replyTo, `replyToId ${activity.replyToId} is the address's ${replyTo}`);
  const asked = room.inbound.get(activity.replyToId);
  if (activity.replyToId !== undefined) holds(asked !== undefined, `replyToId ${activity.replyToId} is known`);
  const partner = activity.recipient?.id;
  if (asked) holds(partner === asked.from.id, `recipient ${partner} is who asked, ${asked.from.id}`);
  else if (partner !== undefined) holds(room.users.has(partner), `recipient ${partner} is known`);
}

function content(activity, room, holds) {
  if (activity.type !== "message") return;
  holds(Boolean(activity.text) || activity.attachments?.length > 0, "a message says something");
  holds(activity.text === undefined || ["plain", "markdown", "xml"].includes(activity.textFormat), `textFormat is ${activity.textFormat}`);
  holds(activity.inputHint === undefined || Object.values(schema.InputHints).includes(activity.inputHint), `inputHint is ${activity.inputHint}`);
  holds(activity.locale === undefined || Intl.getCanonicalLocales(activity.locale).length === 1, `locale is ${activity.locale}`);
  activity.attachments?.forEach((attachment) => attached(attachment, room, holds));
  activity.entities?.forEach((entity) => mentioned(entity, activity.text, room, holds));
  const suggested = activity.suggestedActions?.actions ?? [];
  holds(!activity.suggestedActions || suggested.length > 0, "suggested actions are not empty");
  holds(suggested.length === 0 || room.channelId !== "msteams" || !room.isGroup, "Teams shows suggested actions in personal chats only");
  for (const action of suggested) {
    holds(Object.values(schema.ActionTypes).includes(action.type), `a button's type is ${action.type}`);
    holds(Boolean(action.title) && action.value !== undefined, "a button has a title and a value");
  }
}

// What the specification demands of a refused command.
function result({ name, value, replyToId }, holds) {
  holds(Boolean(name) && replyToId !== undefined, "a command's result names the command and answers it");
  holds(typeof value?.commandId === "string" && Boolean(value.error?.code && value.error.message), "it says which command failed and why");
}

function attached(attachment, room, holds) {
  const { contentType, contentUrl } = attachment;
  holds(("content" in attachment) !== ("contentUrl" in attachment), `${contentType}: content or contentUrl`);
  if (contentUrl !== undefined) holds(/^https?:\/\/[^/]+\//.test(contentUrl), `${contentUrl} is a whole address`);
  holds(contentUrl === undefined || room.channelId !== "msteams" || contentType.startsWith("image/"), `Teams shows no file of type ${contentType}`);
  if (contentType === adaptive) card(attachment.content, room, holds);
}

function card(content, room, holds) {
  holds(content?.type === "AdaptiveCard" && /^1\.[0-5]$/.test(content.version) && Array.isArray(content.body), "an Adaptive Card up to 1.5, as an object");
  const actions = actionsIn(content);
  for (const action of actions.filter((a) => a.type === "Action.Submit")) holds(action.data !== undefined, "Action.Submit has data, or Web Chat does nothing");
  if (room.channelId !== "msteams") {
    holds(!actions.some((a) => a.type === "Action.Execute"), "Action.Execute is for Teams only");
    return;
  }
  for (const action of actions.filter((a) => a.type === "Action.Execute")) {
    holds(action.fallback?.type === "Action.Submit", "Action.Execute falls back to Action.Submit");
    holds(Number(content.version) >= 1.4, `Action.Execute needs 1.4, the card is ${content.version}`);
  }
  holds(!actions.some((a) => a.type === "Action.Submit"), "Teams gets Action.Execute");
  content.msteams?.entities?.forEach((entity) => mentioned(entity, JSON.stringify(content.body), room, holds));
}

/** Actions anywhere in a card, without the fallbacks. */
function actionsIn(value) {
  if (value === null || typeof value !== "object") return [];
  const own = String(value.type).startsWith("Action.") ? [value] : [];
  return own.concat(...Object.entries(value).filter(([name]) => name !== "fallback").map(([, inner]) => actionsIn(inner)));
}

function mentioned(entity, text, room, holds) {
  if (entity.type?.toLowerCase() !== "mention") return;
  holds(typeof entity.text === "string" && text?.includes(entity.text), `the mention's text ${entity.text} is in the text`);
  holds(room.channelId !== "msteams" || /^<at>[^<>]+<\/at>$/.test(entity.text), `the mention's text ${entity.text} is <at>…</at>`);
  holds(room.users.has(entity.mentioned?.id), `${entity.mentioned?.id} is known here`);
}
