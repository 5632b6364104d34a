// Metadata, login and service URL together, and the way to the bot.
import { answer, Server } from "./http.mjs";
import { Judge } from "./judge.mjs";
import { Login, Metadata, SigningKey } from "./login.mjs";
import { ServiceUrl } from "./service-url.mjs";

export const defaults = {
  appId: "0f0f0f0f-1111-4222-8333-444444444444",
  appPassword: "only-for-tests",
  issuer: "https://api.botframework.com",
  path: "/amer",
};

/** One channel, on one port. */
export class Channel {
  judge = new Judge();
  outside = []; // what came to addresses that are not ours

  constructor({ service, port = 0, ...settings }) {
    this.settings = { ...defaults, ...settings };
    this.service = service;
    this.login = new Login(this.settings, this.judge);
    this.metadata = new Metadata(this.settings.issuer, this.settings.appId);
    this.serviceUrl = new ServiceUrl(this.settings.path, this.login, this.judge);
    this.server = new Server(port, (request, response) => this.#take(request, response));
    this.elsewhere = new Server(0, (request, response) => this.#takeOutside(request, response));
  }

  async open() {
    await Promise.all([this.metadata.start(), this.server.open(), this.elsewhere.open()]);
    this.login.address = this.serviceSettings["BotFramework:TokenUrl"];
    this.bogus = await SigningKey.make();
    return this;
  }

  /** Base of all calls back. */
  get address() {
    return `${this.server.root}${this.settings.path}/`;
  }

  /** What the service must be started with to meet this channel. */
  get serviceSettings() {
    return {
      "BotFramework:AppId": this.settings.appId,
      "BotFramework:AppPassword": this.settings.appPassword,
      "BotFramework:TokenIssuer": this.settings.issuer,
      "BotFramework:OpenIdMetadataUrl": `${this.server.root}/v1/.well-known/openidconfiguration`,
      "BotFramework:TokenUrl": `${this.server.root}/botframework.com/oauth2/v2.0/token`,
      "BotFramework:AllowedServiceUrls:0": `${this.server.root}/`,
    };
  }

  /** An activity as the channel sends it: what is not given is filled in as Teams does. */
  complete(activity) {
    const id = this.serviceUrl.nextId();
    const now = new Date();
    return {
      channelId: "msteams",
      id: activity.type === "message" || activity.type === "invoke" ? id : `f:${id}`,
      timestamp: now.toISOString().replace("Z", "1234Z"), // seven digits
      localTimestamp: `${new Date(+now + 8 * 3600_000).toISOString().slice(0, -1)}+08:00`,
      localTimezone: "Asia/Shanghai",
      serviceUrl: this.address,
      recipient: { id: `28:${this.settings.appId}`, name: "信息员助手" },
      ...activity,
    };
  }

  /** Sends to the bot, signed; `token` replaces parts of the token (`forged`: signed by a key nobody published), or is one, or null for none. */
  async send(activity, { token = {}, headers = {}, text } = {}) {
    const bearer = token === null || typeof token === "string" ? token : this.#tokenFor(activity, token);
    const body = text ?? JSON.stringify(activity);
    if (text === undefined && activity.conversation?.id) this.serviceUrl.room(activity.conversation.id).learn(activity);
    const began = performance.now();
    const response = await fetch(`${this.service}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8", ...(bearer && { authorization: `Bearer ${bearer}` }), ...headers },
      body,
      signal: AbortSignal.timeout(60_000),
    });
    const answered = await response.text();
    return { id: activity.id, status: response.status, body: answered, headers: Object.fromEntries(response.headers), ms: performance.now() - began };
  }

  /** Posts with key ids nobody has published, some at a time; counts by status. */
  async flood(activity, count, atOnce = 8) {
    const statuses = {};
    let left = count;
    const one = async () => {
      while (left-- > 0) {
        const { status } = await this.send(activity, { token: { key: this.bogus, kid: crypto.randomUUID() } });
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, one));
    return statuses;
  }

  #tokenFor(activity, { forged = false, serviceUrl = activity.serviceUrl, ...parts }) {
    const key = forged ? { key: this.bogus, kid: this.metadata.signing.kid } : {};
    return this.metadata.token(serviceUrl, { ...key, ...parts });
  }

  async #take(request, response) {
    if (this.metadata.take(request, response, this.server.root)) return;
    if ((await this.login.take(request, response)) || (await this.serviceUrl.take(request, response))) return;
    this.judge.holds(false, `nothing lies at ${request.method} ${request.url}`);
    answer(response, 404);
  }

  #takeOutside(request, response) {
    this.outside.push({ url: request.url, authorized: "authorization" in request.headers });
    answer(response, 200, { id: "1" });
  }
}
