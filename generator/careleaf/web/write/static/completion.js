// What may be written where the caret stands. All names come from the server, which reads them off
// the registries that the checker goes by.
import { autocompletion, completionKeymap, keymap, snippet } from "../vendored/codemirror.js";

let names = null;
let address = "";
let loading = null;

// Asked for when the editor opens; whoever needs them before they are there waits, and asks once more
// where they did not come.
export function loadNames(from = address) {
  address = from;
  loading ??= fetch(address, { headers: { accept: "application/json" } })
    .then((answer) => (answer.ok ? answer.json() : null))
    .catch(() => null)
    .then((found) => {
      names = found;
      if (!names) loading = null;
    });
  return loading;
}

// Every place of a new block that waits for words can be reached by Tab.
function fields(text) {
  const safe = text.replace(/[{}]/g, "\\$&");
  return safe
    .replace(/^(:{3,}[a-z-]+ )(.+)$/m, "$1${$2}")
    .replace(/Write here: [^\n|]*[^\n|\s]/g, (words) => `\${${words}}`)
    .replace(/^([a-z-]+: )$/gm, "$1${}")
    .concat("\n${}");
}

export async function putBlock(view, name) {
  if (!names) await loadNames();
  const block = names?.blocks.find((one) => one.name === name);
  if (!block) return;
  const { state } = view;
  const at = state.doc.lineAt(state.selection.main.head);
  const empty = at.text.trim() === "";
  const from = empty ? at.from : at.to;
  const text = (empty ? "" : "\n\n") + fields(block.snippet);
  snippet(text)(view, null, from, empty ? at.to : from);
  view.focus();
}

// The block around a line, while the line is one of its options; "" in the front matter.
function owner(state, number) {
  for (let n = number - 1; n >= 1; n -= 1) {
    const text = state.doc.line(n).text;
    const fence = /^:{3,}\s*([a-z-]+)/.exec(text);
    if (fence) return fence[1];
    if (text.startsWith("---")) return n === 1 ? "" : null;
    if (!/^[A-Za-z][\w-]*\s*:/.test(text)) return null;
  }
  return null;
}

const option = (name, detail, extra = {}) => ({ label: name, detail, ...extra });
const many = (list) => list.map((one) => option(one.name, one.says));

function values(name, spec) {
  if (/^sources?$/.test(name)) return many(names.sources);
  if (name === "pose") return many(names.poses);
  if (name === "icon") return names.icons.map((one) => option(one));
  return (spec?.choices ?? []).map((one) => option(one));
}

function blocks(apply) {
  return names.blocks.map((block) => ({
    label: block.name,
    detail: block.summary,
    apply: (view, completion, from, to) => snippet(apply + fields(block.snippet))(view, completion, from, to),
  }));
}

function complete(context) {
  if (!names) return loadNames().then(() => (names && !context.aborted ? offered(context) : null));
  return offered(context);
}

function offered(context) {
  const { state, pos } = context;
  const at = state.doc.lineAt(pos);
  const before = at.text.slice(0, pos - at.from);
  const found = (pattern, options, validFor = /^[\w.-]*$/) => {
    const match = pattern.exec(before);
    return match && { from: pos - match[1].length, options: options(), validFor };
  };
  const slash = /^\/[a-z-]*$/.exec(before);
  if (slash) return { from: at.from, options: blocks("").map((one) => ({ ...one, label: `/${one.label}` })), validFor: /^\/[a-z-]*$/ };
  const fence = /^:{3,}([a-z-]*)$/.exec(before);
  if (fence) return { from: at.from, options: blocks("").map((one) => ({ ...one, label: `:::${one.label}` })), validFor: /^:{3,}[a-z-]*$/ };
  const argument = /^:{3,}([a-z-]+) +([\w.-]*)$/.exec(before);
  if (argument) {
    const block = names.blocks.find((one) => one.name === argument[1]);
    const known = argument[1] === "figure" ? names.pictures : (block?.arguments ?? []);
    return known.length ? { from: pos - argument[2].length, options: known.map((one) => option(one)), validFor: /^[\w.-]*$/ } : null;
  }
  const inline =
    found(/\[\[([^\[\]|]*)$/, () => many(names.terms), /^[^\[\]|]*$/) ??
    found(/\[@(?:[^\[\]]*,\s*)?([\w-]*)$/, () => many(names.sources)) ??
    found(/\{\{\s*([\w.]*)$/, () => many(names.variables)) ??
    found(/^\s*(?:-|[0-9]+\.) (?:\[ \] )?:([a-z0-9-]*)$/, () => names.icons.map((one) => option(one, "", { apply: `${one}: ` })));
  if (inline) return inline;
  const block = owner(state, at.number);
  if (block === null) return null;
  const known = block === "" ? names.fields : names.blocks.find((one) => one.name === block)?.options;
  if (!known) return null;
  const value = /^([a-z-]+):\s*(?:.*,\s*)?([\w-]*)$/.exec(before);
  if (value) {
    const options = values(value[1], known.find((one) => one.name === value[1]));
    return options.length ? { from: pos - value[2].length, options, validFor: /^[\w-]*$/ } : null;
  }
  const name = /^([a-z-]*)$/.exec(before);
  if (!name || (!context.explicit && !name[1])) return null;
  return {
    from: at.from,
    options: known.map((one) => option(one.name, one.example, { apply: `${one.name}: ` })),
    validFor: /^[a-z-]*$/,
  };
}

export const completion = [
  autocompletion({ override: [complete], icons: false }),
  keymap.of(completionKeymap),
];
