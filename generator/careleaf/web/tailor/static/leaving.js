// What the form has for one patient, which no address and no set has, in; what of it there is, a
// question before the screen is left, and after it came back what it lost, out. Kept meanwhile: which
// kinds of it there were ("dose", "name", "note"), in the history of this tab, and no word of it.

import { form, listed, say } from "./words.js";

const notice = document.getElementById("left");
const names = { name: "aName", note: "aNote", dose: "aDose" };
let asking = true;

const filled = (name) => form.elements[name].value.trim() !== "";
const decidedDoses = () => [...form.querySelectorAll("[name^='decided.']")];
const told = () => new URLSearchParams(location.search);

// Doses that stand there and in no address: words where a number belongs.
export const untold = () => [...form.querySelectorAll(".cell [aria-invalid]")].filter((cell) => !told().has(cell.name));

function kinds() {
  const found = ["name", "note"].filter(filled);
  return decidedDoses().length || untold().length ? [...found, "dose"] : found;
}

// In words, for whoever typed it: "Knee rolls 12", "the name".
export function forOnePatient() {
  const doses = decidedDoses().map((one) => `${one.closest(".exercise").querySelector(".title").textContent.trim()} ${one.value}`);
  return [...doses, ...["name", "note"].filter(filled).map((one) => say(names[one]))];
}

// Whoever sends the form takes all of it along.
export function leaveUnasked() {
  asking = false;
}

export function watchLeaving() {
  const lost = Array.isArray(history.state?.lost) ? history.state.lost.filter((one) => one in names) : [];
  const missing = lost.filter((one) => !kinds().includes(one));
  if (missing.length) {
    notice.querySelector("[data-lost]").textContent = say("notKept", { what: listed(missing.map((one) => say(names[one]))) });
    notice.hidden = false;
  }
  notice.querySelector("[data-close]").addEventListener("click", () => {
    notice.hidden = true;
    form.querySelector(".back").focus();
  });
  addEventListener("beforeunload", (event) => {
    if (asking && kinds().length) event.preventDefault();
  });
}

// The address of what is chosen now; and, for when this screen comes back, which kinds it lacks.
export function rememberAddress(address) {
  history.replaceState({ lost: kinds() }, "", address);
}
