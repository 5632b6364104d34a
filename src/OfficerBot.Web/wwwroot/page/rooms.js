// The two rooms of a person: side by side, or as tabs with a count of what is unread on a phone.
import { openChat } from './chat.js';
import { heardAt } from './clock.js';
import { byId, make, showCount } from './dom.js';
import { nameOf } from './people.js';
import { keepSeat } from './seat.js';
import { word } from './words.js';

const names = ['group', 'private'];
const narrow = window.matchMedia('(max-width: 720px)');
let seat = null;
let person = null;
let chats = {};
let unread = {};

const room = name => byId(`room-${name}`);
const isInView = name => document.visibilityState === 'visible' && (!narrow.matches || seat.room === name);

function showUnread() {
  for (const name of names) showCount(byId(`tab-${name}`).querySelector('.count'), unread[name].size);
  const sum = names.reduce((total, name) => total + unread[name].size, 0);
  document.title = (sum > 0 ? `(${sum}) ` : '') + word('title');
}

function markSeen(name, timestamp) {
  unread[name].clear();
  if (timestamp > seat.seen[name]) seat.seen[name] = timestamp;
}

function heardIn(name, activity) {
  if (activity.channelData?.at) heardAt(activity.channelData.at);
  if (activity.type !== 'message' || activity.from.role === 'user' || !activity.timestamp) return;
  if (isInView(name)) markSeen(name, activity.timestamp);
  else if (activity.timestamp > seat.seen[name]) unread[name].add(activity.id);
  keepSeat(seat);
  showUnread();
}

function look(name) {
  seat.room = name;
  for (const other of names) {
    const shown = other === name;
    byId(`tab-${other}`).setAttribute('aria-selected', String(shown));
    byId(`tab-${other}`).tabIndex = shown ? 0 : -1;
    room(other).classList.toggle('behind', !shown);
  }
  lookAgain();
}

// Web Chat marks files that wait for the next message with a dot on the clip, which few people see.
function showAttached(name, count) {
  const line = room(name).querySelector('.attached');
  const text = count > 0 ? word('attached', { count }) : '';
  if (line.textContent !== text) line.textContent = text;
}

// What is in view is read: on a tab's opening, and when the window comes back to the front.
function lookAgain() {
  if (!seat) return;
  for (const name of names.filter(isInView)) markSeen(name, new Date().toISOString());
  keepSeat(seat);
  showUnread();
}

function sayings(name) {
  const role = ['liaison', 'leader', 'officer', 'deputy'].find(each => person.roles.includes(each)) ?? 'stranger';
  return word(`say.${role === 'deputy' ? 'officer' : role}.${name}`);
}

function examples(name) {
  const box = make('details', { class: 'examples' },
    make('summary', {}, word('examples')),
    make('div', { class: 'examples-list' },
      make('p', {}, word('examplesNote')),
      ...sayings(name).map(text => make('button', { type: 'button', click: () => { box.open = false; chats[name].fill(text); } }, text))));
  return box;
}

function dress() {
  if (!seat) return;
  for (const name of names) {
    room(name).querySelector('.examples')?.remove();
    room(name).querySelector('.room-head').append(examples(name));
    chats[name]?.draw();
  }
  showUnread();
}

/** Opens both rooms for a seat; the first one looked at is the one the seat remembers. */
export function openRooms(taken, who) {
  seat = taken;
  person = who;
  unread = { group: new Set(), private: new Set() };
  for (const name of names) {
    // A fresh element each time: Web Chat of the last person goes with his element.
    const place = make('div', { class: 'chat' });
    room(name).querySelector('.chat').replaceWith(place);
    chats[name] = openChat({ place, seat: seat.rooms[name], userName: nameOf(person), heard: activity => heardIn(name, activity), attached: count => showAttached(name, count) });
  }
  dress();
  look(seat.room);
}

/** Leaves both rooms; the lines are closed. */
export function closeRooms() {
  for (const name of names) chats[name]?.close();
  chats = {};
  seat = null;
  document.title = word('title');
}

function step(event) {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
  const other = seat.room === 'group' ? 'private' : 'group';
  look(other);
  byId(`tab-${other}`).focus();
}

for (const name of names) {
  byId(`tab-${name}`).addEventListener('click', () => look(name));
  byId(`tab-${name}`).addEventListener('keydown', step);
}
document.addEventListener('visibilitychange', lookAgain);
narrow.addEventListener('change', lookAgain);
document.addEventListener('language', dress);
document.addEventListener('click', event => {
  for (const open of document.querySelectorAll('.examples[open]')) if (!open.contains(event.target)) open.open = false;
});
// Direct Line renews its token by itself; the seat keeps the newest for a reload.
window.addEventListener('pagehide', () => {
  if (!seat) return;
  for (const name of names) seat.rooms[name].token = chats[name]?.token() ?? seat.rooms[name].token;
  keepSeat(seat);
});
