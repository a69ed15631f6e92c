// A reason why the pages are not what the form says in, or that it is gone; the mark on them out.

const paper = document.getElementById("paper");
const badge = document.getElementById("old");
const reasons = new Set();

export function old(reason, is) {
  if (is) reasons.add(reason);
  else reasons.delete(reason);
  badge.hidden = reasons.size === 0;
  paper.toggleAttribute("data-old", reasons.size > 0);
}
