// Doses typed, left blank, put back or decided in; the cells that show it out.

import { watchHints } from "./hint.js";
import { pending } from "./pages.js";
import { element, form } from "./words.js";

const list = document.getElementById("list");
const WAIT = 450; // ms after the last key: "12" is not "1"
let changed = () => {};
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
    if (!isCell(event.target)) return;
    before = event.target.value;
    event.target.select();
  });
  watchHints(list, blank);
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

function blank(cell) {
  cell.value = "";
  dress(cell);
  soon(0);
}

function soon(wait) {
  pending("dose", wait, () => changed("dose"));
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
  frame.classList.toggle("long", cell.value.length + frame.querySelector(".unit").textContent.length > 3);
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
