/** A choice among few values, drawn in place. */
class ChoiceControl {
  /** @param {string} label what readers hear; empty where a label stands beside it  @param {(value: string) => void} onChoice */
  constructor(label, onChoice) {
    this.control = element("select", { id: newFieldId() });
    if (label) setAttribute(this.control, "aria-label", label);
    this.control.addEventListener("change", () => onChoice(this.control.value));
    this.node = element("div", { className: "select" }, this.control, icon("unfold"));
    this.key = "";
  }

  /** A value that is none of the choices is shown as an empty one. @param {{ value: string, label: string }[]} choices  @param {string} value */
  draw(choices, value) {
    const isKnown = choices.some((choice) => choice.value === value);
    const options = isKnown ? choices : [{ value: "", label: "" }, ...choices];
    const key = JSON.stringify(options);
    if (key !== this.key) {
      this.key = key;
      this.control.replaceChildren(...options.map((choice) => element("option", { value: choice.value }, choice.label)));
    }
    this.control.value = isKnown ? value : "";
  }

  focus() {
    this.control.focus();
  }
}
