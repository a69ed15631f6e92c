// The box of figures, icons and picture files: what is picked goes where the caret was.
export function picking(view, base) {
  const box = document.getElementById("pictures");
  const body = document.getElementById("pictures-body");

  document.getElementById("pictures-button").addEventListener("click", async () => {
    if (!body.firstElementChild) {
      const answer = await fetch(`${base}/parts`, { headers: { accept: "application/json" } });
      if (!answer.ok) return;
      body.innerHTML = (await answer.json()).pictures;
    }
    box.showModal();
  });

  body.addEventListener("click", (event) => {
    const picked = event.target.closest("[data-put]");
    if (!picked) return;
    box.close();
    put(picked.dataset.put, picked.dataset.text);
  });

  // Words go in where the caret is; a line below it; a block with an empty line around it.
  function put(how, text) {
    const { main } = view.state.selection;
    const at = view.state.doc.lineAt(main.head);
    const empty = at.text.trim() === "";
    const change =
      how === "words" ? { from: main.from, to: main.to, insert: text }
      : empty ? { from: at.from, to: at.to, insert: text }
      : { from: at.to, insert: (how === "block" ? "\n\n" : "\n") + text };
    view.dispatch({
      changes: change,
      selection: { anchor: change.from + change.insert.length },
      scrollIntoView: true,
      userEvent: "input.paste",
    });
    view.focus();
  }
}
