// What the editor takes of CodeMirror: everything else stays out of the bundle.
export { Annotation, EditorState, StateEffect, StateField } from "@codemirror/state";
export {
  EditorView, drawSelection, highlightActiveLine, highlightActiveLineGutter, hoverTooltip, keymap,
  lineNumbers, showTooltip,
} from "@codemirror/view";
export { defaultKeymap, history, historyKeymap, indentLess, indentMore } from "@codemirror/commands";
export { HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
export {
  acceptCompletion, autocompletion, completionKeymap, completionStatus, snippet, startCompletion,
} from "@codemirror/autocomplete";
export {
  forEachDiagnostic, lintGutter, linter, nextDiagnostic, previousDiagnostic, setDiagnostics,
} from "@codemirror/lint";
export { search, searchKeymap } from "@codemirror/search";
export { tags } from "@lezer/highlight";
