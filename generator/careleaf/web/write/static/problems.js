// What is wrong in the text: marks in it, a card at the caret, and the list below it.
import {
  EditorView, StateEffect, StateField, forEachDiagnostic, hoverTooltip, keymap, lintGutter, linter,
  setDiagnostics, showTooltip,
} from "../vendored/codemirror.js";

// Pixels that a card needs below the line that it is about.
export const CARD = 150;

let words = {};

function card(diagnostic) {
  const dom = document.createElement("div");
  dom.className = `problem-card ${diagnostic.severity}`;
  const says = document.createElement("p");
  says.lang = "en";
  says.dir = "ltr";
  const sign = document.createElement("span");
  sign.className = "problem-card-sign";
  dom.append(sign);
  const message = document.createElement("b");
  message.textContent = `${diagnostic.message}.`;
  says.append(message);
  if (diagnostic.hint) says.append(` ${diagnostic.hint}`);
  dom.append(says);
  if (diagnostic.fix) {
    const row = document.createElement("p");
    row.className = "problem-card-row";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button primary";
    const [before, after] = words.change.split("{new}");
    const isolated = document.createElement("bdi"); // it may run in another direction than the screen
    isolated.textContent = diagnostic.fix.new;
    const whole = document.createElement("span"); // or the button would set its parts apart
    whole.append(before, isolated, after);
    button.append(whole);
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => apply(diagnostic.view, diagnostic));
    const keys = document.createElement("span");
    for (const name of ["Ctrl", "."]) {
      const key = document.createElement("kbd");
      key.className = "key";
      key.textContent = name;
      keys.append(key);
    }
    row.append(button, keys);
    dom.append(row);
  }
  return { dom };
}

// All problems with where they stand now: first those that a button mends, each kind in order.
function all(state) {
  const found = [];
  forEachDiagnostic(state, (one, from, to) => found.push({ ...one, from, to }));
  return found.sort((a, b) => !a.fix - !b.fix || a.from - b.from || a.to - b.to);
}

// The one that a place is in: one that can be mended, else the narrowest.
function at(state, position) {
  const here = all(state).filter(({ from, to }) => from <= position && position <= to);
  return here.sort((a, b) => !a.fix - !b.fix || a.to - a.from - (b.to - b.from))[0] ?? null;
}

function speak(words) {
  const spoken = document.getElementById("spoken");
  spoken.textContent = ""; // the same words once more are news too
  requestAnimationFrame(() => {
    spoken.textContent = words;
  });
}

function apply(view, diagnostic) {
  let place = null;
  forEachDiagnostic(view.state, (one, from) => {
    if (one.fix === diagnostic.fix) place = from + one.fixOffset;
  });
  if (place === null) return false;
  const { fix } = diagnostic;
  const to = place + fix.old.length;
  if (view.state.sliceDoc(place, to) !== fix.old) return false;
  view.dispatch({
    changes: { from: place, to, insert: fix.new },
    selection: { anchor: place + fix.new.length },
    scrollIntoView: true,
    userEvent: "input.complete",
  });
  view.focus();
  return true;
}

const quickFix = (view) => {
  const found = at(view.state, view.state.selection.main.head);
  if (!found?.fix || !apply(view, { ...found, view })) speak(words.noFix);
  return true;
};

const dismissed = StateEffect.define();
const atCaret = StateField.define({
  create: () => null,
  update(value, transaction) {
    if (transaction.effects.some((one) => one.is(dismissed))) return null;
    const head = transaction.state.selection.main.head;
    if (transaction.docChanged) return null;
    if (!transaction.selection && !transaction.effects.length) return value;
    const found = at(transaction.state, head);
    if (!found) return null;
    return {
      pos: found.from,
      end: found.to,
      above: false,
      arrow: false,
      create: (view) => card({ ...found, view }),
    };
  },
  provide: (field) => showTooltip.from(field),
});

const onHover = hoverTooltip((view, position) => {
  if (view.state.field(atCaret)) return null;
  const found = at(view.state, position);
  return found && { pos: found.from, end: found.to, create: () => card({ ...found, view }) };
});

// To the next problem, or back. From elsewhere: to the nearest on that side of the first kind.
const go = (step) => (view) => {
  const { head } = view.state.selection.main;
  const every = all(view.state);
  if (every.length === 0) return false;
  const here = at(view.state, head);
  const now = here ? every.findIndex(({ from, to, message }) => from === here.from && to === here.to && message === here.message) : -1;
  const first = every.filter((one) => Boolean(one.fix) === Boolean(every[0].fix));
  const ahead = step > 0 ? first.find(({ from }) => from > head) : first.findLast(({ to }) => to < head);
  const found = now >= 0 ? every.at((now + step) % every.length) : (ahead ?? first.at(step > 0 ? 0 : -1));
  view.dispatch({
    selection: { anchor: found.from, head: found.to },
    effects: EditorView.scrollIntoView(found.from, { y: "nearest", yMargin: CARD }),
    userEvent: "select",
  });
  const line = view.state.doc.lineAt(found.from).number;
  speak(`${words.line.replace("{n}", line)}: ${found.message}. ${found.hint}`);
  return true;
};

export const next = go(1);

export function problems(said) {
  words = said;
  return [
    linter(null, { tooltipFilter: () => [] }), // our own cards take their place
    lintGutter({ tooltipFilter: () => [] }),
    atCaret,
    onHover,
    keymap.of([
      { key: "F8", run: next, shift: go(-1), preventDefault: true },
      { key: "Mod-.", run: quickFix, preventDefault: true },
      {
        key: "Escape",
        run: (view) => {
          if (!view.state.field(atCaret)) return false;
          view.dispatch({ effects: dismissed.of(null) });
          return false; // Escape goes on to mean what it means for Tab
        },
      },
    ]),
  ];
}

export function mark(view, findings) {
  const length = view.state.doc.length;
  const marks = findings
    .filter((one) => !one.file)
    .map((one) => {
      const from = Math.min(one.start, length);
      const to = Math.min(Math.max(one.end, from), length);
      const start = one.message.slice(0, 1).toUpperCase() + one.message.slice(1);
      const hint = one.hint.slice(0, 1).toUpperCase() + one.hint.slice(1);
      return {
        from,
        to,
        severity: one.error ? "error" : "warning",
        message: start,
        hint,
        fix: one.fix,
        fixOffset: one.fix ? one.fix.start - from : 0,
      };
    });
  view.dispatch(setDiagnostics(view.state, marks));
}

// A change that the list below offers: at the place where its problem is now.
export function applyFrom(view, data) {
  let wanted = null;
  forEachDiagnostic(view.state, (one) => {
    if (one.fix && String(one.fix.start) === data.start && one.fix.new === data.new) wanted = one;
  });
  return wanted ? apply(view, { ...wanted, view }) : false;
}
