// Keeps the focus in the room that was spoken in. Web Chat 4.18.1 gives it, after each message sent, to the box of the
// instance that was made last; with two rooms on one page the next words would be said in the wrong one.
const jumpsWithin = 400; // ms
const sendBox = '[data-id="webchat-sendbox-input"]';
let spokenIn = null;
let timer = 0;

const roomOf = element => element?.closest?.('.room') ?? null;

function forget() {
  clearTimeout(timer);
  spokenIn = null;
}

function remember(room) {
  forget();
  spokenIn = room;
  timer = setTimeout(forget, jumpsWithin);
}

document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && event.target.matches?.(sendBox)) remember(roomOf(event.target));
  else forget();
}, true);

document.addEventListener('click', event => {
  if (roomOf(event.target)) remember(roomOf(event.target));
}, true);

document.addEventListener('pointerdown', forget, true);

// Only the reader moves between rooms.
document.addEventListener('focusin', event => {
  const room = spokenIn;
  if (!room || !event.target.matches?.(sendBox) || roomOf(event.target) === room) return;
  forget();
  room.querySelector(sendBox)?.focus();
}, true);
