/** A whole number between two bounds, by typing, by buttons or by the arrows. @implements {EditorApi.FieldPart} */
class NumberField {
  /** @param {EditorApi.Field} field  @param {EditorApi.FormContext} form */
  constructor(field, form) {
    const { texts } = form;
    this.field = field;
    this.form = form;
    /** @type {number | null} */
    this.value = null;
    this.control = element("input", { id: newFieldId(), type: "text", inputMode: "numeric", autocomplete: "off" });
    setAttribute(this.control, "role", "spinbutton");
    for (const [name, bound] of [["aria-valuemin", field.least], ["aria-valuemax", field.most]]) {
      if (typeof bound === "number") setAttribute(this.control, String(name), String(bound));
    }
    this.control.addEventListener("input", () => this.type());
    this.control.addEventListener("blur", () => this.leave());
    this.control.addEventListener("keydown", (event) => this.press(event));
    this.less = iconButton("less", texts.say("less", { label: field.label }), () => this.step(-1), "square");
    this.more = iconButton("add", texts.say("more", { label: field.label }), () => this.step(1), "square");
    this.frame = new FieldFrame(field, form, element("div", { className: "stepper" }, this.less, this.control, this.more), this.control);
    this.node = this.frame.node;
    this.node.classList.add("short");
  }

  get least() { return this.field.least ?? 0; }

  get most() { return this.field.most ?? Number.MAX_SAFE_INTEGER; }

  /** @param {number | null | undefined} value  @param {EditorApi.Path} path */
  draw(value, path) {
    this.value = typeof value === "number" ? value : null;
    this.path = path;
    this.form.register(path, this);
    const words = this.value === null ? "" : String(this.value);
    if (!(focusWithin(this.control) && this.read(this.control.value) === null)) setValue(this.control, words);
    setAttribute(this.control, "aria-valuenow", words || null);
    setDisabled(this.less, this.value === null || this.value <= this.least);
    setDisabled(this.more, this.value !== null && this.value >= this.most);
    this.frame.faults.draw(this.form.findingsAt(path, true), this.control);
  }

  /** The number that is typed; null for none within the bounds. @param {string} words */
  read(words) {
    const number = /^\s*\d{1,6}\s*$/.test(words) ? Number(words) : null;
    return number !== null && number >= this.least && number <= this.most ? number : null;
  }

  type() {
    const number = this.read(this.control.value);
    if (number !== null && number !== this.value) this.set(number, true);
    else if (!this.control.value.trim() && !this.field.required && this.value !== null) this.set(null, true);
  }

  /** What cannot be used gives way to what is saved; a number beyond a bound becomes the bound. */
  leave() {
    const number = Number(this.control.value);
    if (this.control.value.trim() && this.read(this.control.value) === null && Number.isInteger(number)) {
      this.set(Math.min(this.most, Math.max(this.least, number)), false);
    }
    setValue(this.control, this.value === null ? "" : String(this.value));
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!step || hasModifier(event)) return;
    event.preventDefault();
    this.step(step);
  }

  /** @param {number} step */
  step(step) {
    const number = this.value === null ? this.least : Math.min(this.most, Math.max(this.least, this.value + step));
    this.control.value = String(number);
    if (number !== this.value) this.set(number, true);
  }

  /** @param {number | null} value  @param {boolean} isTyping */
  set(value, isTyping) {
    this.form.change([{ op: "set", path: this.path, value }], isTyping);
  }

  focusOn() {
    this.control.focus();
  }
}
registerField("number", NumberField);
