// Starts the page: reads the sample, seats whoever this tab was, and follows clock, mail and "start over" from then on.
import { showClock, startClock } from './clock.js';
import { byId, foldable, make } from './dom.js';
import './focus.js';
import { countMails, startMail } from './mail.js';
import { hush, keepSaying, say } from './notice.js';
import { nameOf, offerPeople, unitOf } from './people.js';
import { closeRooms, openRooms } from './rooms.js';
import { Refusal, readSample, restart } from './sample.js';
import { hadSeat, leaveSeat, readSeat, resumeSeat, takeSeat } from './seat.js';
import { choose, current, either, loadWords, word } from './words.js';

const pollEvery = 10_000; // ms
const restartedFlag = 'officerbot.restarted';
let sample = null;
let person = null;
let isCutOff = false;
const menu = foldable(byId('menu-toggle'), byId('menu'));

function show(view) {
  document.body.dataset.view = view;
  for (const name of ['people', 'rooms', 'loading']) byId(name).hidden = name !== view;
}

function drawNames() {
  byId('group-name').textContent = either(sample.group.zh, sample.group.en);
  byId('who').hidden = person === null;
  if (person) {
    byId('bar-who').textContent = [nameOf(person), unitOf(person)].filter(Boolean).join(' · ');
    byId('who').replaceChildren(make('span', { class: 'who-name' }, nameOf(person)), make('span', { class: 'who-unit' }, unitOf(person)), make('span', { class: 'who-switch' }, word('switchPerson')));
  }
}

function enter(seat, who) {
  person = who;
  show('rooms');
  drawNames();
  openRooms(seat, who);
}

async function pick(who) {
  try {
    enter(await takeSeat(sample.epoch, who.id), who);
  } catch (refusal) {
    say(word('failed', { why: refusal.message }));
  }
}

function leave() {
  closeRooms();
  leaveSeat();
  person = null;
  menu.close();
  drawNames();
  show('people');
}

async function resume() {
  const seat = readSeat(sample.epoch);
  const who = seat && sample.people.find(each => each.id === seat.person);
  if (who) enter(await resumeSeat(seat), who);
  else show('people');
}

// Another window, or this one, started over: nothing on this page belongs to the new sample.
function startAfresh() {
  if (hadSeat()) sessionStorage.setItem(restartedFlag, 'yes');
  leaveSeat();
  history.replaceState(null, '', location.pathname);
  location.reload();
}

// The line stays while the service is away, and goes when it is back.
function noteReached(isReached) {
  if (!isReached) keepSaying(word('unreachable'));
  else if (isCutOff) hush();
  isCutOff = !isReached;
}

async function poll() {
  if (document.visibilityState !== 'visible') return;
  try {
    const latest = await readSample();
    noteReached(true);
    if (latest.epoch !== sample.epoch) { startAfresh(); return; }
    showClock(latest.now);
    await countMails();
  } catch (failure) {
    if (!(failure instanceof Refusal)) noteReached(false);
  }
}

function askRestart() {
  const sure = byId('sure');
  sure.returnValue = 'no';
  sure.addEventListener('close', async () => {
    if (sure.returnValue !== 'yes') return;
    try {
      await restart();
      startAfresh();
    } catch (refusal) {
      say(word('failed', { why: refusal.message }));
    }
  }, { once: true });
  sure.showModal();
}

function listen() {
  byId('language').addEventListener('click', () => { choose(current() === 'en' ? 'zh' : 'en'); menu.close(); });
  byId('restart').addEventListener('click', () => { menu.close(); askRestart(); });
  byId('who').addEventListener('click', leave);
  byId('mail-link').addEventListener('click', menu.close);
  document.addEventListener('language', drawNames);
  document.addEventListener('visibilitychange', poll);
  window.addEventListener('online', poll);
  setInterval(poll, pollEvery);
}

async function firstRead() {
  try {
    return await readSample();
  } catch {
    byId('loading').textContent = word('unreachable');
    await new Promise(done => setTimeout(done, 2000));
    return firstRead();
  }
}

await loadWords();
sample = await firstRead();
startClock({ say, moved: countMails });
showClock(sample.now);
offerPeople(sample.people, pick);
drawNames();
listen();
await Promise.all([resume(), startMail(), countMails()]);
if (sessionStorage.getItem(restartedFlag)) {
  sessionStorage.removeItem(restartedFlag);
  say(word('restarted'));
}
