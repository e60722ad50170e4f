/** One day. @implements {EditorApi.FieldPart} */
class DateField {
  /** @param {EditorApi.Field} field  @param {EditorApi.FormContext} form */
  constructor(field, form) {
    this.form = form;
    this.input = element("input", { type: "date", id: newFieldId() });
    this.input.addEventListener("change", () => {
      if (this.input.value) form.change([{ op: "set", path: this.path, value: this.input.value }]);
    });
    this.frame = new FieldFrame(field, form, this.input, this.input);
    this.node = this.frame.node;
  }

  /** @param {string | undefined} value  @param {EditorApi.Path} path */
  draw(value, path) {
    this.path = path;
    this.form.register(path, this);
    this.frame.faults.draw(this.form.findingsAt(path, true), this.input);
    if (!focusWithin(this.input)) this.input.value = value ?? "";
  }

  focusOn() {
    this.input.focus();
  }
}
registerField("date", DateField);
