// Small parts of HTTP that the servers here share.
import { createServer } from "node:http";

export async function bytesOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

export const textOf = async (request) => (await bytesOf(request)).toString("utf8");

/** Answers with JSON for objects, as it is for text and bytes, nothing for null. */
export function answer(response, status, body = null, headers = {}) {
  const isPlain = body === null || typeof body === "string" || Buffer.isBuffer(body);
  response.writeHead(status, { ...(!isPlain && { "content-type": "application/json; charset=utf-8" }), ...headers });
  response.end(isPlain ? (body ?? undefined) : JSON.stringify(body));
}

/** A server on this machine that can go away and come back under its address. What `take` throws is told and answered with 500. */
export class Server {
  #port;
  #take;
  #server;

  constructor(port, take) {
    this.#port = port;
    this.#take = take;
  }

  get root() {
    return `http://127.0.0.1:${this.#port}`;
  }

  async open() {
    this.#server = createServer({ keepAliveTimeout: 30_000 }, (request, response) => this.#answer(request, response));
    this.#server.on("clientError", (_, socket) => socket.destroy());
    await new Promise((resolve, reject) => this.#server.once("error", reject).listen(this.#port, "127.0.0.1", resolve));
    this.#port = this.#server.address().port;
    return this;
  }

  async close() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request, response) {
    try {
      await this.#take(request, response);
    } catch (problem) {
      if (problem.code === "ECONNRESET") return; // the bot went away while it spoke
      console.error(problem);
      if (!response.headersSent) answer(response, 500, { error: { code: "ChannelFault", message: String(problem) } });
    }
  }
}
