// A button pressed in; a print window, a file, or text for a portal, out. Nothing is given out while
// a choice is refused: focus goes there instead.

import { path, post, why } from "./asked.js";
import { leaveUnasked } from "./leaving.js";
import { mend } from "./mend.js";
import { pagesFailed, refresh } from "./pages.js";
import { goToRefused, refusedKeys, showState } from "./state.js";
import { element, form, say } from "./words.js";

const print = document.getElementById("print");
const frame = document.getElementById("printing");
const busy = document.getElementById("busy");
const panel = document.getElementById("text-panel");
const portal = document.getElementById("portal");
let printed = "";

export function watchGiven() {
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    // The screen in another language: all that was typed goes along in the body, and comes back.
    if (button?.name === "screens") {
      form.append(element("input", { type: "hidden", name: "scripted", value: "1" }));
      leaveUnasked();
      return;
    }
    event.preventDefault();
    if (button?.name === "mend") mend(button);
    else if (button === print) give(button, printing);
    else if (button?.dataset.file) give(button, saving);
    else if (button && "text" in button.dataset) give(button, telling);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "p" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    print.click();
  });
  document.getElementById("copy").addEventListener("click", copy);
}

async function give(button, use) {
  if (button.getAttribute("aria-busy") === "true") return;
  if (refusedKeys().length) {
    goToRefused();
    return;
  }
  if (pagesFailed()) {
    document.getElementById("again").focus();
    return;
  }
  const label = button.querySelector("span");
  const name = label.textContent;
  button.style.setProperty("min-inline-size", `${button.offsetWidth}px`);
  button.setAttribute("aria-busy", "true");
  label.textContent = say("making", { what: button === print ? "PDF" : name });
  busy.textContent = "";
  notGiven("");
  try {
    const answer = await post(button.getAttribute("formaction"), {}, undefined, "application/octet-stream");
    const told = answer.headers.get("content-type")?.includes("json");
    if (answer.status === 422 && told) refuse(await answer.json());
    else if (!answer.ok) notGiven(why(answer));
    else await use(answer);
  } catch {
    notGiven(say("lost"));
  } finally {
    label.textContent = name;
    button.removeAttribute("aria-busy");
    button.style.removeProperty("min-inline-size");
  }
}

function refuse(state) {
  if (state.ways) return refresh(); // Its language is gone: the pages say so, and have the others.
  showState(state);
  if (state.refused.length) goToRefused();
  else notGiven(state.wrong);
  return undefined;
}

// Why nothing came of it, where the hand is; nothing takes it away.
const alarm = document.getElementById("not-given");
function notGiven(words) {
  alarm.querySelector("[data-said]").textContent = words;
  alarm.hidden = !words;
}
alarm.querySelector("[data-close]").addEventListener("click", () => {
  notGiven("");
  print.focus();
});

async function printing(answer) {
  URL.revokeObjectURL(printed);
  printed = URL.createObjectURL(await answer.blob());
  const opened = new Promise((done) => frame.addEventListener("load", done, { once: true }));
  frame.hidden = false;
  frame.src = printed;
  await opened;
  frame.contentWindow.focus();
  frame.contentWindow.print();
  busy.textContent = say("sent");
}

async function saving(answer) {
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = address;
  const named = /filename(?:="([^"]+)"|\*=UTF-8''(\S+))/.exec(answer.headers.get("content-disposition"));
  link.download = named[1] ?? decodeURIComponent(named[2]);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

async function telling(answer) {
  portal.value = await answer.text();
  panel.hidden = false;
  await copy();
}

async function copy() {
  const told = document.getElementById("text-told");
  try {
    await navigator.clipboard.writeText(portal.value);
    told.textContent = say("copied", { n: portal.value.length });
  } catch {
    told.textContent = say("notCopied");
  }
  portal.focus();
  portal.select();
  portal.scrollTop = 0;
}

export async function handoutText() {
  const answer = await post(`${path}/text`, {}, undefined, "text/plain");
  return answer.ok ? answer.text() : "";
}
