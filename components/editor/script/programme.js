const MAX_ITEMS = 60;

/** The items of the workshop in their order. */
class Programme {
  /** @param {HTMLElement} node  @param {Editor} editor */
  constructor(node, editor) {
    const { texts } = editor;
    this.node = node;
    this.editor = editor;
    this.list = node.querySelector("ol");
    this.empty = node.querySelector(".empty");
    setText(this.empty, texts.say("no_items"));
    /** @type {ItemRow[]} */
    this.rows = [];
    setAttribute(node, "aria-label", texts.say("parts.programme"));
    this.addButtons = [node.querySelector(".add-item")];
    this.joinAdd(this.addButtons[0]);
    this.drag = new ItemDrag(this);
  }

  /** @param {HTMLElement} button */
  joinAdd(button) {
    button.append(icon("add"), element("span", {}, this.editor.texts.say("add_item")));
    button.addEventListener("click", () => button.getAttribute("aria-disabled") !== "true" && this.add(button));
    if (!this.addButtons.includes(button)) this.addButtons.push(button);
  }

  get items() { return this.editor.items; }

  /** @param {any} item */
  nameOf(item) {
    const { languages, texts } = this.editor;
    return firstText(item?.question, languages) || firstText(item?.title, languages) || texts.say("without_question");
  }

  draw() {
    const { items, editor } = this;
    const { texts } = editor;
    const minutes = items.reduce((sum, item) => sum + (Number(item.minutes) || 0), 0);
    setText(this.node.querySelector(".count"), texts.say("items", { n: items.length }));
    this.empty.hidden = items.length > 0;
    setText(this.node.querySelector(".minutes"), minutes ? texts.say("minutes", { n: minutes }) : "");
    this.rows = matchRows(this.rows, items).map((row) => row ?? new ItemRow(this));
    this.rows.forEach((row, place) => row.draw(items[place], place, items.length, place === editor.place));
    placeChildren(this.list, this.rows.map(({ node }) => node));
    for (const button of this.addButtons) setDisabled(button, items.length >= MAX_ITEMS || editor.isReadOnly);
  }

  /** @param {number} place  @param {boolean} [isOpened] whether a phone goes on to its form */
  choose(place, isOpened = false) {
    this.editor.chooseItem(place);
    if (isOpened) this.editor.showScreen("form");
  }

  /** @param {number} from  @param {number} to  @param {HTMLElement} focused what keeps the focus */
  move(from, to, focused) {
    if (this.editor.isReadOnly || to < 0 || to >= this.items.length || from === to) return;
    const name = this.nameOf(this.items[from]);
    const chosen = this.editor.place;
    if (chosen === from) this.editor.place = to;
    else if (from < chosen && to >= chosen) this.editor.place -= 1;
    else if (from > chosen && to <= chosen) this.editor.place += 1;
    const row = this.rows[from];
    this.rows.splice(to, 0, ...this.rows.splice(from, 1));
    this.editor.draft.change([{ op: "move", path: [...PART_ROOTS.programme, from], to }]);
    this.editor.announce(this.editor.texts.say("moved", { name, place: to + 1, n: this.items.length }));
    if (focused.getAttribute("aria-disabled") === "true") row.button.focus({ preventScroll: true });
    else focused.focus({ preventScroll: true });
    row.node.scrollIntoView({ block: "nearest" });
  }

  /** @param {number} place */
  copy(place) {
    const { id: _, ...copy } = this.items[place];
    this.insert(place + 1, copy, "copied");
    this.rows[place + 1]?.button.focus();
  }

  /** @param {number} place  @param {any} item  @param {string} sentence */
  insert(place, item, sentence) {
    const { draft, texts } = this.editor;
    this.rows.splice(place, 0, new ItemRow(this));
    draft.change([{ op: "insert", path: [...PART_ROOTS.programme, place], value: item }]);
    this.choose(place);
    this.editor.announce(texts.say(sentence, { name: this.nameOf(item) }));
  }

  /** @param {number} place */
  remove(place) {
    const { draft, texts, toast } = this.editor;
    const name = this.nameOf(this.items[place]);
    draft.change([{ op: "remove", path: [...PART_ROOTS.programme, place] }]);
    this.editor.chooseItem(Math.min(place, this.items.length - 1));
    const next = this.rows[Math.min(place, this.rows.length - 1)];
    (next?.button ?? this.addButtons.find((button) => button.checkVisibility()))?.focus();
    toast.show(texts.say("removed", { name }), () => draft.step("undo"));
  }

  /** @param {HTMLElement} opener */
  add(opener) {
    const { kindMenu, texts } = this.editor;
    kindMenu.open(texts.say("which_kind"), null, opener, (kind) => {
      const place = this.items.length ? this.editor.place + 1 : 0;
      this.insert(place, { ...kind.blank, kind: kind.kind }, "added");
      this.editor.showScreen("form");
      this.editor.form.focusFirst();
    }, { label: texts.say("paste.title"), open: () => this.editor.pasteQuestions.open(opener, MAX_ITEMS - this.items.length) });
  }

  /** Questions that come together, after the chosen one, as one step. @param {any[]} items */
  insertAll(items) {
    const { draft, texts } = this.editor;
    const first = this.items.length ? this.editor.place + 1 : 0;
    this.rows.splice(first, 0, ...items.map(() => new ItemRow(this)));
    draft.change(items.map((value, number) => ({ op: "insert", path: [...PART_ROOTS.programme, first + number], value })));
    this.choose(first);
    this.rows[first]?.button.focus();
    this.editor.announce(texts.say("paste.added", { n: items.length }));
  }
}
