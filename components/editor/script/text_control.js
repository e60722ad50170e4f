/** A field of text that is as high as its words; Enter makes no line where it has but one. @param {boolean} isMultiline  @param {number | null} [most] */
function newTextControl(isMultiline, most = null) {
  const control = element("textarea", { id: newFieldId(), rows: isMultiline ? 3 : 1, className: isMultiline ? "long" : "" });
  if (most) control.maxLength = most;
  if (!isMultiline) {
    control.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing) event.preventDefault();
    });
    control.addEventListener("input", () => {
      if (control.value.includes("\n")) control.value = control.value.replaceAll(/\s*\n\s*/g, " ");
    });
  }
  if (!CSS.supports("field-sizing", "content")) {
    control.addEventListener("input", () => fitHeight(control));
    new ResizeObserver(() => fitHeight(control)).observe(control);
  }
  return control;
}

/** @param {HTMLElement} control */
function fitHeight(control) {
  control.style.blockSize = "auto";
  control.style.blockSize = `${control.scrollHeight + 4}px`;
}

/** Writes a value where it differs, so that what is being typed in keeps its caret. @param {HTMLInputElement | HTMLTextAreaElement} control  @param {string} words */
function setValue(control, words) {
  if (control.value === words) return;
  const caret = focusWithin(control) ? control.selectionStart : null;
  control.value = words;
  if (caret !== null) control.setSelectionRange(Math.min(caret, words.length), Math.min(caret, words.length));
  if (control instanceof HTMLTextAreaElement && !CSS.supports("field-sizing", "content")) fitHeight(control);
}
