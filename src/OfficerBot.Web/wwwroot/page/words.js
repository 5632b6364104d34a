// The page's words in both languages, and which one is shown. The choice outlives the tab.
const kept = 'officerbot.language';
const tables = {};
let language = 'zh';

/** Reads both tables; call once before anything is shown. */
export async function loadWords() {
  await Promise.all(['zh', 'en'].map(async name => {
    tables[name] = await (await fetch(`/page/words.${name}.json`)).json();
  }));
  choose(localStorage.getItem(kept) ?? (navigator.language.startsWith('en') ? 'en' : 'zh'));
}

export const current = () => language;

/** The language as a BCP-47 tag, for the page, Intl and Web Chat. */
export const tag = () => (language === 'en' ? 'en-US' : 'zh-CN');

/** A word or sentence, its {places} filled. A missing key shows itself, so that it is noticed. */
export function word(key, places = {}) {
  const text = tables[language][key] ?? key;
  return typeof text === 'string' ? text.replace(/\{(\w+)\}/g, (_, name) => places[name] ?? '') : text;
}

/** The Chinese or English one of two, the Chinese when there is no English. */
export const either = (zh, en) => (language === 'en' && en ? en : zh ?? '');

/** Switches the language; listeners of the document's "language" event redraw what they own. */
export function choose(name) {
  language = name === 'en' ? 'en' : 'zh';
  localStorage.setItem(kept, language);
  document.documentElement.lang = tag();
  document.title = word('title');
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll('[data-word-label]')) element.setAttribute('aria-label', word(element.dataset.wordLabel));
  for (const element of document.querySelectorAll('[data-word-placeholder]')) element.placeholder = word(element.dataset.wordPlaceholder);
  document.dispatchEvent(new CustomEvent('language'));
}
