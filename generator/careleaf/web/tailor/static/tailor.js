// The tailor screen with a script: whatever changes is drawn at once. Without one the same form is
// sent and comes back whole.

import { path } from "./asked.js";
import { watchDoses } from "./doses.js";
import { handoutText, watchGiven } from "./given.js";
import { watchLeaving } from "./leaving.js";
import { watchOrder } from "./order.js";
import { pending, refresh } from "./pages.js";
import { watchSets } from "./sets.js";
import { watchSpoken } from "./spoken.js";
import { watchTicks } from "./ticks.js";
import { form, say } from "./words.js";

const name = document.getElementById("name");
const note = document.getElementById("note");
const asText = document.getElementById("as-text");
const paper = document.getElementById("paper");
const thumbs = document.getElementById("thumbs");

async function change(why = "") {
  await refresh(why);
  if (!asText.hidden) asText.textContent = await handoutText();
}

watchTicks(() => change());
watchOrder(() => change());
watchDoses(change);
watchGiven();
watchSets();
watchSpoken();
watchLeaving();

for (const field of form.querySelectorAll("[name=language], [name=with], [name=print], [name=paper]")) {
  field.addEventListener("change", () => change());
}
const settings = document.querySelector(".settings");
const summary = document.getElementById("print-said");
function showSettings() {
  const chosen = ["print", "paper"].map((one) => form.querySelector(`[name=${one}]:checked`).closest("label").textContent.trim());
  const second = form.elements.with;
  if (second.value) chosen.push(second.selectedOptions[0].textContent.trim());
  summary.textContent = chosen.join(", ");
}
settings.addEventListener("change", showSettings);
document.getElementById("print-more").addEventListener("click", (event) => {
  const open = settings.toggleAttribute("data-open");
  event.currentTarget.setAttribute("aria-expanded", String(open));
});
showSettings();

for (const field of [name, note]) {
  field.addEventListener("input", () => {
    document.getElementById("note-count").textContent = say("letters", { n: note.value.length });
    pending("patient", 500, change);
  });
}
name.addEventListener("keydown", (event) => {
  if (event.key === "Enter") event.preventDefault();
});
document.getElementById("clear").addEventListener("click", () => {
  name.value = note.value = "";
  note.dispatchEvent(new Event("input"));
  name.focus();
});
document.getElementById("to-patient").addEventListener("click", (event) => {
  event.preventDefault();
  name.scrollIntoView({ block: "center" });
  name.focus();
});
document.getElementById("again").addEventListener("click", (event) => {
  event.preventDefault();
  change();
});

for (const radio of document.querySelectorAll("[name=as]")) {
  radio.addEventListener("change", async () => {
    const text = document.querySelector("[name=as]:checked").value === "text";
    asText.hidden = !text;
    paper.hidden = thumbs.hidden = text;
    if (text) asText.textContent = await handoutText();
  });
}

// On a narrow window one part is shown at a time.
for (const view of document.querySelectorAll(".view")) {
  view.addEventListener("click", (event) => {
    event.preventDefault();
    form.dataset.view = view.hash === "#pages" ? "pages" : "choose";
    for (const other of document.querySelectorAll(".view")) other.removeAttribute("aria-current");
    view.setAttribute("aria-current", "true");
    scrollTo(0, 0);
  });
}
const more = document.querySelector(".more");
more.addEventListener("click", () => more.setAttribute("aria-expanded", String(more.getAttribute("aria-expanded") !== "true")));
for (const panel of document.querySelectorAll(".side-panel")) {
  panel.querySelector("[data-close]").addEventListener("click", () => {
    panel.hidden = true;
    const opener = document.querySelector(`[aria-controls="${panel.id}"]`) ?? document.querySelector("[data-text]");
    opener.setAttribute?.("aria-expanded", "false");
    opener.focus();
  });
}

// What was typed of a patient does not wait here for whoever comes back.
addEventListener("pagehide", () => { name.value = note.value = ""; });
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

// A language is three times as quick once somebody has asked for it: ask before the clinician does.
async function prepareLanguages() {
  for (const radio of form.querySelectorAll("[name=language]:not(:checked)")) {
    await new Promise((done) => { setTimeout(done, 800); });
    if (paper.dataset.state !== "drawn") continue;
    await fetch(`${path}/page/1?language=${radio.value}`).catch(() => {});
  }
}

change().then(prepareLanguages);
