// A dose that has the focus in; what its author allows, beside it, out. Its button is for the mouse,
// Delete for keys. On a narrow window it stands in the list, below the row, and covers nothing.

import { element, iconOf, say } from "./words.js";

const narrow = matchMedia("(width < 56rem)");
let hint = null;
let pressed = false;

const isCell = (target) => target?.matches?.(".cell input[inputmode]");

export function watchHints(list, blank) {
  const panel = list.closest(".panel");
  list.addEventListener("focusin", (event) => isCell(event.target) && show(event.target, blank));
  // What is pressed must not move away before it is let go.
  document.addEventListener("mousedown", () => { pressed = true; }, true);
  document.addEventListener("mouseup", () => setTimeout(() => {
    pressed = false;
    if (!isCell(document.activeElement)) hide();
  }), true);
  list.addEventListener("focusout", () => pressed || hide());
  // What is refused says itself what the author allows, in the same place.
  document.addEventListener("careleaf-told", () => {
    if (isCell(document.activeElement)) show(document.activeElement, blank);
  });
  panel.addEventListener("scroll", () => hint && !narrow.matches && follow(panel), { passive: true });
}

function hide() {
  hint?.remove();
  hint = null;
}

function show(cell, blank) {
  hide();
  if (cell.hasAttribute("aria-invalid")) return;
  const words = element("span", {}, cell.dataset.hint);
  const button = element("button", { type: "button", class: "button", tabindex: "-1" }, iconOf(".pen"), say("blank"));
  hint = element("div", { class: "popover hint" }, words, button);
  hint.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    if (event.target.closest("button")) blank(cell);
  });
  if (narrow.matches) below(cell);
  else beside(cell);
}

function below(cell) {
  cell.closest(".row").after(hint);
  hint.scrollIntoView({ block: "nearest" });
}

function beside(cell) {
  cell.closest("main").append(hint);
  put(cell);
}

// With the dose as it scrolls; not beyond the list that holds it.
function follow(panel) {
  const cell = document.activeElement.getBoundingClientRect();
  const list = panel.getBoundingClientRect();
  if (cell.bottom < list.top || cell.top > list.bottom) hide();
  else put(document.activeElement);
}

function put(cell) {
  const at = cell.closest(".cell").getBoundingClientRect();
  const fits = at.bottom + hint.offsetHeight + 12 < innerHeight - 80;
  hint.style.setProperty("top", `${fits ? at.bottom + 8 : at.top - hint.offsetHeight - 8}px`);
  hint.style.setProperty("left", `${Math.max(8, Math.min(at.left, innerWidth - hint.offsetWidth - 8))}px`);
}
