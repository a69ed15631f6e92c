// The dialect of topic files, for colours alone: what it means, the checker says.
import { HighlightStyle, StreamLanguage, syntaxHighlighting, tags } from "../vendored/codemirror.js";

const INLINE = [
  [/^\[\[[^\[\]\n]*\]\]/, "link"],
  [/^\[@[^\[\]\n]*\]/, "labelName"],
  [/^\{\{[^{}\n]*\}\}/, "variableName"],
  [/^\*\*[^*\n]+\*\*/, "strong"],
  [/^\[[^\[\]\n]*\]\([^()\n]*\)/, "link"],
  [/^_{3,}/, "labelName"],
];

function line(stream, state) {
  if (stream.match(/^---\s*$/)) {
    state.front = state.front === null;
    return "meta";
  }
  if (state.front === null) state.front = false;
  if (state.front || state.options) {
    const name = stream.match(/^[A-Za-z][A-Za-z0-9-]*(?=\s*:(?:\s|$))/);
    if (name) {
      state.value = true;
      return "propertyName";
    }
    state.options = false;
  }
  if (stream.match(/^:{3,}[ ]*[a-z][a-z-]*/)) {
    state.options = true;
    return "keyword";
  }
  if (stream.match(/^:{3,}\s*$/)) return "keyword";
  if (stream.match(/^#{1,3}[ ][^{\n]*/)) return "heading";
  if (stream.match(/^\s*(?:-|[0-9]{1,3}\.)[ ](?:\[ \][ ])?/)) return "list";
  return undefined;
}

const language = StreamLanguage.define({
  name: "careleaf",
  startState: () => ({ front: null, options: false, value: false }),
  token(stream, state) {
    if (stream.sol()) {
      state.value = false;
      const found = line(stream, state);
      if (found) return found;
    }
    if (stream.match(/^\{#[^{}\n]*\}/)) return "comment";
    if (state.value && /(?:^|[\s,(])$/.test(stream.string.slice(0, stream.pos)) && stream.match(/^[0-9]+(?:[-.][0-9]+)*(?![\w-])/)) return "number";
    if (stream.match(/^:[a-z0-9-]+:(?=\s)/)) return "labelName";
    for (const [pattern, name] of INLINE) if (stream.match(pattern)) return name;
    stream.next();
    stream.eatWhile(/[^[{*_:0-9]/);
    return null;
  },
  blankLine(state) {
    state.options = false;
  },
});

const colours = HighlightStyle.define([
  { tag: tags.heading, color: "var(--navy)", fontWeight: "700" },
  { tag: tags.propertyName, color: "var(--navy)", fontWeight: "700" },
  { tag: tags.keyword, color: "var(--teal-d)" },
  { tag: [tags.link, tags.labelName, tags.variableName], color: "var(--teal-d)" },
  { tag: tags.number, color: "#8a3d12" },
  { tag: tags.strong, fontWeight: "700" },
  { tag: [tags.comment, tags.meta, tags.list], color: "var(--ink-2)" },
]);

export const dialect = [language, syntaxHighlighting(colours)];
