// Rows moved by mouse, by keys or by a menu in; their order, in the form and spoken, out.

import { element, form, say, speak } from "./words.js";

const list = document.getElementById("list");
let changed = () => {};
let lifted = null;
let menu = null;

const kind = (item) => [...item.classList].find((one) => ["part", "section", "exercise"].includes(one));
const nameOf = (item) => item.querySelector(".grip").dataset.name;
const row = (item) => [...item.parentElement.children].filter((one) => kind(one) === kind(item) || !one.matches(".exercise") === !item.matches(".exercise"));

export function watchOrder(onChange) {
  changed = onChange;
  list.addEventListener("keydown", pressed, true);
  list.addEventListener("pointerdown", grabbed);
  list.addEventListener("click", (event) => {
    const grip = event.target.closest(".grip");
    if (grip && !grip.dataset.dragged) openMenu(grip);
    if (grip) delete grip.dataset.dragged;
  });
  document.addEventListener("pointerdown", (event) => {
    if (menu && !menu.contains(event.target) && !event.target.closest(".grip")) closeMenu();
  });
}

// Focus that goes elsewhere leaves the row where it is.
document.addEventListener("focusin", (event) => {
  if (lifted && !lifted.item.contains(event.target)) drop(true);
});

function write() {
  form.elements.order.value = [...list.querySelectorAll("li[data-id]")].map((one) => one.dataset.id).join(",");
}

function place(item) {
  const all = row(item);
  return { name: nameOf(item), place: all.indexOf(item) + 1, all: all.length };
}

function shift(item, way) {
  const all = row(item);
  const at = all.indexOf(item);
  const to = way === "top" ? 0 : at + (way === "up" ? -1 : 1);
  if (to < 0 || to >= all.length || to === at) return false;
  if (to < at) all[to].before(item);
  else all[to].after(item);
  write();
  return true;
}

function pressed(event) {
  const item = event.target.closest("li[data-id]");
  if (!item) return;
  const grip = event.target.closest(".grip");
  const way = { ArrowUp: "up", ArrowDown: "down" }[event.key];
  if (lifted) return liftedKey(event, way);
  if (event.altKey && way) {
    const on = event.target;
    event.preventDefault();
    event.stopPropagation();
    if (shift(item, way)) {
      on.focus();
      speak(say("move", place(item)));
      changed();
    }
  } else if (grip && event.key === " ") {
    event.preventDefault();
    lift(item);
  }
  return undefined;
}

function lift(item) {
  closeMenu();
  const next = item.nextElementSibling;
  const note = element("p", { class: "message lift-note" });
  lifted = { item, next, parent: item.parentElement, note };
  item.classList.add("lifted");
  list.closest("main").append(note);
  tellLift();
}

function tellLift() {
  const words = say("lifted", place(lifted.item));
  lifted.note.textContent = words;
  speak(words);
}

function liftedKey(event, way) {
  const { item } = lifted;
  event.preventDefault();
  event.stopPropagation();
  if (way && shift(item, way)) {
    item.querySelector(".grip").focus();
    tellLift();
  } else if (event.key === " " || event.key === "Enter") drop(true);
  else if (event.key === "Escape") drop(false);
  else if (event.key === "Tab") drop(true);
}

function drop(keep) {
  const { item, next, parent, note } = lifted;
  lifted = null;
  note.remove();
  item.classList.remove("lifted");
  if (!keep) {
    parent.insertBefore(item, next);
    write();
    item.querySelector(".grip").focus();
    speak(say("putBack", { name: nameOf(item) }));
    return;
  }
  speak(say("move", place(item)));
  changed();
}

function openMenu(grip) {
  closeMenu();
  const item = grip.closest("li[data-id]");
  menu = element("div", { class: "popover grip-menu", role: "menu" });
  for (const way of ["up", "down", "top"]) {
    const entry = element("button", { type: "button", class: "menu-item", role: "menuitem" }, say(way));
    entry.addEventListener("click", () => {
      const moved = shift(item, way);
      closeMenu();
      grip.focus();
      speak(say("move", place(item)));
      if (moved) changed();
    });
    menu.append(entry);
  }
  menu.addEventListener("keydown", (event) => {
    const entries = [...menu.children];
    const at = entries.indexOf(document.activeElement);
    if (event.key === "ArrowDown") entries[(at + 1) % 3].focus();
    else if (event.key === "ArrowUp") entries[(at + 2) % 3].focus();
    else if (event.key === "Escape" || event.key === "Tab") {
      closeMenu();
      grip.focus();
      if (event.key === "Tab") return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  list.closest("main").append(menu);
  grip.setAttribute("aria-expanded", "true");
  const at = grip.getBoundingClientRect();
  const below = at.bottom + menu.offsetHeight < innerHeight - 80;
  menu.style.setProperty("top", `${below ? at.bottom + 4 : at.top - menu.offsetHeight - 4}px`);
  menu.style.setProperty("left", `${Math.max(8, Math.min(at.left, innerWidth - menu.offsetWidth - 8))}px`);
  menu.firstElementChild.focus();
}

function closeMenu() {
  menu?.remove();
  menu = null;
  for (const grip of list.querySelectorAll(".grip[aria-expanded=true]")) grip.setAttribute("aria-expanded", "false");
}

// By mouse or finger: the row follows, its neighbours make room.
function grabbed(event) {
  const grip = event.target.closest(".grip");
  if (!grip || event.button) return;
  const item = grip.closest("li[data-id]");
  const from = event.clientY;
  const next = item.nextElementSibling;
  let moving = false;
  const move = (now) => {
    if (!moving && Math.abs(now.clientY - from) < 5) return;
    moving = true;
    closeMenu();
    item.classList.add("lifted");
    list.classList.add("dragging");
    const all = row(item);
    const at = all.indexOf(item);
    const middle = (one) => one.getBoundingClientRect().top + one.getBoundingClientRect().height / 2;
    if (at > 0 && now.clientY < middle(all[at - 1])) all[at - 1].before(item);
    else if (at < all.length - 1 && now.clientY > middle(all[at + 1])) all[at + 1].after(item);
  };
  const end = (ended) => {
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", end);
    removeEventListener("pointercancel", end);
    removeEventListener("keydown", undo, true);
    item.classList.remove("lifted");
    list.classList.remove("dragging");
    if (!moving) return;
    grip.dataset.dragged = "yes";
    setTimeout(() => delete grip.dataset.dragged);
    if (ended.type === "keydown") item.parentElement.insertBefore(item, next);
    write();
    speak(say("move", place(item)));
    changed();
  };
  const undo = (pressedKey) => {
    if (pressedKey.key === "Escape") end(pressedKey);
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", end);
  addEventListener("pointercancel", end);
  addEventListener("keydown", undo, true);
}
