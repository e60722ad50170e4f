/** One of several values that the program knows. @implements {EditorApi.FieldPart} */
class ChoiceField {
  /** @param {EditorApi.Field} field  @param {EditorApi.FormContext} form */
  constructor(field, form) {
    this.form = form;
    this.none = element("option", { value: "" }, form.texts.say(field.required ? "choose" : "no_choice"));
    const options = (field.choices ?? []).map(({ value, label }) => element("option", { value }, label));
    this.control = element("select", { id: newFieldId() }, this.none, ...options);
    this.control.addEventListener("change", () => form.change([{ op: "set", path: this.path, value: this.control.value || null }]));
    this.isRequired = field.required;
    this.frame = new FieldFrame({ ...field, required: true }, form, element("div", { className: "select" }, this.control, icon("unfold")), this.control);
    this.node = this.frame.node;
    this.node.classList.add("short");
  }

  /** @param {string | null | undefined} value  @param {EditorApi.Path} path */
  draw(value, path) {
    this.path = path;
    this.form.register(path, this);
    this.none.hidden = this.isRequired && Boolean(value);
    this.control.value = value ?? "";
    this.frame.faults.draw(this.form.findingsAt(path, true), this.control);
  }

  focusOn() {
    this.control.focus();
  }
}
registerField("choice", ChoiceField);
