// Small makers of elements, so that nothing from outside is ever written as HTML.

/** The element of this id; throws when the page has none, which is our mistake. */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`No element #${id}`);
  return found;
}

/**
 * Makes an element. Attributes of value false or null are left out, true is written empty,
 * a function is a listener by its event name: make('button', { click: go }, 'Go').
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child != null && child !== false));
  return element;
}

/** Shows a count in a badge, or hides the badge at zero. */
export function showCount(badge, count) {
  badge.textContent = count > 99 ? '99+' : String(count);
  badge.hidden = count === 0;
}

/** Opens or closes what a toggle controls; on wide screens the style sheet shows it anyway. */
export function foldable(toggle, panel) {
  const set = open => {
    toggle.setAttribute('aria-expanded', String(open));
    panel.classList.toggle('open', open);
  };
  toggle.addEventListener('click', () => set(toggle.getAttribute('aria-expanded') !== 'true'));
  document.addEventListener('click', event => {
    if (!toggle.contains(event.target) && !panel.contains(event.target)) set(false);
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && toggle.getAttribute('aria-expanded') === 'true') { set(false); toggle.focus(); }
  });
  return { close: () => set(false) };
}
