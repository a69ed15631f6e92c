// Sections, exercises and parts ticked in; rows that show what is kept out.

import { say, speak } from "./words.js";

const list = document.getElementById("list");
const usual = new Set(JSON.parse(list.dataset.usual));
let changed = () => {};

const ticksIn = (place) => [...place.querySelectorAll("input[name=keep].tick")];
const sectionTick = (section) => section.querySelector(":scope > .row input[name=keep].tick");

export function watchTicks(onChange) {
  changed = onChange;
  list.addEventListener("change", (event) => {
    const box = event.target;
    if (box.matches("input[name=keep].tick")) ticked(box);
    else if (box.matches("[data-part]")) whole(box);
    else return;
    show();
    changed();
  });
  list.addEventListener("keydown", walk);
  list.addEventListener("click", (event) => {
    const opener = event.target.closest(".opener");
    // By its name too, as every other row is ticked by its name.
    const locked = event.target.closest(".locked, .locked-name")?.closest(".section-row").querySelector(".locked");
    if (opener) open(opener, opener.getAttribute("aria-expanded") !== "true");
    if (locked) explain(locked);
  });
  document.getElementById("tick-all").addEventListener("click", () => set(() => true));
  document.getElementById("tick-usual").addEventListener("click", () => set((id) => usual.has(id)));
  show();
}

function ticked(box) {
  const section = box.closest(".section");
  const exercise = box.closest(".exercise");
  if (exercise && section && box.checked) {
    const own = sectionTick(section);
    if (own && !own.checked) {
      for (const other of ticksIn(section)) other.checked = other === box || other === own;
    }
  } else if (!exercise && box.checked) {
    const inner = ticksIn(section).filter((one) => one !== box);
    if (!inner.some((one) => one.checked)) for (const one of inner) one.checked = true;
  }
}

function whole(box) {
  const part = box.closest(".part");
  const boxes = ticksIn(part);
  const all = boxes.every((one) => one.checked);
  for (const one of boxes) one.checked = !all;
  if (!all) open(part.querySelector(".opener"), true);
}

function set(wanted) {
  for (const box of ticksIn(list)) box.checked = wanted(box.value);
  for (const part of list.querySelectorAll(".part")) {
    const opener = part.querySelector(".opener");
    if (opener) open(opener, ticksIn(part).some((one) => one.checked) || Boolean(part.querySelector(".locked")));
  }
  show();
  changed();
}

function show() {
  for (const item of list.querySelectorAll(".section, .exercise")) {
    const own = item.matches(".exercise") ? item.querySelector("input[name=keep].tick") : sectionTick(item);
    if (!own) continue;
    item.classList.toggle("out", !own.checked);
    const state = item.querySelector(":scope > .row [data-state]");
    if (state) state.textContent = own.checked ? "" : say("leftOut");
    if (item.matches(".section")) {
      const inner = ticksIn(item).filter((one) => one !== own);
      own.indeterminate = own.checked && inner.length > 0 && inner.some((one) => !one.checked);
    }
  }
  for (const box of list.querySelectorAll("[data-part]")) {
    const part = box.closest(".part");
    const sections = [...part.querySelectorAll(".section")].map(sectionTick).filter(Boolean);
    const locked = part.querySelectorAll(".locked").length;
    const kept = sections.filter((one) => one.checked).length;
    const all = sections.length + locked;
    box.checked = kept === sections.length;
    box.indeterminate = !box.checked && kept + locked > 0;
    const said = kept + locked ? say("keptOf", { kept: kept + locked, all }) : say("none", { all });
    part.querySelector("[data-kept]").textContent = said;
  }
}

function open(opener, wanted) {
  opener.setAttribute("aria-expanded", wanted ? "true" : "false");
  document.getElementById(opener.getAttribute("aria-controls")).toggleAttribute("data-shut", !wanted);
}

function explain(locked) {
  const reason = document.getElementById(locked.getAttribute("aria-describedby"));
  reason.hidden = false;
  speak(reason.textContent.trim());
}

// Up and down go from tick to tick.
function walk(event) {
  const on = event.target.closest(".tick, .locked");
  if (!on || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === " " && on.matches(".locked")) explain(on);
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const all = [...list.querySelectorAll(".tick, .locked")].filter((one) => one.offsetParent);
    all[all.indexOf(on) + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
  } else return;
  event.preventDefault();
}
