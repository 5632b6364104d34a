// The little of XMLHttpRequest that rxjs 5 asks for, over Node's fetch: so that FormData and Blob are Node's own too.
export class FetchXhr {
  readyState = 0;
  status = 0;
  response = null;
  responseText = "";
  responseType = "";
  timeout = 0;
  withCredentials = false;
  #request;
  #headers = {};
  #abort = new AbortController();

  open(method, url) {
    this.#request = { method, url };
    this.readyState = 1;
  }

  setRequestHeader(name, value) {
    this.#headers[name] = value;
  }

  send(body) {
    const patience = this.timeout ? setTimeout(() => this.#giveUp(), this.timeout) : undefined;
    this.#fetch(body).finally(() => clearTimeout(patience));
  }

  abort() {
    this.#abort.abort();
  }

  getResponseHeader(name) {
    return this.answer?.headers.get(name) ?? null;
  }

  #giveUp() {
    this.#abort.abort();
    this.ontimeout?.();
  }

  async #fetch(body) {
    try {
      const { method, url } = this.#request;
      this.answer = await fetch(url, { method, headers: this.#headers, body, signal: this.#abort.signal });
      await this.#read(this.answer);
    } catch {
      this.status = 0; // what a browser reports for a line that is down
    }
    this.readyState = 4;
    this.onreadystatechange?.();
  }

  async #read(answer) {
    if (this.responseType === "arraybuffer") {
      this.response = await answer.arrayBuffer();
    } else {
      this.responseText = await answer.text();
      this.response = this.responseType === "json" ? JSON.parse(this.responseText || "null") : this.responseText;
    }
    this.status = answer.status;
  }
}
