// The preview beside the editor: drawn anew when typing rests, and it stays where it was scrolled to.
export function previewing(ask, words, text) {
  const pages = document.getElementById("pages");
  const drawing = document.getElementById("drawing");
  const tabs = [...document.querySelectorAll(".preview-tab")];
  let medium = "handout";

  async function draw() {
    const slow = setTimeout(() => {
      drawing.textContent = words.drawing;
    }, 400);
    const answer = await ask("/preview", { text: text(), medium });
    clearTimeout(slow);
    if (answer === null || answer.status === 204) return;
    if (answer.status !== 200) {
      drawing.textContent = answer.message ?? words.away;
      return;
    }
    if (!answer.made && pages.querySelector(".sheet, .page-frame")) {
      drawing.textContent = words.old;
      return;
    }
    const place = pages.scrollTop;
    pages.innerHTML = answer.pages;
    pages.scrollTop = place;
    const count = pages.querySelector("[data-count]");
    drawing.textContent = count?.textContent ?? "";
    count?.remove();
  }

  for (const tab of tabs) {
    tab.addEventListener("click", (event) => {
      event.preventDefault();
      medium = tab.value;
      for (const one of tabs) one.setAttribute("aria-pressed", String(one === tab));
      pages.replaceChildren();
      pages.scrollTop = 0;
      draw();
    });
  }
  return draw;
}
