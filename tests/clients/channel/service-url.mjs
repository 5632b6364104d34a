// The service URL: all operations a bot calls back with, every request judged and remembered, with faults on demand.
import { answer, bytesOf } from "./http.mjs";

/** What the channel knows of a conversation: from what it told the bot, and what the bot has posted. */
export class Room {
  inbound = new Map(); // activity id → activity
  users = new Map(); // id → account
  posted = new Map(); // id we gave → activity as it stands

  constructor(id) {
    this.id = id;
  }

  /** Learns from an activity on its way to the bot. */
  learn(activity) {
    this.told = activity;
    this.channelId = activity.channelId.split(":")[0]; // newer services name a part of the channel after it
    this.serviceUrl = activity.serviceUrl;
    this.bot = activity.recipient;
    this.conversation = activity.conversation;
    this.isGroup = activity.conversation.isGroup === true;
    for (const account of [activity.from, ...(activity.membersAdded ?? [])]) if (account && account.id !== this.bot.id) this.users.set(account.id, account);
    if (activity.id) this.inbound.set(activity.id, activity);
  }
}

const operations = [
  ["reply", "POST", /^conversations\/([^/]+)\/activities\/([^/]+)$/],
  ["send", "POST", /^conversations\/([^/]+)\/activities$/],
  ["update", "PUT", /^conversations\/([^/]+)\/activities\/([^/]+)$/],
  ["delete", "DELETE", /^conversations\/([^/]+)\/activities\/([^/]+)$/],
  ["history", "POST", /^conversations\/([^/]+)\/activities\/history$/],
  ["create", "POST", /^conversations$/],
  ["conversations", "GET", /^conversations$/],
  ["activityMembers", "GET", /^conversations\/([^/]+)\/activities\/([^/]+)\/members$/],
  ["members", "GET", /^conversations\/([^/]+)\/members$/],
  ["pagedMembers", "GET", /^conversations\/([^/]+)\/pagedmembers$/],
  ["member", "GET", /^conversations\/([^/]+)\/members\/([^/]+)$/],
  ["removeMember", "DELETE", /^conversations\/([^/]+)\/members\/([^/]+)$/],
  ["upload", "POST", /^conversations\/([^/]+)\/attachments$/],
  ["attachment", "GET", /^attachments\/([^/]+)$/],
  ["view", "GET", /^attachments\/([^/]+)\/views\/([^/]+)$/],
];

export class ServiceUrl {
  calls = []; // every request, in order of arrival
  rooms = new Map();
  attachments = new Map();
  faults = []; // {conversation?, operation?, left, fault}
  hung = []; // {conversation, socket}
  #waiting = new Set();
  #next = 1_612_345_000_000; // Teams' ids look like this

  constructor(path, login, judge) {
    Object.assign(this, { path, login, judge });
  }

  room(id) {
    return this.rooms.get(id) ?? this.rooms.set(id, new Room(id)).get(id);
  }

  nextId() {
    return String(++this.#next);
  }

  /** Resolves with calls that match when there are enough of them, or with what there is when patience ends. */
  until(filter, count, patience) {
    const matching = () => this.calls.filter((call) => Object.entries(filter).every(([name, value]) => call[name] === value));
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve(matching());
      };
      const check = () => matching().length >= count && done();
      const timer = setTimeout(done, patience);
      this.#waiting.add(check);
      check();
    });
  }

  /** Takes the faults of a conversation away, and the lines that hang in it. */
  release(conversation) {
    this.faults = this.faults.filter((f) => f.conversation !== conversation);
    this.hung.filter((h) => h.conversation === conversation).forEach((h) => h.socket.destroy());
  }

  async take(request, response) {
    if (!request.url.startsWith(`${this.path}/v3/`)) return false;
    const [path] = request.url.slice(this.path.length + 4).split("?");
    const [operation, , pattern] = operations.find(([, method, p]) => method === request.method && p.test(path)) ?? [];
    const segments = operation ? path.match(pattern).slice(1).map((raw) => this.judge.segment(raw, operation)) : [];
    const call = { at: performance.timeOrigin + performance.now(), operation: operation ?? "unknown", url: request.url, accepted: false };
    [call.conversation, call.target] = /^(attachment|view)$/.test(operation) ? [undefined, segments[0]] : segments;
    this.calls.push(call);
    const fault = this.#faultFor(call);
    if (fault === "reset before body") return this.#end(call, fault, () => request.socket.resetAndDestroy());
    const text = (await bytesOf(request)).toString("utf8");
    this.judge.request(request, text);
    await this.#act(call, { request, response, text, fault });
    return true;
  }

  async #act(call, { request, response, text, fault }) {
    const standing = this.login.standingOf((request.headers.authorization ?? "").replace(/^Bearer /, ""));
    this.judge.holds(standing !== "unknown", `${call.operation}: the bearer was given by the login`);
    if (standing !== "good") return this.#answer(call, response, 401, error("Unauthorized", "Authorization has been denied"));
    if (fault === "hang") return this.#end(call, fault, () => this.hung.push({ conversation: call.conversation, socket: request.socket }));
    if (fault === "reset after body") return this.#end(call, fault, () => request.socket.resetAndDestroy());
    if (fault?.status && !(fault.status < 300)) return this.#answer(call, response, fault.status, fault.body ?? error("Fault", "as asked"), fault.headers);
    const [status, body] = this.#perform(call, text);
    if (fault === "reset after acceptance") return this.#end(call, fault, () => request.socket.resetAndDestroy());
    if (fault === "half-close") return this.#end(call, fault, () => this.#halfClose(request.socket));
    return this.#answer(call, response, fault?.status ?? status, fault?.status ? fault.body : body);
  }

  // A status line, a length, half of the body, and the line is closed from this side.
  #halfClose(socket) {
    socket.end('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 40\r\n\r\n{"id":"16123');
  }

  #answer(call, response, status, body, headers) {
    this.#end(call, status, () => answer(response, status, body, headers));
  }

  #end(call, outcome, act) {
    call.outcome = outcome;
    act();
    [...this.#waiting].forEach((check) => check());
    return true;
  }

  #faultFor(call) {
    const found = this.faults.find((f) => f.left !== 0 && (!f.conversation || f.conversation === call.conversation) && (!f.operation || f.operation === call.operation));
    if (found && found.left > 0) found.left--;
    return found?.fault;
  }

  #perform(call, text) {
    switch (call.operation) {
      case "reply":
      case "send":
        return this.#post(call, text);
      case "update":
        return this.#update(call, text);
      case "delete":
        return this.#delete(call);
      case "create":
        return this.#create(call, text);
      case "member":
        return this.#member(call);
      case "members":
      case "activityMembers":
        return [200, [...this.room(call.conversation).users.values()]];
      case "pagedMembers":
        return [200, { members: [...this.room(call.conversation).users.values()] }];
      case "conversations":
        return [200, { conversations: [...this.rooms.keys()].map((id) => ({ id, members: [...this.room(id).users.values()] })) }];
      case "attachment":
      case "view":
        return this.#attachment(call);
      case "upload":
      case "history":
      case "removeMember":
        return [200, { id: this.nextId() }];
      default:
        this.judge.holds(false, `no such operation: ${call.url}`);
        return [404, error("NotFound", "")];
    }
  }

  #post(call, text) {
    const activity = this.#parse(text);
    if (!activity || !this.#isRoom(call)) return [400, error("BadSyntax", "")];
    const room = this.room(call.conversation);
    this.judge.activity(activity, { room, replyTo: call.target, text });
    Object.assign(call, { accepted: true, activity, id: this.nextId() });
    if (activity.type === "message") room.posted.set(call.id, activity);
    return [call.operation === "send" ? 201 : 200, { id: call.id }];
  }

  #update(call, text) {
    const activity = this.#parse(text);
    if (!activity || !this.#known(call)) return [404, error("ActivityNotFound", "")];
    const room = this.room(call.conversation);
    this.judge.activity(activity, { room, updates: call.target, text });
    Object.assign(call, { accepted: true, activity, id: call.target });
    room.posted.set(call.target, activity);
    return [200, { id: call.target }];
  }

  #delete(call) {
    if (!this.#known(call)) return [404, error("ActivityNotFound", "")];
    call.accepted = this.room(call.conversation).posted.delete(call.target);
    return [200, null];
  }

  // A private chat with members, or a new thread in a Teams channel with its first message.
  #create(call, text) {
    const asked = this.#parse(text);
    const [from] = asked?.members ?? [];
    const known = [...this.rooms.values()].find((room) => room.id === asked?.channelData?.channel?.id || room.users.has(from?.id));
    if (!this.judge.holds(asked?.bot?.id === known?.bot.id && known !== undefined, "a new conversation names the bot, and members or a channel we told of")) {
      return [400, error("BadArgument", "")];
    }
    const activityId = asked.activity && this.nextId();
    const id = asked.activity ? `${known.id};messageid=${activityId}` : `a:made-${this.nextId()}`;
    const { bot, told } = known;
    this.room(id).learn({ ...told, id: undefined, recipient: bot, from: from ?? told.from, conversation: { ...told.conversation, id, isGroup: asked.isGroup } });
    Object.assign(call, { accepted: true, activity: asked.activity ?? asked, id: activityId ?? id });
    if (asked.activity) {
      this.judge.activity(asked.activity, { room: known, text: JSON.stringify(asked.activity) });
      for (const room of [known, this.room(id)]) room.posted.set(activityId, asked.activity);
    }
    return [201, { id, ...(activityId && { activityId }) }];
  }

  #member(call) {
    const found = this.room(call.conversation).users.get(call.target);
    return found ? [200, found] : [404, error("MemberNotFoundInConversation", "")];
  }

  #attachment(call) {
    const found = this.attachments.get(call.target);
    call.accepted = found !== undefined;
    if (!found) return [404, error("NotFound", "")];
    return call.operation === "view" ? [200, found.bytes] : [200, { name: found.name, type: found.type, views: [{ viewId: "original", size: found.bytes.length }] }];
  }

  #isRoom(call) {
    return this.judge.holds(this.rooms.has(call.conversation), `the conversation ${call.conversation} was told to the bot`);
  }

  #known(call) {
    return this.judge.holds(this.rooms.get(call.conversation)?.posted.has(call.target), `${call.operation} of ${call.target}, an id we gave`);
  }

  #parse(text) {
    try {
      const value = JSON.parse(text);
      return this.judge.holds(value !== null && typeof value === "object" && !Array.isArray(value), "the body is an object") && value;
    } catch {
      return this.judge.holds(false, `the body is JSON: ${text.slice(0, 80)}`);
    }
  }
}

export const error = (code, message) => ({ error: { code, message } });
