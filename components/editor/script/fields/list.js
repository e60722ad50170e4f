/** One object of a list: folded under its first text, with its fields and its buttons. */
class ListItem {
  /** @param {ListField} list */
  constructor(list) {
    const { form, field } = list;
    const { texts } = form;
    this.list = list;
    this.place = 0;
    /** @type {string | null} */
    this.id = null;
    this.parts = newParts(field.fields ?? [], form);
    this.name = element("b", { translate: false });
    this.warning = element("span", { className: "warning", hidden: true }, icon("fault"), element("span", { className: "unseen" }, texts.say("has_fault")));
    this.faults = new FaultList(form);
    this.up = iconButton("up", "", () => list.move(this, this.place - 1, this.up));
    this.down = iconButton("down", "", () => list.move(this, this.place + 1, this.down));
    this.remove = iconButton("remove", "", () => list.remove(this));
    this.summary = element("summary", {}, icon("unfold"), this.name, this.warning);
    this.summary.addEventListener("keydown", (event) => this.press(event));
    const fields = element("div", { className: "fields" }, ...this.parts.map(({ part }) => part.node));
    this.details = element("details", {}, this.summary, this.faults.node, fields);
    this.node = element("li", { className: "list-item" }, this.details, element("div", { className: "actions" }, this.up, this.down, this.remove));
  }

  /** @param {any} value  @param {EditorApi.Path} path  @param {number} place  @param {number} count */
  draw(value, path, place, count) {
    const { form, field } = this.list;
    const { texts } = form;
    this.place = place;
    this.id = value?.id ?? null;
    this.path = path;
    const name = this.list.nameOf(value) || texts.say("row", { label: field.label, place: place + 1 });
    setText(this.name, name);
    form.register(path, this.part);
    drawParts(this.parts, value, path);
    this.faults.draw(form.findingsAt(path, false));
    this.warning.hidden = !form.findingsAt(path, true).some(({ blocking }) => blocking);
    nameButton(this.up, texts.say("move_up_named", { name }));
    nameButton(this.down, texts.say("move_down_named", { name }));
    nameButton(this.remove, texts.say("remove_named", { name }));
    setDisabled(this.up, place === 0);
    setDisabled(this.down, place >= count - 1);
    setDisabled(this.remove, count <= 0);
  }

  /** What a link to the item focuses. @returns {EditorApi.FieldPart} */
  get part() {
    return { node: this.node, draw() {}, focusOn: () => this.open() };
  }

  open() {
    this.details.open = true;
    (this.details.querySelector(FOCUSED_FIRST) ?? this.summary).focus();
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || !event.altKey) return;
    event.preventDefault();
    this.list.move(this, this.place + step, this.summary);
  }
}

/** A list of objects with the same fields. @implements {EditorApi.FieldPart} */
class ListField {
  /** @param {EditorApi.Field} field  @param {EditorApi.FormContext} form */
  constructor(field, form) {
    this.field = field;
    this.form = form;
    /** @type {any[]} */
    this.values = [];
    /** @type {ListItem[]} */
    this.items = [];
    this.list = element("ol", { className: "list-items" });
    this.add = element("button", { type: "button", className: "button go" }, icon("add"), element("span", {}, form.texts.say("add_to", { label: field.label })));
    this.add.addEventListener("click", () => this.addItem());
    this.count = element("small", { className: "count" });
    this.frame = new FieldFrame(field, form, element("div", { className: "list-body" }, this.list, this.add), null);
    this.frame.side.before(this.count, " ");
    this.node = this.frame.node;
  }

  get most() { return this.field.most ?? 500; }

  /** The first text of an object. @param {any} value */
  nameOf(value) {
    for (const { name, type } of this.field.fields ?? []) {
      const words = type === "text" ? firstText(value?.[name], this.form.languages) : type === "plain" ? (value?.[name] ?? "") : "";
      if (words) return words;
    }
    return "";
  }

  /** @param {any[] | null | undefined} values  @param {EditorApi.Path} path */
  draw(values, path) {
    this.isThere = Array.isArray(values);
    this.values = values ?? [];
    this.path = path;
    this.form.register(path, this);
    this.items = matchRows(this.items, this.values).map((item) => item ?? new ListItem(this));
    placeChildren(this.list, this.items.map(({ node }) => node));
    this.items.forEach((item, place) => item.draw(this.values[place], [...path, place], place, this.values.length));
    setText(this.count, this.field.most ? this.form.texts.say("row_count", { n: this.values.length, most: this.most }) : String(this.values.length));
    setDisabled(this.add, this.values.length >= this.most);
    this.frame.faults.draw(this.form.findingsAt(path, false), this.node);
  }

  addItem() {
    if (this.values.length >= this.most) return;
    const place = this.values.length;
    if (this.isThere) this.form.change([{ op: "insert", path: [...this.path, place], value: {} }]);
    else this.form.change([{ op: "set", path: this.path, value: [{}] }]);
    this.items[place]?.open();
  }

  /** @param {ListItem} item  @param {number} to  @param {HTMLElement} focused */
  move(item, to, focused) {
    const from = item.place;
    if (to < 0 || to >= this.values.length || this.node.closest("fieldset:disabled")) return;
    const name = item.name.textContent;
    this.items.splice(to, 0, ...this.items.splice(from, 1));
    this.form.change([{ op: "move", path: [...this.path, from], to }]);
    this.form.announce(this.form.texts.say("moved", { name, place: to + 1, n: this.values.length }));
    if (focused.getAttribute("aria-disabled") === "true") item.summary.focus();
    else focused.focus();
  }

  /** @param {ListItem} item */
  remove(item) {
    const { place } = item;
    const name = item.name.textContent;
    this.items.splice(place, 1);
    this.form.change([{ op: "remove", path: [...this.path, place] }]);
    (this.items[Math.min(place, this.items.length - 1)]?.summary ?? this.add).focus();
    this.form.announce(this.form.texts.say("removed", { name }));
  }

  /** @param {EditorApi.Path} path */
  focusOn(path) {
    const item = this.items[Number(path[this.path.length] ?? -1)];
    if (item) item.open();
    else this.add.focus();
  }
}
registerField("list", ListField);
