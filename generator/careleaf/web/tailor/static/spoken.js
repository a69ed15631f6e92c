// The languages chosen in; the fields that hold words in them, told so, out: an Arabic note and text
// run from the right while they are typed and read.

import { form } from "./words.js";

const note = ["name", "note"].map((id) => document.getElementById(id));
const text = ["portal", "as-text"].map((id) => document.getElementById(id));

export function watchSpoken() {
  for (const field of form.querySelectorAll("[name=language], [name=with]")) field.addEventListener("change", tell);
  tell();
}

function tell() {
  const chosen = form.querySelector("[name=language]:checked");
  const beside = form.elements.with.value;
  const direction = chosen.nextElementSibling.dir;
  for (const field of [...note, ...text]) field.lang = chosen.value;
  // Of two languages each paragraph goes by its own.
  for (const field of text) field.dir = beside && beside !== chosen.value ? "auto" : direction;
}
