// Doses typed, left blank, put back or decided in; the cells that show it out.

import { pending } from "./pages.js";
import { element, form, iconOf, say } from "./words.js";

const list = document.getElementById("list");
const WAIT = 450; // ms after the last key: "12" is not "1"
let changed = () => {};
let waiting = 0;
let before = "";

const cells = () => [...list.querySelectorAll(".cell input[inputmode]")];
const row = (cell) => cell.closest(".exercise");
const pen = (exercise) => exercise.querySelector(".pen input");

export function watchDoses(onChange) {
  changed = onChange;
  for (const cell of cells()) dress(cell);
  for (const exercise of list.querySelectorAll(".exercise")) {
    if (pen(exercise).checked) blankAll(exercise);
  }
  list.addEventListener("focusin", (event) => {
    if (!isCell(event.target)) return hideHint();
    before = event.target.value;
    event.target.select();
    return showHint(event.target);
  });
  list.addEventListener("focusout", (event) => isCell(event.target) && hideHint());
  list.addEventListener("input", (event) => isCell(event.target) && typed(event.target));
  list.addEventListener("keydown", (event) => isCell(event.target) && pressed(event));
  list.addEventListener("change", (event) => {
    if (event.target.matches(".pen input")) penned(event.target);
    else if (isCell(event.target)) soon(0);
  });
}

// A dose as a button that mends it says: another one, or what stands there, decided on.
export function setDose(name, value) {
  const cell = form.elements[name.replace(/^decided/, "dose")];
  if (name.startsWith("dose")) cell.value = value;
  else decide(cell, value);
  dress(cell);
  cell.focus();
  soon(0);
}

const isCell = (target) => target.matches?.(".cell input[inputmode]");

function soon(wait) {
  pending();
  clearTimeout(waiting);
  waiting = setTimeout(() => changed("dose"), wait);
}

function typed(cell) {
  pen(row(cell)).checked = false;
  dress(cell);
  soon(WAIT);
}

function pressed(event) {
  const cell = event.target;
  if (event.key === "Delete") cell.value = "";
  else if (event.key === "Escape") cell.value = before;
  else if (event.key === "Enter") {
    const name = cell.name.split(".").at(-1);
    const column = cells().filter((one) => one.name.endsWith(`.${name}`) && one.offsetParent);
    column[column.indexOf(cell) + 1]?.focus();
    event.preventDefault();
    return;
  } else return;
  event.preventDefault();
  dress(cell);
  soon(0);
}

function dress(cell) {
  const frame = cell.closest(".cell");
  frame.classList.toggle("blank", cell.value.trim() === "");
  frame.classList.toggle("wide", cell.value.length > 4);
  const decided = frame.querySelector("input[type=hidden]");
  if (decided && decided.value !== cell.value) decided.remove();
  frame.classList.toggle("decided", Boolean(decided) && decided.value === cell.value);
}

function decide(cell, value) {
  cell.closest(".cell").querySelector("input[type=hidden]")?.remove();
  cell.value = value;
  cell.after(element("input", { type: "hidden", name: cell.name.replace(/^dose/, "decided"), value }));
}

function penned(box) {
  const exercise = row(box);
  if (box.checked) blankAll(exercise);
  else {
    for (const cell of exercise.querySelectorAll(".cell input[inputmode]")) {
      cell.value = cell.dataset.kept || cell.dataset.usual;
      dress(cell);
    }
  }
  soon(0);
}

function blankAll(exercise) {
  for (const cell of exercise.querySelectorAll(".cell input[inputmode]")) {
    cell.dataset.kept = cell.value;
    cell.value = "";
    dress(cell);
  }
}

// What the author allows, at the cell that has the focus; its button is for the mouse, Delete for keys.
let hint = null;

function showHint(cell) {
  hideHint();
  const words = element("span", {}, cell.dataset.hint);
  const blank = element("button", { type: "button", class: "button", tabindex: "-1" }, iconOf(".pen"), say("blank"));
  hint = element("div", { class: "popover hint" }, words, blank);
  hint.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    if (!event.target.closest("button")) return;
    cell.value = "";
    dress(cell);
    soon(0);
  });
  list.closest("main").append(hint);
  const at = cell.closest(".cell").getBoundingClientRect();
  const below = !row(cell).querySelector(".message") && at.bottom + hint.offsetHeight + 12 < innerHeight - 80;
  hint.style.setProperty("top", `${below ? at.bottom + 8 : at.top - hint.offsetHeight - 8}px`);
  hint.style.setProperty("left", `${Math.max(8, Math.min(at.left, innerWidth - hint.offsetWidth - 8))}px`);
}

// A message that came below the cell must not lie under it.
document.addEventListener("careleaf-told", () => {
  if (hint && isCell(document.activeElement)) showHint(document.activeElement);
});

function hideHint() {
  hint?.remove();
  hint = null;
}
list.closest(".panel").addEventListener("scroll", hideHint, { passive: true });
