// A Bot Framework channel of our own: it signs what its users say, and takes what the bot posts. See README.md.
//   node channel.mjs --service http://127.0.0.1:5080           by hand: type what a user says, read what the bot answers
//   node channel.mjs --service http://127.0.0.1:5080 --control for tests: one line of JSON tells where it listens, ends with its stdin
import { parseArgs } from "node:util";
import { Control } from "./control.mjs";
import { Channel, defaults } from "./fake.mjs";
import { Hand } from "./hand.mjs";

const { values: options } = parseArgs({
  options: {
    service: { type: "string", default: "http://127.0.0.1:5080" },
    port: { type: "string", default: "0" },
    control: { type: "boolean", default: false },
    channel: { type: "string", default: "msteams" },
    conversation: { type: "string", default: "a:1x" },
    group: { type: "boolean", default: false },
    user: { type: "string", default: "29:1anna" },
    name: { type: "string", default: "周晓燕" },
    "app-id": { type: "string", default: defaults.appId },
    "app-password": { type: "string", default: defaults.appPassword },
  },
});
const channel = await new Channel({
  service: options.service.replace(/\/$/, ""), port: Number(options.port), appId: options["app-id"], appPassword: options["app-password"],
}).open();
await (options.control ? new Control(channel) : new Hand(channel, options)).run();
process.exit(0);
