// What is wrong in the text: marks in it, a card at the caret, and the list below it.
import {
  StateEffect, StateField, forEachDiagnostic, hoverTooltip, keymap, lintGutter, linter,
  nextDiagnostic, previousDiagnostic, setDiagnostics, showTooltip,
} from "../vendored/codemirror.js";

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
    button.textContent = words.change.replace("{new}", diagnostic.fix.new);
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

function at(state, position) {
  let found = null;
  forEachDiagnostic(state, (one, from, to) => {
    if (from <= position && position <= to && (!found || to - from < found.to - found.from)) found = { ...one, from, to };
  });
  return found;
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
  return found?.fix ? apply(view, { ...found, view }) : false;
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

const go = (command) => (view) => {
  const moved = command(view);
  const found = at(view.state, view.state.selection.main.head);
  if (found) {
    const line = view.state.doc.lineAt(found.from).number;
    document.getElementById("spoken").textContent = `${line}: ${found.message}. ${found.hint}`;
  }
  return moved;
};

export const next = go(nextDiagnostic);

export function problems(said) {
  words = said;
  return [
    linter(null, { tooltipFilter: () => [] }), // our own cards take their place
    lintGutter({ tooltipFilter: () => [] }),
    atCaret,
    onHover,
    keymap.of([
      { key: "F8", run: next, shift: go(previousDiagnostic), preventDefault: true },
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
