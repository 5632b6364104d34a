// The service's sample mode over HTTP. Every call answers data or throws a Refusal in words.

/** The service said no; the message is its own, for people. */
export class Refusal extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

async function ask(path, body) {
  const request = body === undefined ? {} : {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
  const response = await fetch(path, { cache: 'no-store', ...request });
  const answer = await response.json().catch(() => null);
  if (!response.ok) {
    throw new Refusal(response.status, answer?.error?.code, answer?.error?.message ?? `HTTP ${response.status}`);
  }
  return { answer, date: response.headers.get('Date') };
}

const answerOf = async (path, body) => (await ask(path, body)).answer;

export const readSample = () => answerOf('/sample');
export const moveClock = to => answerOf('/sample/clock', { to });
export const restart = () => answerOf('/sample/restart', {});
export const listMails = () => answerOf('/sample/mails');
export const openMail = id => answerOf(`/sample/mails/${encodeURIComponent(id)}`);

/** Sits a person in a room: {token, userId, conversationId, satAt}, satAt in the server's own time. */
export async function sit(person, room) {
  const { answer, date } = await ask('/sample/sit', { person, room });
  return { ...answer, satAt: date ? new Date(date).toISOString() : new Date().toISOString() };
}

/** A fresh token for the same user and conversation, or null when this one is spent. */
export async function refresh(token) {
  const response = await fetch('/v3/directline/tokens/refresh', {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
  });
  return response.ok ? (await response.json()).token : null;
}
