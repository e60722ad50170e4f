/** One string without languages. @implements {EditorApi.FieldPart} */
class PlainField {
  /** @param {EditorApi.Field} field  @param {EditorApi.FormContext} form */
  constructor(field, form) {
    this.field = field;
    this.form = form;
    this.control = newTextControl(Boolean(field.multiline), field.max);
    this.control.addEventListener("input", () => this.type());
    this.frame = new FieldFrame(field, form, this.control, this.control);
    this.node = this.frame.node;
  }

  /** @param {string | null | undefined} value  @param {EditorApi.Path} path */
  draw(value, path) {
    this.path = path;
    this.form.register(path, this);
    setValue(this.control, value ?? "");
    this.frame.faults.draw(this.form.findingsAt(path, true), this.control);
  }

  type() {
    const value = this.control.value || (this.field.required ? "" : null);
    this.form.change([{ op: "set", path: this.path, value }], true);
  }

  focusOn() {
    this.control.focus();
  }
}
registerField("plain", PlainField);
