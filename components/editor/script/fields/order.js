/** The order of all objects of another list, moved by buttons. @implements {EditorApi.FieldPart} */
class OrderField {
  /** @param {EditorApi.Field} field  @param {EditorApi.FormContext} form */
  constructor(field, form) {
    this.field = field;
    this.form = form;
    this.list = element("ol", { className: "order-rows" });
    this.frame = new FieldFrame({ ...field, required: true }, form, this.list, null);
    this.node = this.frame.node;
    /** @type {{ name: HTMLElement, up: HTMLButtonElement, down: HTMLButtonElement, node: HTMLElement }[]} */
    this.rows = [];
    /** @type {string[]} */
    this.ids = [];
  }

  /** @param {string[] | undefined} value  @param {EditorApi.Path} path */
  draw(value, path) {
    this.path = path;
    this.form.register(path, this);
    this.frame.faults.draw(this.form.findingsAt(path, true));
    const named = namedRows(valueAt(this.form.document, this.field.source ?? []), this.form.languages, (n) => this.form.texts.at("assessment.unnamed", { n }));
    const known = (value ?? []).filter((id) => named.some((row) => row.value === id));
    this.ids = [...new Set([...known, ...named.map((row) => row.value)])];
    while (this.rows.length < this.ids.length) this.rows.push(this.newRow(this.rows.length));
    this.rows.length = this.ids.length;
    placeChildren(this.list, this.rows.map(({ node }) => node));
    this.ids.forEach((id, place) => this.drawRow(this.rows[place], place, named.find((row) => row.value === id)?.label ?? ""));
  }

  /** @param {number} place */
  newRow(place) {
    const name = element("span");
    const [up, down] = [-1, 1].map((step) => iconButton(step < 0 ? "up" : "down", "", () => this.move(place, place + step)));
    return { name, up, down, node: element("li", {}, name, up, down) };
  }

  /** @param {{ name: HTMLElement, up: HTMLButtonElement, down: HTMLButtonElement }} row  @param {number} place  @param {string} label */
  drawRow({ name, up, down }, place, label) {
    setText(name, label);
    nameButton(up, this.form.texts.at("assessment.move_up", { name: label }));
    nameButton(down, this.form.texts.at("assessment.move_down", { name: label }));
    setDisabled(up, place === 0);
    setDisabled(down, place === this.ids.length - 1);
  }

  /** The focus goes along with what is moved. @param {number} place  @param {number} to */
  move(place, to) {
    const ids = [...this.ids];
    const [id] = ids.splice(place, 1);
    ids.splice(to, 0, id);
    this.form.change([{ op: "set", path: this.path, value: ids }]);
    this.rows[to][to < place ? "up" : "down"].focus();
  }

  focusOn() {
    this.rows[0]?.down.focus();
  }
}
registerField("order", OrderField);
