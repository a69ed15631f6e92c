// A change of the pages' size in; the same place of the same page at the top of the pane, and the
// same middle, out.

const paper = document.getElementById("paper");

// On a narrow window the whole screen scrolls, else the pages alone.
const scroller = () => (paper.scrollHeight > paper.clientHeight + 1 ? paper : document.scrollingElement);
const line = () => Math.max(0, paper.getBoundingClientRect().top);

function place() {
  const top = line();
  let found = null;
  for (const sheet of paper.querySelectorAll(".sheet")) {
    const box = sheet.getBoundingClientRect();
    if (box.height && box.top < top) found = { sheet, share: (top - box.top) / box.height };
  }
  return found;
}

export function keepPlace(change) {
  const at = place();
  const middle = (paper.scrollLeft + paper.clientWidth / 2) / paper.scrollWidth;
  change();
  if (paper.scrollWidth > paper.clientWidth) paper.scrollLeft = middle * paper.scrollWidth - paper.clientWidth / 2;
  if (!at) return;
  const box = at.sheet.getBoundingClientRect();
  scroller().scrollTop += box.top + at.share * box.height - line();
}
