// Who speaks: the name, unit and office time above a message, and a round sign with the first character beside it.
// Web Chat draws by role and shows no names.
import { element, keyed } from './react.js';
import { current, word } from './words.js';

const colours = ['#8c1d18', '#2f5d62', '#5a4a1f', '#3d4f7c', '#6b3f5e', '#3f6040', '#7a4a2b', '#4a4a68'];
const colourOf = id => colours[[...id].reduce((sum, char) => (sum * 31 + char.codePointAt(0)) >>> 0, 7) % colours.length];

/** The name shown for an activity's sender; the bot's is the page's word in English, and when it sent none. */
const speaker = ({ from }) => (from.isBot && current() === 'en' ? word('bot') : from.name || (from.isBot ? word('bot') : ''));

function sign(activity) {
  const { isBot, id } = activity.from;
  return element('div', {
    'aria-hidden': true,
    className: `sign${isBot ? ' sign-bot' : ''}`,
    style: isBot ? undefined : { backgroundColor: colourOf(id) },
    children: isBot ? '报' : [...(speaker(activity) || '?')][0],
  });
}

// The sign stands in this line on a phone, where a column for it would take a seventh of the width.
function nameLine(activity) {
  const { unit, at } = activity.channelData ?? {};
  const own = activity.from.role === 'user';
  const words = [own ? null : speaker(activity), own ? null : unit, at?.slice(11, 16)].filter(Boolean);
  const spans = words.map(text => element('span', { children: text }));
  return element('div', { className: `voice${own ? ' voice-own' : ''}`, children: keyed(...own ? [] : [sign(activity)], ...spans) });
}

/** Puts the sender's line over the first of his messages in a row; other activities pass untouched. */
export const nameAbove = () => next => (...args) => {
  const render = next(...args);
  const [{ activity }] = args;
  if (!render || activity.type !== 'message') return render;
  return (renderAttachment, options) => {
    const drawn = render(renderAttachment, options);
    if (!drawn || !options?.showCallout) return drawn;
    return element('div', { className: 'spoken', children: keyed(nameLine(activity), element('div', { children: drawn })) });
  };
};

/** A round sign for everybody but the reader himself. */
export const signBeside = () => () => ({ activity, fromUser }) => !fromUser && (() => sign(activity));

const isOneRow = (one, other) => one.from.id === other.from.id && one.from.role === other.from.role
  && one.channelData?.at === other.channelData?.at;

/**
 * One row of messages ends where the sender or the office minute changes, as the line above it names both; Web Chat
 * itself would join all colleagues, who share a role.
 */
export const groupBySender = () => next => ({ activities }) => {
  const sender = [];
  for (const activity of activities) {
    const last = sender.at(-1)?.at(-1);
    if (last && isOneRow(last, activity)) sender.at(-1).push(activity);
    else sender.push([activity]);
  }
  return { ...next({ activities }), sender };
};

/** Send states stay; Web Chat's time of day goes, since it is the machine's and the reader lives by the office clock. */
export const withoutMachineTime = () => next => options => next({ ...options, hideTimestamp: true });
