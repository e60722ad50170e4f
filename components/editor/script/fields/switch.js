/** Yes or no. @implements {EditorApi.FieldPart} */
class SwitchField {
  /** @param {EditorApi.Field} field  @param {EditorApi.FormContext} form */
  constructor(field, form) {
    this.form = form;
    this.control = element("input", { id: newFieldId(), type: "checkbox" });
    setAttribute(this.control, "role", "switch");
    this.control.addEventListener("change", () => form.change([{ op: "set", path: this.path, value: this.control.checked }]));
    this.frame = new FieldFrame({ ...field, required: true }, form, this.control, this.control);
    this.node = this.frame.node;
    this.node.classList.add("short");
  }

  /** @param {boolean | null | undefined} value  @param {EditorApi.Path} path */
  draw(value, path) {
    this.path = path;
    this.form.register(path, this);
    this.control.checked = Boolean(value);
    this.frame.faults.draw(this.form.findingsAt(path, true), this.control);
  }

  focusOn() {
    this.control.focus();
  }
}
registerField("switch", SwitchField);
