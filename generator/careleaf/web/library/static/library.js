// Keys of the library. In the search: Enter opens the first topic, the down arrow goes to the topics,
// Esc clears. On the topics: arrows walk, Enter opens (as any link), Ctrl+Enter prints as it is.

const search = document.querySelector("#q");
const form = document.querySelector("#search");
const results = () => document.querySelector("#results");
const links = () => [...document.querySelectorAll(".topic .open")];
const words = (text) => text.split(/\s+/).filter(Boolean).join(" ");
let waiting = false;

const answered = () => results().dataset.typed === words(search.value);

function openFirst() {
  waiting = false;
  links()[0]?.click();
}

search?.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.key === "Enter" && words(search.value)) {
    event.preventDefault();
    if (answered()) {
      openFirst();
    } else {
      waiting = true; // once the answer to what was typed is there
      htmx.trigger(form, "submit");
    }
  } else if (event.key === "ArrowDown" && links().length) {
    event.preventDefault();
    links()[0].focus();
  } else if (event.key === "Escape" && search.value) {
    event.preventDefault();
    clear();
  }
});

search?.addEventListener("input", () => {
  waiting = false;
  document.querySelector("#clear").hidden = !search.value;
});

function clear() {
  search.value = "";
  search.dispatchEvent(new Event("input", { bubbles: true }));
  search.focus();
}

document.querySelector("#clear")?.addEventListener("click", (event) => {
  event.preventDefault();
  clear();
});

document.addEventListener("keydown", (event) => {
  const link = event.target.closest?.(".topic .open");
  if (!link) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const print = link.closest(".topic").querySelector(".print");
    if (print) {
      event.preventDefault();
      print.click();
    }
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const all = links();
  const next = all.indexOf(link) + step;
  if (next < 0) search.focus();
  else all[next]?.focus();
});

// While the server still reads its topics, their number changes every other second: it is said once for
// what was typed, and again when all are there.
let saidFor = null;

function say() {
  const { reading, typed } = results().dataset;
  if (reading !== undefined && typed === saidFor) return;
  saidFor = typed;
  const count = document.querySelector("#result-count").textContent.trim();
  const said = document.querySelector("#said");
  if (said.textContent !== count) said.textContent = count;
}

// Topics that come meanwhile take their places among the others. Whoever is on one of these, or on
// a filter, stays there until all are read.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { requestConfig, serverResponse } = event.detail;
  const more = requestConfig.elt === results() && serverResponse.includes("data-reading");
  if (more && document.activeElement.closest("#results, #filters")) event.detail.shouldSwap = false;
});

// Somebody else may sign, save or delete: a screen looks whether what it says still holds, now and
// then and when it comes back into sight. If it does, the server answers with nothing.
const BETWEEN_LOOKS = 5000;

async function look() {
  const shown = results();
  if (document.visibilityState !== "visible" || !shown?.dataset.edition) return;
  const headers = { "HX-Request": "true", "X-Careleaf-Edition": shown.dataset.edition };
  // No answer: the browser goes elsewhere just now, or the server has stopped.
  const answer = await fetch(shown.getAttribute("hx-get"), { headers }).catch(() => null);
  if (answer?.status === 200 && results() === shown) htmx.trigger(shown, "look");
}
setInterval(look, BETWEEN_LOOKS);
document.addEventListener("visibilitychange", look);
window.addEventListener("pageshow", (event) => event.persisted && look());

// htmx brings the focus back to what has the same id; a topic that has gone leaves it to the others.
let wasInResults = false;
document.addEventListener("htmx:beforeSwap", () => (wasInResults = results()?.contains(document.activeElement)));
document.addEventListener("htmx:afterSettle", () => {
  if (wasInResults && document.activeElement === document.body) results()?.focus();
  wasInResults = false;
});

// New results: say how many, and open the first if Enter was pressed before they came.
document.addEventListener("htmx:afterSwap", (event) => {
  if (!results()?.contains(event.target) && event.target !== results()) return;
  say();
  if (waiting && answered()) openFirst();
});

// A picture that could not be drawn leaves the sheet with the title behind it to be seen.
function dropBroken(picture) {
  if (picture.matches(".sheet img")) picture.remove();
}
document.addEventListener("error", (event) => event.target.matches && dropBroken(event.target), true);
for (const picture of document.querySelectorAll(".sheet img")) {
  if (picture.complete && !picture.naturalWidth) dropBroken(picture);
}

// Sets that the tailor screen keeps in this browser: a name, and an address without any patient.
const sets = document.querySelector("#sets");
const openSets = document.querySelector("#open-sets");

function savedSets() {
  try {
    const found = JSON.parse(localStorage.getItem("careleaf-sets") ?? "[]");
    return found.filter((one) => typeof one.name === "string" && /^\/tailor\/[^/]/.test(one.address));
  } catch {
    return []; // somebody else's words under that name
  }
}

if (sets) {
  const saved = savedSets();
  for (const one of saved) {
    const row = sets.querySelector("template").content.cloneNode(true);
    row.querySelector("a").setAttribute("href", one.address);
    row.querySelector("span").textContent = one.name;
    sets.querySelector("ul").append(row);
  }
  sets.hidden = !saved.length;
  openSets.hidden = !saved.length;
  const words = openSets.querySelector("span");
  words.textContent = words.dataset.phrase.replace("{n}", saved.length);
}

// On a narrow screen filters and sets are parts that open; without this script the links jump there.
function opens(part, opener) {
  if (!part || !opener) return;
  opener.setAttribute("role", "button");
  opener.setAttribute("aria-expanded", "false");
  opener.setAttribute("aria-controls", part.id);
  const show = (open) => {
    part.classList.toggle("open", open);
    opener.setAttribute("aria-expanded", String(open));
  };
  const toggle = (event) => {
    event.preventDefault();
    show(!part.classList.contains("open"));
    if (part.classList.contains("open")) part.querySelector("input, a").focus();
  };
  opener.addEventListener("click", toggle);
  opener.addEventListener("keydown", (event) => event.key === " " && toggle(event));
  part.addEventListener("click", (event) => {
    if (!event.target.closest(".done a")) return;
    event.preventDefault();
    show(false);
    opener.focus();
  });
}

opens(document.querySelector("#filters"), document.querySelector("#open-filters"));
opens(sets, openSets);
