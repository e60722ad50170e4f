/** Texts by ids that nobody sees, drawn as rows: the order is that of the object. @implements {EditorApi.FieldPart} */
class EntriesField {
  /** @param {EditorApi.Field} field  @param {EditorApi.FormContext} form */
  constructor(field, form) {
    this.field = field;
    this.form = form;
    this.list = element("ol", { className: "entry-rows" });
    this.add = element("button", { type: "button", className: "button" }, icon("add"), element("span", {}, form.texts.at("assessment.add_row")));
    this.add.addEventListener("click", () => this.addEntry());
    this.frame = new FieldFrame(field, form, element("div", {}, this.list, this.add), null);
    this.node = this.frame.node;
    /** @type {Map<string, Entry>} */
    this.entries = new Map();
    /** @type {Record<string, EditorApi.LocalisedText>} */
    this.value = {};
  }

  /** @param {Record<string, EditorApi.LocalisedText> | undefined} value  @param {EditorApi.Path} path */
  draw(value, path) {
    this.path = path;
    this.value = value ?? {};
    this.form.register(path, this);
    this.frame.faults.draw(this.form.findingsAt(path, false));
    const ids = Object.keys(this.value);
    for (const id of this.entries.keys()) if (!ids.includes(id)) this.entries.delete(id);
    for (const id of ids) if (!this.entries.has(id)) this.entries.set(id, new Entry(this, id));
    placeChildren(this.list, ids.map((id) => this.entries.get(id).node));
    ids.forEach((id, place) => this.entries.get(id).draw(this.value[id], place, ids.length));
    setText(this.frame.end, `${ids.length}/${this.field.most}`);
    this.add.hidden = ids.length >= (this.field.most ?? Infinity);
  }

  /** @param {Record<string, EditorApi.LocalisedText>} value */
  save(value) {
    this.form.change([{ op: "set", path: this.path, value }]);
  }

  addEntry() {
    const numbers = Array.from({ length: Object.keys(this.value).length + 1 }, (_, place) => `item_${place + 1}`);
    const id = numbers.find((name) => !(name in this.value));
    this.save({ ...this.value, [id]: {} });
    this.entries.get(id)?.focus();
  }

  /** @param {string} id */
  remove(id) {
    const { [id]: _, ...rest } = this.value;
    this.save(rest);
    this.add.focus();
  }

  /** @param {string} id  @param {number} step */
  move(id, step) {
    const rows = Object.entries(this.value);
    const place = rows.findIndex(([name]) => name === id);
    const [row] = rows.splice(place, 1);
    rows.splice(place + step, 0, row);
    this.save(Object.fromEntries(rows));
  }

  focusOn() {
    (this.entries.values().next().value ?? this.add).focus();
  }
}

/** One row of them. */
class Entry {
  /** @param {EntriesField} field  @param {string} id */
  constructor(field, id) {
    this.field = field;
    this.id = id;
    this.text = field.form.newField({ name: id, type: "text", label: field.field.label, required: true, max: field.field.max });
    this.up = iconButton("up", "", () => this.move(-1));
    this.down = iconButton("down", "", () => this.move(1));
    this.leave = iconButton("close", "", () => field.remove(id));
    this.node = element("li", {}, this.text.node, this.up, this.down, this.leave);
  }

  /** @param {EditorApi.LocalisedText} value  @param {number} place  @param {number} count */
  draw(value, place, count) {
    this.text.draw(value, [...this.field.path, this.id]);
    const { texts, languages } = this.field.form;
    const name = firstText(value, languages) || texts.at("assessment.unnamed", { n: place + 1 });
    nameButton(this.up, texts.at("assessment.move_up", { name }));
    nameButton(this.down, texts.at("assessment.move_down", { name }));
    nameButton(this.leave, texts.at("assessment.remove_row", { name }));
    setDisabled(this.up, place === 0);
    setDisabled(this.down, place === count - 1);
  }

  /** @param {number} step */
  move(step) {
    this.field.move(this.id, step);
    (step < 0 ? this.up : this.down).focus();
  }

  focus() {
    this.text.focusOn?.([...this.field.path, this.id], null);
  }
}
registerField("entries", EntriesField);
