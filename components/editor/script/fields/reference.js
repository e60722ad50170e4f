/** The id of one of the objects of another list, chosen by its name. @implements {EditorApi.FieldPart} */
class ReferenceField {
  /** @param {EditorApi.Field} field  @param {EditorApi.FormContext} form */
  constructor(field, form) {
    this.field = field;
    this.form = form;
    this.choice = new ChoiceControl("", (value) => form.change([{ op: "set", path: this.path, value: value || null }]));
    this.frame = new FieldFrame(field, form, this.choice.node, this.choice.control);
    this.node = this.frame.node;
  }

  /** @param {string | undefined} value  @param {EditorApi.Path} path */
  draw(value, path) {
    this.path = path;
    this.form.register(path, this);
    this.frame.faults.draw(this.form.findingsAt(path, true), this.choice.control);
    const own = valueAt(this.form.document, path.slice(0, -1))?.id;
    const rows = namedRows(valueAt(this.form.document, this.field.source ?? []), this.form.languages, (n) => this.form.texts.at("quiz.unnamed", { n }));
    const others = rows.filter((row) => row.value !== own);
    this.choice.draw(this.field.required ? others : [{ value: "", label: "–" }, ...others], value ?? "");
  }

  focusOn() {
    this.choice.focus();
  }
}
registerField("reference", ReferenceField);
