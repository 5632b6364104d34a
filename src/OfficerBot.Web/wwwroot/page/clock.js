// The office clock: what it shows, and moving it forward. Office times are local, without offset: 2020-09-16T11:12.
import { byId, foldable, make } from './dom.js';
import { moveClock } from './sample.js';
import { tag, word } from './words.js';

const stops = ['09:00', '11:12', '11:45', '12:00', '17:00'];
const nextMorning = '08:30';
let now = null;
let afterMove = () => {};
let tell = () => {};

// The arithmetic runs in UTC only so that no browser's own zone can shift an office time.
const read = local => new Date(`${local.slice(0, 16)}:00Z`);
const write = date => date.toISOString().slice(0, 16);
const plus = (local, minutes) => write(new Date(read(local).getTime() + minutes * 60_000));

/** "9月16日 周三" or "Wed 16 Sep"; the year is known to who works in it. */
const dateWords = local => {
  const part = (locale, options) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(read(local));
  return tag() === 'en-US'
    ? `${part('en-US', { weekday: 'short' })} ${part('en-US', { day: 'numeric' })} ${part('en-US', { month: 'short' })}` // "Sep", as the bot says; British "Sept" is not
    : `${part('zh-CN', { day: 'numeric', month: 'long' })} ${part('zh-CN', { weekday: 'short' })}`;
};
const timeWords = local => local.slice(11, 16);

function moves() {
  const today = stops.map(time => ({ to: `${now.slice(0, 10)}T${time}`, label: word('clockAt', { time }) }));
  return [
    { to: plus(now, 15), label: word('clockPlus') },
    ...today,
    { to: `${plus(now, 24 * 60).slice(0, 10)}T${nextMorning}`, label: word('clockTomorrow', { time: nextMorning }) },
  ];
}

function draw() {
  if (!now) return;
  byId('clock-date').textContent = dateWords(now);
  byId('clock-time').textContent = timeWords(now);
  byId('clock-time').dateTime = now;
  byId('clock-toggle').setAttribute('aria-label', word('clockFace', { date: dateWords(now), time: timeWords(now) }));
  byId('clock-moves').replaceChildren(...moves().map(({ to, label }) => make('button', {
    type: 'button', class: 'chip', 'data-to': to, disabled: to <= now.slice(0, 16), click: () => move(to),
  }, label)));
  const input = byId('clock-to');
  input.min = now.slice(0, 16);
  if (!input.value || input.value < input.min) input.value = now.slice(0, 16);
}

async function move(to) {
  if (!to) return;
  if (to < now.slice(0, 16)) {
    tell(word('clockBackwards', { now: `${dateWords(now)} ${timeWords(now)}` }));
    return;
  }
  try {
    showClock((await moveClock(to)).now);
    panel.close();
    tell(word('clockMoved', { now: `${dateWords(now)} ${timeWords(now)}` }));
    await afterMove();
  } catch (refusal) {
    tell(word('failed', { why: refusal.message }));
  }
}

/** Shows an office time; called with each poll. The buttons are redrawn only when the minute changed, to keep the focus. */
export function showClock(local) {
  const changed = local.slice(0, 16) !== now?.slice(0, 16);
  now = local;
  if (changed) draw();
}

/** Somebody spoke at an office minute: when it is later than what is shown, another window moved the clock. */
export function heardAt(minute) {
  if (now && minute > now.slice(0, 16)) showClock(minute);
}

/** Starts the control: say puts a line before the reader, moved runs after each move. */
export function startClock({ say, moved }) {
  tell = say;
  afterMove = moved;
}

const panel = foldable(byId('clock-toggle'), byId('clock-panel'));
byId('clock-form').addEventListener('submit', event => {
  event.preventDefault();
  move(byId('clock-to').value);
});
document.addEventListener('language', draw);
