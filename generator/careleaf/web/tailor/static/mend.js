// A button that mends what is refused in; its field as the button says, drawn anew, out.

import { setDose } from "./doses.js";
import { form } from "./words.js";

export function mend(button) {
  const [, name, value] = /^([^=]*)=(.*)$/s.exec(button.value);
  if (/^(dose|decided)\./.test(name)) setDose(name, value);
  else choose(name, value);
}

// On a narrow window the field may be out of sight: then focus goes to what shows it.
function choose(name, value) {
  const radio = form.querySelector(`input[type=radio][name="${name}"][value="${value}"]`);
  const field = radio ?? form.elements[name];
  if (radio) radio.checked = true;
  else field.value = value;
  field.dispatchEvent(new Event(field.matches(".patient .field") ? "input" : "change", { bubbles: true }));
  (field.offsetParent ? field : document.getElementById("print-more")).focus();
}
