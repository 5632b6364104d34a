// The first screen: choose who to be. People stand under their first role, in the order below.
import { byId, make } from './dom.js';
import { either, word } from './words.js';

const order = ['officer', 'deputy', 'liaison', 'leader', 'reviewer', 'stranger'];
let people = [];
let chosenRole = 'all';
let onPick = () => {};

const rolesOf = person => order.filter(role => person.roles.includes(role));
const firstRole = person => rolesOf(person)[0] ?? 'stranger';

/** The name as the page's language has it. */
export const nameOf = person => either(person.name, person.nameEn);
export const unitOf = person => either(person.unit, person.unitEn);

function matches(person, sought) {
  const name = person.nameEn ?? '';
  // "liuyichao" and "lyc" find Liu Yichao: officers type initials.
  const initials = name.split(/[\s'-]+/).map(part => part[0] ?? '').join('');
  return [person.name, name, name.replaceAll(/[\s'-]/g, ''), initials, person.unit, person.unitEn, person.title]
    .some(text => text?.toLowerCase().includes(sought));
}

function card(person) {
  // The section says the first role; a badge is for what else he is.
  const roles = rolesOf(person).slice(1).map(role => make('span', { class: `role role-${role}` }, word(`role.${role}`)));
  return make('li', {}, make('button', { type: 'button', class: 'person', 'data-person': person.id, 'data-name': person.name, click: () => onPick(person) },
    make('span', { class: `face face-${firstRole(person)}`, 'aria-hidden': 'true' }, [...person.name][0] ?? '?'),
    make('span', { class: 'person-words' },
      make('span', { class: 'person-name' }, nameOf(person), ...roles),
      make('span', { class: 'person-unit' }, [unitOf(person), person.title].filter(Boolean).join(' · ')))));
}

function section(role, members) {
  return make('section', { class: `people-section${members.length > 2 ? '' : ' few'}`, 'aria-labelledby': `role-${role}` },
    make('h3', { id: `role-${role}` }, word(`role.${role}`), make('span', { class: 'tally' }, String(members.length))),
    make('ul', {}, ...members.map(card)));
}

function drawRoles() {
  const present = order.filter(role => people.some(person => firstRole(person) === role));
  byId('people-roles').replaceChildren(...['all', ...present].map(role => make('button', {
    type: 'button', class: 'chip', 'aria-pressed': String(role === chosenRole),
    click: () => { chosenRole = role; drawPeople(); },
  }, word(`role.${role}`))));
}

function drawPeople() {
  const sought = byId('people-search').value.trim().toLowerCase();
  const found = people.filter(person => matches(person, sought) && (chosenRole === 'all' || firstRole(person) === chosenRole));
  const sections = order
    .map(role => [role, found.filter(person => firstRole(person) === role)])
    .filter(([, members]) => members.length > 0);
  drawRoles();
  byId('people-list').replaceChildren(...sections.map(([role, members]) => section(role, members)));
  byId('people-none').hidden = found.length > 0;
}

/** Offers the people; pick is called with the chosen one. */
export function offerPeople(all, pick) {
  people = all;
  onPick = pick;
  drawPeople();
}

byId('people-search').addEventListener('input', drawPeople);
document.addEventListener('language', drawPeople);
