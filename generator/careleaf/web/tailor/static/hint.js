// A dose that has the focus in; what its author allows, below its row, out. It stands in the list, as
// what is refused does, and so covers nothing. Its button is for the mouse, Delete for keys.

import { element, iconOf, say } from "./words.js";

let hint = null;
let pressed = false;

const isCell = (target) => target?.matches?.(".cell input[inputmode]");

export function watchHints(list, blank) {
  list.addEventListener("focusin", (event) => isCell(event.target) && show(event.target, blank));
  // What is pressed must not move away before it is let go.
  document.addEventListener("mousedown", () => { pressed = true; }, true);
  document.addEventListener("mouseup", () => setTimeout(() => {
    pressed = false;
    if (isCell(document.activeElement)) show(document.activeElement, blank);
    else hide();
  }), true);
  list.addEventListener("focusout", () => pressed || hide());
  // What is refused says itself what the author allows, in the same place.
  document.addEventListener("careleaf-told", () => {
    if (isCell(document.activeElement)) show(document.activeElement, blank);
  });
}

function hide() {
  hint?.remove();
  hint = null;
}

function show(cell, blank) {
  if (pressed) return;
  hide();
  if (cell.hasAttribute("aria-invalid")) return;
  const words = element("span", {}, cell.dataset.hint);
  const button = element("button", { type: "button", class: "button", tabindex: "-1" }, iconOf(".pen"), say("blank"));
  hint = element("div", { class: "hint" }, words, button);
  hint.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    if (event.target.closest("button")) blank(cell);
  });
  cell.closest(".exercise").append(hint);
  hint.scrollIntoView({ block: "nearest" });
}
