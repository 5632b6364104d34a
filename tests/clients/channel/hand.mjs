// The channel by hand: a line is what the user says, and what the bot sends is printed.
import { createInterface } from "node:readline";

const help = `A line is a message. Besides:
  /join              the bot is added (conversationUpdate)     /typing          the user types
  /edit N TEXT       edits the user's N-th message             /delete N        deletes it
  /submit JSON       a card's button (Action.Submit)           /execute JSON    the same by Action.Execute
  /again             sends the last activity once more
  /fault STATUS [S]  answers the next call with it, Retry-After S seconds
  /rotate            signs with a new key from now on          /revoke          the bot's tokens are worth nothing any more
  /state             counts and complaints                     /quit`;

export class Hand {
  #sent = [];
  #printed = 0;
  #told = 0;

  constructor(channel, { channel: channelId, conversation, group, user, name }) {
    this.channel = channel;
    this.common = {
      channelId,
      from: { id: user, name },
      conversation: { id: conversation, isGroup: group || undefined, conversationType: group ? "groupChat" : "personal" },
      locale: "zh-CN",
    };
  }

  async run() {
    console.log("Start the service with these settings, then type /help:");
    for (const [key, value] of Object.entries(this.channel.serviceSettings)) console.log(`  --${key} ${value}`);
    const { id, conversation, from } = { id: this.common.from.id, ...this.common };
    console.log(`Say who it is:\n  bind --channel ${this.common.channelId} --user ${id} --person ${from.name}`);
    if (conversation.isGroup) console.log(`  link --channel ${this.common.channelId} --conversation ${conversation.id} --group G`);
    const watch = setInterval(() => this.#print(), 100);
    for await (const line of createInterface({ input: process.stdin })) {
      if (line === "/quit") break;
      await this.#take(line.trim()).catch((problem) => console.log(`! ${problem.cause?.message ?? problem.message}`));
    }
    clearInterval(watch);
    this.#print();
  }

  async #take(line) {
    const [command, ...rest] = line.startsWith("/") ? line.slice(1).split(" ") : ["say", line];
    if (line) await (this.#commands[command] ?? this.#commands.help)(...rest);
  }

  #commands = {
    help: () => console.log(help),
    say: (text) => this.#send({ type: "message", text, textFormat: "plain" }),
    join: () => this.#send({ type: "conversationUpdate", membersAdded: [{ id: `28:${this.channel.settings.appId}` }, this.common.from] }),
    typing: () => this.#send({ type: "typing" }),
    edit: (n, ...words) => this.#send({ type: "messageUpdate", id: this.#sent[n - 1], text: words.join(" "), channelData: { eventType: "editMessage" } }),
    delete: (n) => this.#send({ type: "messageDelete", id: this.#sent[n - 1], channelData: { eventType: "softDeleteMessage" } }),
    submit: (...json) => this.#send({ type: "message", value: JSON.parse(json.join(" ")) }),
    execute: (...json) => this.#send({
      type: "invoke", name: "adaptiveCard/action", value: { action: { type: "Action.Execute", data: JSON.parse(json.join(" ")) }, trigger: "manual" },
    }),
    again: () => this.#deliver(this.last),
    fault: (status, seconds) => this.channel.serviceUrl.faults.push({
      left: 1, fault: { status: Number(status), ...(seconds && { headers: { "retry-after": seconds } }) },
    }),
    rotate: async () => console.log(`key ${await this.channel.metadata.rotate()}`),
    revoke: () => this.channel.login.revoke(),
    state: () => console.log({ metadata: this.channel.metadata.counts, login: this.channel.login.counts, complaints: this.channel.judge.complaints }),
  };

  async #send(parts) {
    this.last = this.channel.complete({ ...this.common, ...parts });
    if (this.last.type === "message") this.#sent.push(this.last.id);
    await this.#deliver(this.last);
  }

  async #deliver(activity) {
    const { status, body, ms } = await this.channel.send(activity);
    console.log(`→ ${activity.type} ${activity.id}: ${status} in ${Math.round(ms)} ms ${body}`);
  }

  #print() {
    const { calls } = this.channel.serviceUrl;
    for (; this.#printed < calls.length && calls[this.#printed].outcome !== undefined; this.#printed++) {
      const { operation, target, outcome, activity } = calls[this.#printed];
      console.log(`← ${operation} ${target ?? ""} (${outcome}) ${activity?.text ?? activity?.summary ?? ""}`);
      const buttons = JSON.stringify(activity ?? null).matchAll(/"type":"(?:imBack|Action\.(?:Execute|Submit))","title":"([^"]+)"/g);
      const titles = [...new Set([...buttons].map(([, title]) => `[${title}]`))].join(" ");
      if (titles) console.log(`  ${titles}`);
    }
    const { complaints } = this.channel.judge;
    for (; this.#told < complaints.length; this.#told++) console.log(`! ${complaints[this.#told]}`);
  }
}
