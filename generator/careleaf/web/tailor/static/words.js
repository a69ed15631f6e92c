// The names of phrases in; the phrases, in the language of the screen, out.

export const form = document.getElementById("tailor");
const phrases = document.getElementById("words").dataset;

export function say(name, values = {}) {
  return phrases[name].replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}

export function listed(words) {
  return new Intl.ListFormat(document.documentElement.lang).format(words);
}

export function speak(text) {
  const spoken = document.getElementById("spoken");
  spoken.textContent = "";
  spoken.textContent = text;
}

export function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

export const iconOf = (selector) => document.querySelector(`${selector} .icon`).cloneNode(true);
