// Choices without a patient in; a set kept in this browser, to be opened again, out. A set is a name
// and an address: the address never has a name, a note, or a dose decided for one patient.

import { forOnePatient, untold } from "./leaving.js";
import { element, form, listed, say } from "./words.js";

const KEY = "careleaf-sets";
const panel = document.getElementById("set-panel");
const button = document.getElementById("save-set");
const name = document.getElementById("set-name");
const paper = document.getElementById("paper");

function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? found : [];
  } catch {
    return [];
  }
}

function keep(sets) {
  localStorage.setItem(KEY, JSON.stringify(sets));
  list();
}

// The address follows what was typed last; it never has words typed where a number belongs.
async function settled() {
  while (paper.dataset.state === "drawing") await new Promise((done) => { setTimeout(done, 50); });
}

// Where it was kept, and what of this screen it has not.
function tell() {
  const lacking = forOnePatient();
  document.getElementById("set-told").textContent = say(untold().length ? "savedWithout" : "saved");
  document.getElementById("set-lacks").textContent = lacking.length ? say("setLacks", { what: listed(lacking) }) : "";
}

function list() {
  const rows = kept().map((one) => {
    const remove = element("button", { type: "button", class: "button quiet" }, say("remove"), element("span", { class: "unseen" }, ` ${one.name}`));
    remove.addEventListener("click", () => {
      keep(kept().filter((other) => other.name !== one.name));
      name.focus();
    });
    return element("li", {}, element("a", { href: one.address }, one.name), remove);
  });
  document.getElementById("set-list").replaceChildren(...rows);
}

export function watchSets() {
  button.addEventListener("click", () => {
    panel.hidden = !panel.hidden;
    button.setAttribute("aria-expanded", String(!panel.hidden));
    if (panel.hidden) return;
    document.getElementById("set-told").textContent = document.getElementById("set-lacks").textContent = "";
    list();
    name.focus();
  });
  document.getElementById("set-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const called = name.value.trim();
    if (!called) return name.focus();
    await settled();
    const address = location.pathname + location.search;
    keep([{ name: called, address, topic: form.dataset.topic }, ...kept().filter((one) => one.name !== called)]);
    name.value = "";
    tell();
    return undefined;
  });
}
