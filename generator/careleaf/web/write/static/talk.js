// Asking the server: the text as a form, with the word that says it comes from our own screen.
export function talking(form) {
  const headers = {
    accept: "application/json",
    "X-Careleaf-Form": form.dataset.formWord,
    // Of the questions of one screen only the newest is answered.
    "X-Careleaf-Screen": crypto.randomUUID?.() ?? String(Math.random()),
  };
  const running = new Map();
  return async (path, fields, { method = "POST", more = {} } = {}) => {
    running.get(path)?.abort();
    const stop = new AbortController();
    running.set(path, stop);
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    try {
      const answer = await fetch(form.dataset.base + path, {
        method,
        body,
        headers: { ...headers, ...more },
        signal: stop.signal,
      });
      const json = answer.headers.get("content-type")?.includes("json");
      return { status: answer.status, ...(json ? await answer.json() : {}) };
    } catch (error) {
      if (error.name === "AbortError") return null; // a newer one took its place
      return { status: 0 };
    }
  };
}
