// The two places a bot asks for keys and tokens: the channel's OpenID metadata with its keys, and the login that gives the bot its own token.
import { createPublicKey, generateKeyPair, randomUUID, X509Certificate } from "node:crypto";
import { promisify } from "node:util";
import jwt from "jsonwebtoken";
import { answer, textOf } from "./http.mjs";

export const everyChannel = ["msteams", "webchat", "directline", "emulator", "telegram", "slack", "email"];

/** A key the channel signs with. What is published of it: JWK with key id and endorsements. */
export class SigningKey {
  static async make({ kid = randomUUID().replaceAll("-", ""), endorsements = everyChannel } = {}) {
    const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
    return new SigningKey(kid, endorsements, privateKey);
  }

  constructor(kid, endorsements, privateKey) {
    Object.assign(this, { kid, endorsements, privateKey });
    const { n, e } = createPublicKey(privateKey).export({ format: "jwk" });
    this.jwk = { kty: "RSA", use: "sig", kid, x5t: kid, n, e, ...(endorsements && { endorsements }) };
  }
}

// A forger knows the public key; some validators take it for a secret.
function keyFor(algorithm, key) {
  const publicText = () => createPublicKey(key.privateKey).export({ type: "spki", format: "pem" }).toString();
  return algorithm === "none" ? "" : algorithm.startsWith("HS") ? publicText() : key.privateKey;
}

/** What the channel says of itself, and signs. */
export class Metadata {
  counts = { metadata: 0, keys: 0 };

  constructor(issuer, appId) {
    Object.assign(this, { issuer, appId, published: [], faults: [] });
  }

  async start() {
    this.published = [await SigningKey.make()];
  }

  /** A new key signs from now on. The one before stays published with `keep`, else its tokens are worth nothing. */
  async rotate({ keep = false, endorsements } = {}) {
    const key = await SigningKey.make({ endorsements });
    this.published = keep ? [key, ...this.published] : [key];
    return key.kid;
  }

  get signing() {
    return this.published[0];
  }

  /** A token as the channel gives with each activity; every part can be replaced to make a bad one. */
  token(serviceUrl, { key = this.signing, kid = key.kid, issuer = this.issuer, audience = this.appId, algorithm = "RS256", lasts = 3600, since = -300, claims } = {}) {
    const now = Math.floor(Date.now() / 1000);
    const payload = { serviceurl: serviceUrl, iss: issuer, aud: audience, nbf: now + since, exp: lasts === null ? null : now + lasts, ...claims };
    const kept = Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== null && value !== undefined));
    return jwt.sign(kept, keyFor(algorithm, key), { algorithm, header: { kid, alg: algorithm }, noTimestamp: true });
  }

  /** The metadata document, or its keys; false for other addresses. */
  take(request, response, root) {
    const path = request.url.split("?")[0];
    if (path !== "/v1/.well-known/openidconfiguration" && path !== "/v1/.well-known/keys") return false;
    const isKeys = path.endsWith("/keys");
    this.counts[isKeys ? "keys" : "metadata"]++;
    const fault = this.faults.shift();
    if (fault) answer(response, fault, "down");
    else answer(response, 200, isKeys ? { keys: this.published.map((key) => key.jwk) } : {
      issuer: this.issuer,
      authorization_endpoint: "https://invalid.botframework.com",
      jwks_uri: `${root}/v1/.well-known/keys`,
      id_token_signing_alg_values_supported: ["RS256"],
      token_endpoint_auth_methods_supported: ["private_key_jwt"],
    });
    return true;
  }
}

/** The login: client credentials in, bearer out. Faults are taken one by one: a status, or {status, body, headers}. */
export class Login {
  counts = { asked: 0, given: 0 };
  faults = [];
  issued = new Map(); // token → machine time it ends at

  /** PEM of the certificate the bot signs in with; null: with its password. */
  certificate = null;

  /** What the machine's identity endpoint wants to see in its header; null: the machine has no identity. */
  identityHeader = null;

  constructor({ appId, appPassword, scope = "https://api.botframework.com/.default", expiresIn = 3600 }, judge) {
    Object.assign(this, { appId, appPassword, scope, expiresIn, judge });
    this.refused = new Set();
  }

  async take(request, response) {
    if (request.url.split("?")[0] === "/msi/token") return this.#takeIdentity(request, response);
    if (!/\/oauth2\/v2\.0\/token$/.test(request.url.split("?")[0])) return false;
    this.counts.asked++;
    const form = new URLSearchParams(await textOf(request));
    const fault = this.faults.shift();
    if (fault) answer(response, fault.status ?? fault, fault.body ?? { error: "temporarily_unavailable" }, fault.headers);
    else if (!this.#isAsked(request, form)) answer(response, 401, { error: "invalid_client", error_description: "AADSTS7000215: wrong" });
    else answer(response, 200, { token_type: "Bearer", expires_in: this.expiresIn, ext_expires_in: this.expiresIn, access_token: this.#give() });
    return true;
  }

  /** All tokens given so far are answered with 401 from now on. */
  revoke() {
    this.issued.forEach((_, token) => this.refused.add(token));
  }

  /** "good", "refused" (expired or revoked) or "unknown": never given by us. */
  standingOf(token) {
    const end = this.issued.get(token);
    return end === undefined ? "unknown" : this.refused.has(token) || end < Date.now() ? "refused" : "good";
  }

  // App Service's identity endpoint: no login is asked, the machine itself vouches. Its answer tells the end only, as text.
  async #takeIdentity(request, response) {
    this.counts.asked++;
    const fault = this.faults.shift();
    if (fault) answer(response, fault.status ?? fault, fault.body ?? null, fault.headers);
    else if (!this.#isOfMachine(request, await textOf(request))) answer(response, 400, { statusCode: 400, message: "wrong" });
    else {
      const end = String(Math.floor(Date.now() / 1000) + this.expiresIn);
      answer(response, 200, { access_token: this.#give(), expires_on: end, resource: this.#resource, token_type: "Bearer", client_id: this.appId });
    }
    return true;
  }

  get #resource() {
    return this.scope.replace(/\/\.default$/, "");
  }

  #isOfMachine(request, body) {
    const query = Object.fromEntries(new URL(request.url, "http://here").searchParams);
    this.judge.holds(request.method === "GET" && body === "", "the identity is asked by GET");
    this.judge.holds(!("authorization" in request.headers), "nothing proves the bot to its own machine");
    this.judge.holds(query["api-version"] === "2019-08-01", "App Service's version of the endpoint is asked");
    this.judge.holds(query.resource === this.#resource, `the resource is ${this.#resource}, without a scope's end`);
    this.judge.holds(query.client_id === this.appId, "the identity is the app's");
    this.judge.holds(Object.keys(query).length === 3, "nothing else is asked");
    return this.judge.holds(this.identityHeader !== null && request.headers["x-identity-header"] === this.identityHeader, "the header is the machine's");
  }

  #isAsked(request, form) {
    this.judge.holds(this.identityHeader === null, "a bot with an identity asks no login");
    const expected = { grant_type: "client_credentials", client_id: this.appId, scope: this.scope };
    this.judge.holds(request.method === "POST", "the login is asked by POST");
    this.judge.holds(request.headers["content-type"]?.split(";")[0] === "application/x-www-form-urlencoded", "the login is asked with a form");
    this.judge.holds(!request.url.includes("?"), "nothing of the credentials is in the login's address");
    for (const [name, value] of Object.entries(expected)) {
      this.judge.holds(form.get(name) === value, `the login's ${name} is as set`);
    }
    const isProved = this.certificate ? this.#isAsserted(form) : form.get("client_secret") === this.appPassword;
    return this.judge.holds(isProved, "the login's secret or assertion is right") && form.get("client_id") === this.appId;
  }

  #isAsserted(form) {
    const assertion = form.get("client_assertion") ?? "";
    const thumbprint = Buffer.from(new X509Certificate(this.certificate).fingerprint256.replaceAll(":", ""), "hex").toString("base64url");
    this.judge.holds(!form.has("client_secret"), "no password goes with an assertion");
    this.judge.holds(form.get("client_assertion_type") === "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", "the assertion's type is told");
    try {
      const options = { algorithms: ["RS256", "PS256"], issuer: this.appId, subject: this.appId, audience: this.address, complete: true };
      const { header, payload } = jwt.verify(assertion, this.certificate, options);
      this.judge.holds(Boolean(payload.jti) && payload.exp - Date.now() / 1000 <= 600, "the assertion is for once and for ten minutes at most");
      return this.judge.holds(header["x5t#S256"] === thumbprint, "the assertion names its certificate");
    } catch (problem) {
      return this.judge.holds(false, `the assertion: ${problem.message}`);
    }
  }

  #give() {
    this.counts.given++;
    const token = jwt.sign({ appid: this.appId, jti: randomUUID() }, "the service URL knows its own", { expiresIn: this.expiresIn });
    this.issued.set(token, Date.now() + this.expiresIn * 1000);
    return token;
  }
}
