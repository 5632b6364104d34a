// How a test drives the channel: POST /verb with JSON in and out, on a port of its own.
import { answer, Server, textOf } from "./http.mjs";

const patience = 60_000;

export class Control {
  constructor(channel) {
    this.channel = channel;
  }

  /** Until stdin ends. */
  async run() {
    const server = await new Server(0, (request, response) => this.#take(request, response)).open();
    const { address, elsewhere, serviceSettings } = this.channel;
    console.log(JSON.stringify({ control: server.root, serviceUrl: address, outside: elsewhere.root, settings: serviceSettings }));
    for await (const _ of process.stdin);
  }

  async #take(request, response) {
    const verb = this.#verbs[request.url.slice(1)];
    if (!verb) return answer(response, 404, `no ${request.url}`);
    answer(response, 200, (await verb(JSON.parse((await textOf(request)) || "{}"))) ?? {});
  }

  #verbs = {
    /** Where the bot is now: it may have come back under another address. */
    service: ({ url }) => void (this.channel.service = url),

    /** {activity, times?, ...send's options} → the answers. Several times means at the same moment. */
    send: async ({ activity, times = 1, exact = false, ...options }) => {
      const whole = exact ? activity : this.channel.complete(activity);
      return Promise.all(Array.from({ length: times }, () => this.channel.send(whole, options)));
    },

    /** [[activity, …], …] → the answers. Lists run beside each other; within one each waits for the answer to the one before unless `together`. */
    burst: async ({ lists, together = false }) => {
      const send = (activity) => this.channel.send(this.channel.complete(activity));
      const inTurn = async (list) => {
        const answers = [];
        for (const activity of list) answers.push(await send(activity));
        return answers;
      };
      return Promise.all(lists.map((list) => (together ? Promise.all(list.map(send)) : inTurn(list))));
    },

    flood: ({ activity, count, atOnce }) => this.channel.flood(this.channel.complete(activity), count, atOnce),

    /** {filter, count} → calls that match, when there are enough or patience ends. */
    calls: ({ filter, count = 0 }) => this.channel.serviceUrl.until(filter, count, patience),

    /** {conversation?, operation?, fault, times?} puts a fault in the way, for ever without times. */
    fault: ({ conversation, operation, fault, times = -1 }) =>
      void this.channel.serviceUrl.faults.push({ conversation, operation, fault, left: times }),

    release: ({ conversation }) => this.channel.serviceUrl.release(conversation),

    rotate: async (options) => ({ kid: await this.channel.metadata.rotate(options) }),
    token: (options) => ({ token: this.channel.metadata.token(this.channel.address, options) }),
    revoke: () => this.channel.login.revoke(),
    /** {expiresIn?, certificate?, identityHeader?}: seconds new bearers live; PEM of the certificate the bot is to sign in with; what its machine's
     *  identity endpoint, /msi/token, wants to see. */
    login: (options) => void Object.assign(this.channel.login, options),
    loginFaults: ({ faults }) => void this.channel.login.faults.push(...faults),
    metadataFaults: ({ faults }) => void this.channel.metadata.faults.push(...faults),

    /** {open} takes every address of the channel away, and brings it back. */
    line: ({ open }) => (open ? this.channel.server.open().then(() => {}) : this.channel.server.close()),

    /** {name, type, base64} → addresses by which a message may refer to it, at the service URL and elsewhere. */
    attach: ({ name, type, base64 }) => {
      const id = this.channel.serviceUrl.nextId();
      this.channel.serviceUrl.attachments.set(id, { name, type, bytes: Buffer.from(base64, "base64") });
      return { here: `${this.channel.address}v3/attachments/${id}/views/original`, elsewhere: `${this.channel.elsewhere.root}/${id}` };
    },

    /** The channel's clock. */
    now: () => ({ seconds: Math.floor(Date.now() / 1000) }),

    state: () => ({
      complaints: this.channel.judge.complaints,
      metadata: this.channel.metadata.counts.metadata,
      keys: this.channel.metadata.counts.keys,
      tokens: this.channel.login.counts.given,
      tokensAsked: this.channel.login.counts.asked,
      outside: this.channel.outside,
    }),
  };
}
