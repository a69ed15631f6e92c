// What stands in the form in; what the server answers out. Everything goes in the body of a POST.

import { form, say } from "./words.js";

export const path = `/tailor/${form.dataset.topic}`;

function body(further = {}) {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) fields.append(name, value);
  for (const [name, value] of Object.entries(further)) fields.append(name, value);
  return fields;
}

export function post(address, further = {}, signal = undefined, accept = "*/*") {
  return fetch(address, { method: "POST", body: body(further), signal, cache: "no-store", headers: { Accept: accept } });
}

// Why there is nothing, where the server says so without a sentence for the form.
export function why(answer) {
  if (answer.status === 404) return say("gone");
  return say(answer.status === 422 ? "changed" : "failed");
}

// The lines of an answer, each a value of JSON, as they come.
export async function* lines(answer) {
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const parts = (rest + value).split("\n");
    rest = parts.pop();
    for (const part of parts) yield JSON.parse(part);
  }
}

export function blobOf(base64, type) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type });
}
