// What the server says of the form in; counts, the address, and what is refused in its place, out.

import { rememberAddress } from "./leaving.js";
import { old } from "./old.js";
import { element, form, iconOf, say } from "./words.js";

const actions = document.getElementById("actions");
const waits = document.getElementById("waits");

export const refusedKeys = () => [...document.querySelectorAll("[data-told]:not(:empty)")].map((one) => one.dataset.told);

export function showState(state) {
  document.getElementById("count").textContent = state.count;
  document.querySelector(".start-again").hidden = state.address === form.dataset.start;
  const refused = new Map(state.refused.map((one) => [one.key, one]));
  for (const place of document.querySelectorAll("[data-told]")) {
    const one = refused.get(place.dataset.told);
    tell(place, one);
    fault(form.elements[place.dataset.told], place, one);
  }
  rememberAddress(state.address);
  old("waiting", [...refused.keys()].some((one) => one !== "unwritten"));
  document.dispatchEvent(new Event("careleaf-told"));
  actions.toggleAttribute("data-wait", refused.size > 0);
  if (!refused.size) waits.replaceChildren();
  else if (waits.textContent.trim() !== state.waits) {
    const link = element("a", { href: `#told-${state.refused[0].key}` }, iconOf(".words-alert"), state.waits);
    waits.replaceChildren(link);
  }
}

// Where the first refused choice is: focus goes to its field, or to what is said of it.
export function goToRefused() {
  const [key] = refusedKeys();
  const choose = document.querySelector(".view[href='#choose']");
  if (choose.offsetParent) choose.click(); // On a narrow window the pages may stand in its place.
  const field = form.elements[key];
  const target = field?.offsetParent ? field : document.getElementById(`told-${key}`);
  target.closest("[data-shut]")?.removeAttribute("data-shut");
  target.scrollIntoView({ block: "center" });
  reveal(document.getElementById(`told-${key}`));
  if (target === field) field.focus();
  else {
    target.tabIndex = -1;
    target.focus();
  }
}

function tell(place, refused) {
  if (!refused) return place.replaceChildren();
  if (place.dataset.sentence === refused.sentence && place.childElementCount) return undefined;
  place.dataset.sentence = refused.sentence;
  const words = element("p", {}, element("strong", {}, refused.sentence), ` ${refused.shown}`);
  const inside = element("div", {}, words);
  if (refused.editor) {
    const link = element("a", { class: "button", href: refused.editor }, say("edit"));
    inside.append(element("p", { class: "ways" }, link));
  }
  if (refused.ways.length) inside.append(element("p", { class: "ways" }, ...buttonsOf(refused.ways)));
  place.replaceChildren(element("div", { class: "message bad", role: "alert" }, iconOf(".words-alert"), inside));
  if (isAt(place)) reveal(place);
  return undefined;
}

// The first is the one that most want.
export function buttonsOf(ways) {
  return ways.flatMap(({ label, field, value }, n) => {
    const kind = n ? "button" : "button primary";
    return [element("button", { class: kind, name: "mend", value: `${field}=${value}` }, label), " "];
  });
}

// Whether somebody is at the field that this is about.
function isAt(place) {
  const around = place.closest(".exercise, .patient, .settings, .section");
  return around?.contains(document.activeElement);
}

// The whole of what is said, with its buttons, and not half behind the bar below.
function reveal(place) {
  place.scrollIntoView({ block: "nearest" });
}

// A field says itself that it is refused, and why, beside what it is described by anyway.
function fault(field, place, refused) {
  if (!(field instanceof HTMLElement)) return;
  field.closest(".cell")?.classList.toggle("refused", Boolean(refused));
  const others = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => one && one !== place.id);
  const described = refused ? [...others, place.id] : others;
  if (described.length) field.setAttribute("aria-describedby", described.join(" "));
  else field.removeAttribute("aria-describedby");
  if (refused) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

waits.addEventListener("click", (event) => {
  if (!event.target.closest("a")) return;
  event.preventDefault();
  goToRefused();
});
