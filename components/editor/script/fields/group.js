/** One object with fields of its own; one that need not be there is hidden while it is not. @implements {EditorApi.FieldPart} */
class GroupField {
  /** @param {EditorApi.Field} field  @param {EditorApi.FormContext} form */
  constructor(field, form) {
    this.field = field;
    this.form = form;
    this.parts = newParts(field.fields ?? [], form);
    this.faults = new FaultList(form);
    const legend = element("h3", { id: newFieldId(), tabIndex: -1 }, field.label);
    const hint = element("p", { className: "hint", hidden: !field.hint }, field.hint ?? "");
    this.legend = legend;
    this.node = element("div", { className: "field group", role: "group" }, legend, hint, this.faults.node);
    this.node.append(element("div", { className: "fields" }, ...this.parts.map(({ part }) => part.node)));
    setAttribute(this.node, "aria-labelledby", legend.id);
  }

  /** @param {Record<string, any> | null | undefined} value  @param {EditorApi.Path} path */
  draw(value, path) {
    this.path = path;
    this.node.hidden = !this.field.required && !value;
    if (this.node.hidden) return;
    this.form.register(path, this);
    drawParts(this.parts, value, path);
    this.faults.draw(this.form.findingsAt(path, false));
  }

  focusOn() {
    (this.node.querySelector(FOCUSED_FIRST) ?? this.legend).focus();
  }
}
registerField("group", GroupField);
