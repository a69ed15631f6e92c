// What every screen does with JavaScript: one menu open at a time, Esc closes it, and "/" or Ctrl+K
// goes to the search. Without JavaScript all of it can be reached by Tab.

const menus = () => document.querySelectorAll("details.menu[open]");

document.addEventListener("click", (event) => {
  for (const menu of menus()) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// The one key that works alone can be turned off, for this browser.
const SLASH = "careleaf-slash";
const slashWorks = () => localStorage.getItem(SLASH) !== "off";
const switches = document.querySelectorAll("button.slash");
const showSwitches = () => switches.forEach((one) => one.setAttribute("aria-pressed", String(slashWorks())));
for (const one of switches) {
  one.addEventListener("click", () => {
    localStorage.setItem(SLASH, slashWorks() ? "off" : "on");
    showSwitches();
  });
}
showSwitches();

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    for (const menu of menus()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
    return;
  }
  const typing = event.target.closest("input, textarea, select, [contenteditable], [role=textbox]");
  const slash = event.key === "/" && slashWorks() && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const palette = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
  if (!slash && !palette) return;
  event.preventDefault();
  const search = document.querySelector("input[type=search]");
  if (search) {
    search.focus();
    search.select();
  } else {
    location.assign("/library");
  }
});
