// Plays the official DirectLineJS against a running service.
//   node play.mjs --url http://127.0.0.1:5000 --secret S SCENARIO...
// Scenarios: order, reconnect, resume, polling, upload, refresh, secret. "resume" prints the line RESTART and waits for a line
// on stdin: whoever runs the script restarts the service then. Any bot will do that answers each message with a reply to it.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { WebSocket } from "ws";
import { FetchXhr } from "./fetch-xhr.mjs";

const { values: settings, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { url: { type: "string" }, secret: { type: "string" } },
});
const domain = `${settings.url}/v3/directline`;
const patience = 20_000;
const sockets = [];

globalThis.WebSocket = class extends WebSocket {
  constructor(url) {
    super(url);
    sockets.push(this);
  }
};
globalThis.XMLHttpRequest = FetchXhr;
const { DirectLine } = await import("botframework-directlinejs").then((m) => m.default ?? m);

/** One window: the client and all it has received, in the order of receipt. */
class Window {
  constructor(options) {
    this.received = [];
    this.waiting = [];
    this.client = new DirectLine({ domain, random: () => 0, ...options });
    this.client.activity$.subscribe((activity) => {
      this.received.push(activity);
      this.waiting.forEach((check) => check());
    }, (problem) => console.error("activity$ failed:", problem));
  }

  /** Resolves with the service's id. */
  post(text, more = {}) {
    const activity = { type: "message", text, from: { id: this.userId ?? "anna" }, locale: "zh-CN", ...more };
    return firstOf(this.client.postActivity(activity));
  }

  /** Resolves when what was received passes the test. */
  until(what, passes) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`never came: ${what}; received ${JSON.stringify(this.received)}`)), patience);
      const check = () => {
        const found = passes(this.received);
        if (found) {
          clearTimeout(timer);
          this.waiting = this.waiting.filter((other) => other !== check);
          resolve(found);
        }
      };
      this.waiting.push(check);
      check();
    });
  }

  answerTo(id) {
    return this.until(`answer to ${id}`, (all) => all.find((a) => a.replyToId === id && a.type === "message"));
  }

}

const firstOf = (observable) => new Promise((resolve, reject) => observable.subscribe(resolve, reject));

async function call(path, body) {
  const answer = await fetch(`${domain}/${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${settings.secret}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  assert.equal(answer.status, 200, `${path}: ${answer.status}`);
  return answer.json();
}

async function openWindow(options = {}) {
  const userId = `dl_${crypto.randomUUID()}`;
  const { token } = await call("tokens/generate", { user: { id: userId, name: "安娜" } });
  const window = new Window({ token, ...options });
  window.userId = userId;
  return window;
}

function assertEachOnce(activities) {
  const ids = activities.map((a) => a.id);
  assert.deepEqual(ids, [...new Set(ids)], "nothing twice");
  assert.deepEqual(ids, [...ids].sort(), "in the order of the log");
}

/** What the client sent is there unchanged, nulls too; the service may add to it. */
function assertKept(received, sent) {
  for (const [key, value] of Object.entries(sent)) {
    assert.ok(key in received, key);
    assert.deepEqual(received[key], value);
  }
}

const mark = (n) => ({ channelData: { clientActivityID: `mark-${n}`, kept: null } });

const scenarios = {
  async order() {
    const window = await openWindow();
    const ids = [];
    for (let n = 0; n < 5; n++) ids.push(await window.post(`第${n}句`, mark(n)));
    ids.push(...(await Promise.all([5, 6, 7].map((n) => window.post(`第${n}句`, mark(n))))));
    await Promise.all(ids.map((id) => window.answerTo(id)));
    assertEachOnce(window.received);
    ids.forEach((id, n) => {
      const echo = window.received.findIndex((a) => a.id === id);
      const answer = window.received.findIndex((a) => a.replyToId === id);
      assert.ok(echo >= 0 && echo < answer, `echo ${n} before its answer`);
      assertKept(window.received[echo].channelData, mark(n).channelData);
      assert.equal(window.received[echo].from.id, window.userId);
      assert.equal(window.received[echo].from.role, "user");
      assert.equal(window.received[answer].from.role, "bot");
      assert.ok(window.received[answer].timestamp > window.received[echo].timestamp);
    });
  },

  async reconnect() {
    const window = await openWindow();
    await window.answerTo(await window.post("before"));
    sockets.at(-1).terminate();
    const missed = await window.post("while the line is cut");
    await window.answerTo(missed);
    await window.answerTo(await window.post("after"));
    assertEachOnce(window.received);
  },

  async resume() {
    const window = await openWindow();
    const before = await window.post("before the restart");
    await window.answerTo(before);
    const { token, conversationId, watermark } = window.client;
    const stdin = createInterface({ input: process.stdin });
    const restarted = once(stdin, "line");
    console.log("RESTART");
    await restarted;
    stdin.close();
    const after = await window.post("after the restart");
    await window.answerTo(after);
    assertEachOnce(window.received);
    assert.ok(after > before, "ids go on");

    const later = new Window({ token, conversationId, watermark });
    await later.answerTo(after);
    assert.ok(!later.received.some((a) => a.id === before), "nothing from before the watermark");
    const reload = new Window({ token, conversationId, watermark: "0" });
    await reload.answerTo(after);
    assert.deepEqual(reload.received.map((a) => a.id), window.received.map((a) => a.id));
  },

  async polling() {
    const window = await openWindow({ webSocket: false, pollingInterval: 200 });
    const first = await window.post("one");
    await window.answerTo(first);
    const second = await window.post("two");
    await window.answerTo(second);
    assertEachOnce(window.received);
    assert.equal(sockets.length, 0);
  },

  async upload() {
    const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    const window = await openWindow();
    const file = (name) => ({ contentType: "image/png", contentUrl: `data:image/png;base64,${png}`, name });
    const id = await window.post("两张照片", { attachments: [file("现场一.png"), file("b.png")], ...mark("upload") });
    const echo = await window.until("echo", (all) => all.find((a) => a.id === id));
    await window.answerTo(id);
    assert.equal(echo.text, "两张照片");
    assert.equal(echo.channelData.clientActivityID, "mark-upload");
    assert.deepEqual(echo.attachments.map((a) => [a.name, a.contentType]), [["现场一.png", "image/png"], ["b.png", "image/png"]]);
    for (const { contentUrl } of echo.attachments) {
      const answer = await fetch(contentUrl);
      assert.equal(answer.headers.get("content-type"), "image/png");
      assert.equal(Buffer.from(await answer.arrayBuffer()).toString("base64"), png);
    }
  },

  async refresh() {
    const window = await openWindow();
    await window.answerTo(await window.post("before"));
    const before = window.client.token;
    window.client.token = await firstOf(window.client.refreshToken());
    assert.notEqual(window.client.token, before);
    await window.answerTo(await window.post("with the new token"));
    assert.equal(await firstOf(window.client.getSessionId()), "", "not offered, and that is no error");
  },

  async secret() {
    const window = new Window({ secret: settings.secret });
    await window.answerTo(await window.post("hello"));
    assertEachOnce(window.received);
  },
};

for (const name of wanted.length ? wanted : Object.keys(scenarios)) {
  sockets.length = 0;
  await scenarios[name]();
  sockets.forEach((socket) => socket.terminate());
  console.log(`ok ${name}`);
}
process.exit(0);
