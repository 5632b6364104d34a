// The mail folder as a dialog with addresses of its own: #mail lists, #mail/ID opens one; "back" works.
import { byId, make, showCount } from './dom.js';
import { listMails, openMail } from './sample.js';
import { word } from './words.js';

const dialog = byId('mail');
let mails = [];
let opened = null;

const openedId = () => decodeURIComponent(/^#mail\/(.+)$/.exec(location.hash)?.[1] ?? '');
const bytes = count => (count < 1024 ? `${count} B` : count < 1024 * 1024 ? `${Math.round(count / 1024)} KB` : `${(count / 1024 / 1024).toFixed(1)} MB`);
/** "沅江市公安局 <a@b>" is shown as "沅江市公安局"; a bare address as itself. */
const shortName = address => /^\s*"?([^"<]*[^"<\s])"?\s*</.exec(address ?? '')?.[1] ?? address ?? '';
const shortTime = at => at.slice(5, 16).replace('T', ' ');
const longTime = at => at.slice(0, 16).replace('T', ' ');

function row(mail) {
  return make('a', { class: 'mail-row', href: `#mail/${encodeURIComponent(mail.id)}`, 'aria-current': mail.id === openedId() ? 'true' : null },
    make('span', { class: 'mail-row-top' }, make('b', {}, shortName(mail.from)), make('time', { datetime: mail.at }, shortTime(mail.at))),
    make('span', { class: 'mail-row-subject' }, mail.subject),
    make('span', { class: 'mail-row-more' }, `${word('mailTo')} ${shortName(mail.to)}`),
    make('span', { class: 'mail-row-more' }, [...mail.attachments.map(file => file.name), bytes(mail.bytes)].join(' · ')));
}

function drawList() {
  byId('mail-list').replaceChildren(...(mails.length > 0 ? mails.map(row) : [make('p', { class: 'empty' }, word('mailNone'))]));
}

const headerOf = (mail, name) => mail.headers.find(([key]) => key.toLowerCase() === name)?.[1];

function facts(mail) {
  const at = mails.find(each => each.id === openedId())?.at;
  const known = [['mailFrom', headerOf(mail, 'from')], ['mailTo', headerOf(mail, 'to')], ['mailDate', at && longTime(at)]];
  return make('dl', { class: 'mail-facts' }, ...known.flatMap(([label, value]) =>
    (value ? [make('dt', {}, word(label)), make('dd', {}, value)] : [])));
}

function files(mail) {
  if (mail.attachments.length === 0) return null;
  return make('section', { class: 'mail-files' }, make('h4', {}, word('mailFiles')),
    make('ul', {}, ...mail.attachments.map(file => make('li', {}, make('a', { href: file.url, download: file.name }, file.name)))));
}

function rawHeaders(mail) {
  return make('details', { class: 'mail-headers' }, make('summary', {}, word('mailHeaders')),
    make('dl', {}, ...mail.headers.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)])));
}

function drawOpened() {
  const place = byId('mail-open');
  dialog.classList.toggle('reading', opened !== null);
  byId('mail-back').hidden = opened === null;
  if (!opened) {
    place.replaceChildren(mails.length > 0 ? make('p', { class: 'empty' }, word('mailPick')) : '');
    return;
  }
  place.replaceChildren(...[
    make('h3', {}, headerOf(opened, 'subject') ?? ''), facts(opened), files(opened),
    make('pre', { class: 'mail-text' }, opened.text || word('mailNoText')),
    rawHeaders(opened),
    make('a', { class: 'plain', href: `/sample/mails/${encodeURIComponent(openedId())}/raw`, download: `${openedId()}.eml` }, word('mailRaw')),
  ].filter(Boolean));
}

async function follow() {
  const shown = /^#mail(\/|$)/.test(location.hash);
  if (!shown) { if (dialog.open) dialog.close(); return; }
  if (!dialog.open) dialog.showModal();
  await countMails();
  opened = openedId() ? await openMail(openedId()).catch(() => null) : null;
  drawList();
  drawOpened();
  if (opened) byId('mail-open').focus();
}

/** Reads the folder and shows its count; called with each poll and after each move of the clock. */
export async function countMails() {
  const before = mails.map(mail => mail.id).join();
  mails = await listMails();
  showCount(byId('mail-count'), mails.length);
  byId('menu-dot').hidden = mails.length === 0;
  if (dialog.open && before !== mails.map(mail => mail.id).join()) drawList();
}

const leave = () => { history.replaceState(null, '', location.pathname); follow(); };
byId('mail-close').addEventListener('click', leave);
byId('mail-back').addEventListener('click', () => { location.hash = '#mail'; });
dialog.addEventListener('cancel', event => { event.preventDefault(); leave(); });
dialog.addEventListener('click', event => { if (event.target === dialog) leave(); });
window.addEventListener('hashchange', follow);
document.addEventListener('language', () => { drawList(); drawOpened(); });

/** Opens what the address asks for; call once the words are there. */
export const startMail = follow;
