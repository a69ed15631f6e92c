// The editor in place of the plain field. Everything that it sends, the plain form can send too.
import {
  EditorState, EditorView, defaultKeymap, drawSelection, highlightActiveLine,
  highlightActiveLineGutter, history, historyKeymap, indentLess, indentMore, keymap, lineNumbers,
  search, searchKeymap,
} from "../vendored/codemirror.js";
import { completion, loadNames, putBlock } from "./completion.js";
import { dialect } from "./dialect.js";
import { picking } from "./pictures.js";
import { previewing } from "./preview.js";
import { CARD, applyFrom, mark, next, problems } from "./problems.js";
import { talking } from "./talk.js";

const form = document.getElementById("writing");
const area = document.getElementById("text");
const words = JSON.parse(form.dataset.words);
const ask = talking(form);
const state = document.getElementById("state");
const conflict = document.getElementById("conflict");
let digest = form.elements.digest.value;
let saved = form.dataset.changed === "true" ? null : area.value;
let base = saved ?? form.elements.base?.value ?? "";
let checking = 0;
let drawing = 0;
let saving = false;
let again = false;

const inList = /^\s*(?:-|[0-9]+\.)\s/;
const onlyInList = (command) => (view) =>
  inList.test(view.state.doc.lineAt(view.state.selection.main.head).text) ? command(view) : false;

const view = new EditorView({
  parent: document.getElementById("editor"),
  state: EditorState.create({
    doc: area.value,
    extensions: [
      EditorView.cspNonce.of(form.dataset.nonce),
      lineNumbers(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      drawSelection(),
      history(),
      search({ top: true }),
      EditorState.phrases.of(words.search),
      EditorState.tabSize.of(2),
      EditorView.lineWrapping,
      EditorView.perLineTextDirection.of(true),
      EditorView.contentAttributes.of({ "aria-label": words.editor, lang: area.lang, spellcheck: "true", tabindex: "0" }),
      dialect,
      completion,
      problems(words),
      keymap.of([
        { key: "Mod-s", run: () => (save(), true), preventDefault: true },
        { key: "Tab", run: onlyInList(indentMore), shift: onlyInList(indentLess) },
        ...defaultKeymap,
        ...historyKeymap,
        ...searchKeymap,
      ]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) changed();
        if (update.selectionSet || update.docChanged) here();
      }),
    ],
  }),
});
const text = () => view.state.doc.toString();
const draw = previewing(ask, words, text);

area.hidden = true;
document.querySelector(".plain-label").hidden = true;
document.getElementById("insert").hidden = false;
document.body.classList.add("scripted");
form.addEventListener("submit", (event) => {
  area.value = text();
  if (event.submitter?.name === "screens") saved = text(); // it goes along, and comes back
});

function changed() {
  document.getElementById("anyway").checked = true; // whoever has begun is not shut out by a zoom
  if (text() !== saved) say(words.unsaved);
  clearTimeout(checking);
  clearTimeout(drawing);
  checking = setTimeout(check, 400);
  drawing = setTimeout(draw, 700);
}

function say(what) {
  if (state.textContent !== what) state.textContent = what;
}

async function check() {
  const asked = text();
  const answer = await ask("/check", { text: asked, digest });
  if (answer === null || answer.status === 204 || text() !== asked) return;
  const { head } = view.state.selection.main;
  const seen = caretSeen(head);
  if (answer.status !== 200) {
    say(answer.message ?? words.away);
    return;
  }
  mark(view, answer.findings);
  const count = () => document.querySelector("#problems h2").textContent;
  const before = count();
  swap(document.getElementById("problems"), answer.problems);
  swap(document.getElementById("outline"), answer.outline);
  if (count() !== before) document.getElementById("spoken").textContent = count();
  document.getElementById("next-problem")?.removeAttribute("hidden");
  here();
  // The list below may have grown over the line that is being written, and a card below the line
  // must not lie over the buttons of the list.
  const yMargin = view.dom.querySelector(".problem-card") ? CARD : 5;
  if (seen && view.hasFocus) view.dispatch({ effects: EditorView.scrollIntoView(head, { yMargin }) });
}

function caretSeen(head) {
  const place = view.coordsAtPos(head);
  const box = view.scrollDOM.getBoundingClientRect();
  return place !== null && place.top >= box.top && place.bottom <= box.bottom;
}

// New content without taking the focus from whoever stands in it.
function swap(part, html) {
  const held = part.contains(document.activeElement) ? document.activeElement : null;
  const kept = held && { line: held.dataset.line, start: held.dataset.start, name: held.id };
  part.innerHTML = html;
  if (!kept) return;
  const same = [...part.querySelectorAll("a, button")].find(
    (one) => (kept.name && one.id === kept.name) || (kept.line && one.dataset.line === kept.line) || (kept.start && one.dataset.start === kept.start),
  );
  (same ?? part).focus();
}

// The section that the caret stands in.
function here() {
  const line = view.state.doc.lineAt(view.state.selection.main.head).number;
  let current = null;
  for (const row of document.querySelectorAll("#outline tbody tr")) {
    row.removeAttribute("aria-current");
    if (Number(row.dataset.line) <= line) current = row;
  }
  current?.setAttribute("aria-current", "true");
}

function goTo(position) {
  view.dispatch({
    selection: { anchor: position },
    effects: EditorView.scrollIntoView(position, { y: "center" }),
  });
  view.focus();
}

function goToLine(number) {
  goTo(view.state.doc.line(Math.min(number, view.state.doc.lines)).from);
}

// One at a time: the next goes by the digest that this one brings, or it would find the file changed
// by its own author.
async function save() {
  again = true;
  if (saving) return;
  saving = true;
  try {
    do {
      again = false;
      await put();
    } while (again && text() !== saved && conflict.hidden);
  } finally {
    saving = false;
  }
}

async function put() {
  say(words.saving);
  const sent = text();
  const fields = base && sent.length + base.length < 300_000 ? { text: sent, base } : { text: sent };
  const answer = await ask("", fields, { method: "PUT", more: { "If-Match": `"${digest}"` } });
  if (answer === null) return;
  if (answer.status === 200) {
    ({ digest } = answer);
    form.elements.digest.value = digest;
    saved = sent;
    base = sent;
    say(text() === saved ? words.saved : words.unsaved);
  } else if (answer.status === 409) {
    say(answer.told);
    conflict.innerHTML = answer.conflict;
    toggle(true);
    conflict.focus();
  } else {
    say([words.failed, answer.message, answer.hint].filter(Boolean).join(" "));
  }
}

function toggle(shown) {
  conflict.hidden = !shown;
  for (const id of ["editor", "problems", "save"]) document.getElementById(id).hidden = shown;
}

document.getElementById("save").addEventListener("click", (event) => {
  event.preventDefault();
  save();
});
// The screen's own keys: wherever the focus stands.
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented) return;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
    event.preventDefault();
    save();
  } else if (event.key === "F8") {
    event.preventDefault();
    view.focus();
    next(view);
  }
});

conflict.addEventListener("click", (event) => {
  if (!event.target.closest("#back")) return;
  event.preventDefault();
  toggle(false);
  say(words.unsaved);
  view.focus();
});
conflict.addEventListener("submit", (event) => {
  if (!event.submitter?.formAction.endsWith("/copy")) saved = text(); // it leaves with the form
});

document.addEventListener("click", (event) => {
  const line = event.target.closest("#problems a[data-start], #outline a[data-line]");
  if (line) {
    event.preventDefault();
    if (!view.dom.offsetParent) return; // there is no room for the editor
    if (line.dataset.start) goTo(Number(line.dataset.start));
    else goToLine(Number(line.dataset.line));
    return;
  }
  const fix = event.target.closest("#problems button[name=fix]");
  if (fix) {
    event.preventDefault();
    applyFrom(view, fix.dataset);
    return;
  }
  if (event.target.closest("#next-problem")) {
    view.focus();
    next(view);
  }
  const block = event.target.closest("[data-block]");
  if (block) {
    block.closest("details")?.removeAttribute("open");
    putBlock(view, block.dataset.block);
  }
});

window.addEventListener("beforeunload", (event) => {
  if (text() !== saved) event.preventDefault();
});

picking(view, form.dataset.base);
loadNames(`${form.dataset.base}/names`);
const line = /^#L([0-9]+)$/.exec(location.hash);
if (line) goToLine(Number(line[1]));
// After a form led here, loading anew must show the file and not send the form once more.
if (location.pathname !== form.dataset.base) window.history.replaceState(null, "", form.dataset.base);
check();
draw();
