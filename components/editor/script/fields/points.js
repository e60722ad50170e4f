/** What one answer gives to each type, in a row of small numbers; an empty one is no points. @implements {EditorApi.FieldPart} */
class PointsField {
  /** @param {EditorApi.Field} field  @param {EditorApi.FormContext} form */
  constructor(field, form) {
    this.form = form;
    this.field = field;
    this.row = element("div", { className: "point-cells" });
    this.none = element("p", { className: "hint", hidden: true }, form.texts.at("quiz.no_types"));
    this.frame = new FieldFrame({ ...field, required: true }, form, element("div", {}, this.row, this.none), null);
    this.node = this.frame.node;
    /** @type {{ type: string, input: HTMLInputElement, name: HTMLElement, node: HTMLElement }[]} */
    this.cells = [];
    /** @type {Record<string, number>} */
    this.value = {};
  }

  /** @param {Record<string, number> | undefined} value  @param {EditorApi.Path} path */
  draw(value, path) {
    this.path = path;
    this.value = value ?? {};
    this.form.register(path, this);
    this.frame.faults.draw(this.form.findingsAt(path, true));
    const types = namedRows(this.form.document.quiz?.types, this.form.languages, (n) => this.form.texts.at("quiz.unnamed", { n }));
    while (this.cells.length < types.length) this.cells.push(this.newCell());
    this.cells.length = types.length;
    placeChildren(this.row, this.cells.map(({ node }) => node));
    this.none.hidden = types.length > 0;
    types.forEach(({ value: type, label }, place) => {
      const cell = this.cells[place];
      cell.type = type;
      setText(cell.name, label);
      setValue(cell.input, this.value[type] ? String(this.value[type]) : "");
      cell.node.classList.toggle("leads", this.value[type] > 0 && this.value[type] === Math.max(...Object.values(this.value)));
    });
  }

  newCell() {
    const input = element("input", { type: "text", inputMode: "numeric", maxLength: 2, id: newFieldId(), autocomplete: "off" });
    const name = element("label", { htmlFor: input.id });
    const cell = { type: "", input, name, node: element("div", { className: "cell" }, input, name) };
    input.addEventListener("input", () => this.type(cell));
    return cell;
  }

  /** @param {{ type: string, input: HTMLInputElement }} cell */
  type({ type, input }) {
    const digits = input.value.replaceAll(/\D/g, "");
    const number = Math.min(Number(digits), this.field.most ?? 10);
    const { [type]: _, ...rest } = this.value;
    const value = number ? { ...this.value, [type]: number } : rest;
    this.form.change([{ op: "set", path: this.path, value }], true);
  }

  focusOn() {
    this.cells[0]?.input.focus();
  }
}
registerField("points", PointsField);
