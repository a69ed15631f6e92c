// Keys of the library. In the search: Enter opens the first topic, the down arrow goes to the topics,
// Esc clears. On the topics: arrows walk, Enter opens (as any link), Ctrl+Enter prints as it is.

const search = document.querySelector("#q");
const form = document.querySelector("#search");
const results = () => document.querySelector("#results");
const links = () => [...document.querySelectorAll(".topic .open")];
const words = (text) => text.split(/\s+/).filter(Boolean).join(" ");
let opens = false;

const answered = () => results().dataset.typed === words(search.value);

function openFirst() {
  opens = false;
  links()[0]?.click();
}

search?.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.key === "Enter" && words(search.value)) {
    event.preventDefault();
    if (answered()) {
      openFirst();
    } else {
      opens = true; // once the answer to what was typed is there
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
  opens = false;
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

// New results: say how many, and open the first if Enter was pressed before they came.
document.addEventListener("htmx:afterSwap", (event) => {
  if (!results()?.contains(event.target) && event.target !== results()) return;
  const count = document.querySelector("#result-count").textContent.trim();
  const said = document.querySelector("#said");
  if (said.textContent !== count) said.textContent = count;
  if (opens && answered()) openFirst();
});

// On a narrow screen the filters are a part that opens; without this script the link jumps to them.
const opener = document.querySelector("#open-filters");
const rail = document.querySelector("#filters");
if (opener && rail) {
  opener.setAttribute("role", "button");
  opener.setAttribute("aria-expanded", "false");
  opener.setAttribute("aria-controls", "filters");
  const show = (open) => {
    rail.classList.toggle("open", open);
    opener.setAttribute("aria-expanded", String(open));
  };
  const toggle = (event) => {
    event.preventDefault();
    show(!rail.classList.contains("open"));
    if (rail.classList.contains("open")) rail.querySelector("input").focus();
  };
  opener.addEventListener("click", toggle);
  opener.addEventListener("keydown", (event) => event.key === " " && toggle(event));
  rail.querySelector(".done a").addEventListener("click", (event) => {
    event.preventDefault();
    show(false);
    opener.focus();
  });
}
