// What the server says of the form in; counts, the address, and what is refused in its place, out.

import { element, form, iconOf, say } from "./words.js";

const actions = document.getElementById("actions");
const waits = document.getElementById("waits");

export const refusedKeys = () => [...document.querySelectorAll("[data-told]:not(:empty)")].map((one) => one.dataset.told);

export function showState(state) {
  document.getElementById("count").textContent = state.count;
  history.replaceState(null, "", state.address);
  document.querySelector(".start-again").hidden = state.address === form.dataset.start;
  const refused = new Map(state.refused.map((one) => [one.key, one]));
  for (const place of document.querySelectorAll("[data-told]")) tell(place, refused.get(place.dataset.told));
  for (const cell of document.querySelectorAll(".cell input[inputmode]")) {
    const one = refused.get(cell.name);
    cell.closest(".cell").classList.toggle("refused", Boolean(one));
    if (one) {
      cell.setAttribute("aria-invalid", "true");
      cell.setAttribute("aria-describedby", `told-${cell.name}`);
    } else {
      cell.removeAttribute("aria-invalid");
      cell.removeAttribute("aria-describedby");
    }
  }
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
  const field = form.elements[key];
  const target = field?.focus ? field : document.getElementById(`told-${key}`);
  target.closest("[data-shut]")?.removeAttribute("data-shut");
  target.scrollIntoView({ block: "center" });
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
  const words = element("p", {}, element("strong", {}, refused.sentence));
  const inside = element("div", {}, words);
  if (refused.back) {
    words.append(" ", say("still", { number: refused.back }));
    const back = element("button", { type: "button", class: "button primary" }, say("backTo", { number: refused.back }));
    back.dataset.back = refused.back;
    const ways = element("p", { class: "ways" }, back);
    if (refused.use) {
      const use = element("button", { type: "button", class: "button" }, say("use", { number: refused.use }));
      use.dataset.use = refused.use;
      ways.append(" ", use);
    }
    inside.append(ways);
  }
  place.replaceChildren(element("div", { class: "message bad", role: "alert" }, iconOf(".words-alert"), inside));
  return undefined;
}

waits.addEventListener("click", (event) => {
  if (!event.target.closest("a")) return;
  event.preventDefault();
  goToRefused();
});
