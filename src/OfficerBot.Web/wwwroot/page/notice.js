// One line before the reader, for a moment or until it is withdrawn.
import { byId } from './dom.js';

const stays = 4_000; // ms
let timer = 0;

function show(text) {
  clearTimeout(timer);
  byId('notice').textContent = text;
  byId('notice').hidden = false;
}

/** Takes the line away. */
export function hush() {
  clearTimeout(timer);
  byId('notice').hidden = true;
}

/** Says something for a moment. */
export function say(text) {
  show(text);
  timer = setTimeout(hush, stays);
}

/** Says something until hush or other words. */
export const keepSaying = show;
