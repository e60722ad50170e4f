/**
 * A list of texts, one row each: Enter adds the next, pasted lines make a row each, Backspace in an empty row removes it.
 * The rows of `rows` are objects with an id and the text under one name, those of `texts` are the texts themselves.
 * @implements {EditorApi.FieldPart}
 */
class RowsField {
  /** @param {EditorApi.Field} field  @param {EditorApi.FormContext} form */
  constructor(field, form) {
    this.field = field;
    this.form = form;
    this.lang = "";
    this.inner = field.type === "rows" ? field.fields[0] : null;
    this.isPlain = this.inner?.type === "plain";
    /** @type {any[]} */
    this.values = [];
    /** @type {TextRow[]} */
    this.rows = [];
    this.list = element("ol", { className: "rows-list" });
    this.count = element("small", { className: "count" });
    const hint = field.hint || form.texts.say("rows_hint");
    this.frame = new FieldFrame({ ...field, hint: hint.padEnd(SHORT_HINT + 1) }, form, this.list, null);
    this.frame.side.replaceWith(this.count);
    this.tabs = new LanguageTabs(form, (lang) => this.choose(lang));
    this.frame.end.append(this.tabs.node);
    this.node = this.frame.node;
  }

  get most() { return this.field.most ?? 500; }

  get isNamed() { return !this.isPlain && this.form.languages.length > 1; }

  get isReadOnly() { return Boolean(this.node.closest("fieldset:disabled")); }

  /** The path of a row's text. @param {number} place  @returns {EditorApi.Path} */
  pathOf(place) {
    return this.inner ? [...this.path, place, this.inner.name] : [...this.path, place];
  }

  /** @param {any} value */
  textOf(value) {
    return this.inner ? value?.[this.inner.name] : value;
  }

  /** @param {any} value  @returns {string} */
  wordsOf(value) {
    const text = this.textOf(value);
    return (this.isPlain ? text : text?.[this.lang]) ?? "";
  }

  /** What stands faintly in a row that lacks its text in this language. @param {any} value  @returns {string} */
  firstOf(value) {
    return this.isPlain || this.lang === this.form.languages[0] ? "" : (this.textOf(value)?.[this.form.languages[0]] ?? "");
  }

  /** A row with these words. @param {string} words */
  valueOf(words) {
    const text = this.isPlain ? words : words ? { [this.lang]: words } : {};
    return this.inner ? { [this.inner.name]: text } : text;
  }

  /** @param {any[] | null | undefined} values  @param {EditorApi.Path} path */
  draw(values, path) {
    const { form } = this;
    this.isThere = Array.isArray(values);
    this.values = values ?? [];
    this.path = path;
    if (!form.languages.includes(this.lang)) this.lang = form.languages[0];
    form.register(path, this);
    const shown = this.values.length < this.most ? [...this.values, null] : this.values;
    this.rows = matchRows(this.rows, shown).map((row) => row ?? new TextRow(this));
    this.rows.forEach((row, place) => row.draw(shown[place], place, place === this.values.length));
    placeChildren(this.list, this.rows.map(({ node }) => node));
    const text = this.form.texts.say("row_count", { n: this.values.length, most: this.most });
    setText(this.count, this.field.most ? text : String(this.values.length));
    const isFaulty = (/** @type {string} */ lang) => form.findingsAt(path, true).some((finding) => finding.blocking && finding.path.at(-1) === lang);
    this.tabs.draw(this.lang, (lang) => this.values.some((value) => isMissing(this.textOf(value), lang)), isFaulty);
    this.tabs.node.hidden ||= this.isPlain;
    this.frame.faults.draw(form.findingsAt(path, false), this.node);
  }

  /** @param {TextRow} row */
  type(row) {
    const { place, isNew, control } = row;
    if (isNew) this.insert(place, [control.value], true);
    else if (this.isPlain) this.form.change([{ op: "set", path: this.pathOf(place), value: control.value }], true);
    else {
      const change = textChange(this.pathOf(place), this.textOf(this.values[place]), this.lang, control.value, true);
      if (change) this.form.change([change], true);
    }
  }

  /** @param {number} place  @param {string[]} lines  @param {boolean} [isTyping] */
  insert(place, lines, isTyping = false) {
    const values = lines.slice(0, this.most - this.values.length).map((words) => this.valueOf(words));
    if (!values.length) return 0;
    if (!this.isThere) this.form.change([{ op: "set", path: this.path, value: values }], isTyping);
    else this.form.change(values.map((value, index) => ({ op: "insert", path: [...this.path, place + index], value })), isTyping);
    return values.length;
  }

  /** @param {TextRow} row */
  addAfter(row) {
    const next = this.rows[row.place + 1];
    if (row.isNew || (next && !next.control.value)) next?.focus();
    else {
      this.insert(row.place + 1, [""]);
      this.rows[row.place + 1]?.focus();
    }
  }

  /** Lines that are pasted together; in a later language they go to the rows that are there, as a translation does. @param {TextRow} row  @param {ClipboardEvent} event */
  paste(row, event) {
    const lines = (event.clipboardData?.getData("text/plain") ?? "").split(/\r?\n/).map(withoutBullet).filter(Boolean);
    if (lines.length < 2) return;
    event.preventDefault();
    const isFilling = row.isNew || !row.control.value;
    const start = row.place + (isFilling ? 0 : 1);
    const isTranslation = !this.isPlain && this.lang !== this.form.languages[0];
    const kept = isTranslation ? this.values.length - start : isFilling && !row.isNew ? 1 : 0;
    this.set(start, lines.slice(0, Math.max(0, kept)));
    const added = this.insert(start + Math.max(0, kept), lines.slice(Math.max(0, kept)));
    const n = Math.min(lines.length, Math.max(0, kept)) + added;
    this.form.announce(this.form.texts.say(n < lines.length ? "pasted_some" : "pasted", { n, most: this.most }));
    this.rows[Math.min(start + n, this.rows.length - 1)]?.focus();
  }

  /** @param {number} start  @param {string[]} lines */
  set(start, lines) {
    const changes = lines.map((words, index) => {
      const path = this.pathOf(start + index);
      if (this.isPlain) return { op: /** @type {"set"} */ ("set"), path, value: words };
      return textChange(path, this.textOf(this.values[start + index]), this.lang, words, true);
    });
    this.form.change(changes.filter(Boolean));
  }

  /** @param {TextRow} row  @param {number} to  @param {HTMLElement} focused */
  move(row, to, focused) {
    const from = row.place;
    if (this.isReadOnly || to < 0 || to >= this.values.length) return;
    this.rows.splice(to, 0, ...this.rows.splice(from, 1));
    this.form.change([{ op: "move", path: [...this.path, from], to }]);
    const { texts } = this.form;
    this.form.announce(texts.say("moved", { name: this.wordsOf(this.values[to]) || to + 1, place: to + 1, n: this.values.length }));
    if (focused.getAttribute("aria-disabled") === "true") row.control.focus({ preventScroll: true });
    else focused.focus({ preventScroll: true });
  }

  /** @param {TextRow} row */
  remove(row) {
    const { place } = row;
    const name = this.wordsOf(this.values[place]) || String(place + 1);
    this.rows.splice(place, 1);
    this.form.change([{ op: "remove", path: [...this.path, place] }]);
    this.rows[Math.min(place, this.rows.length - 1)]?.focus();
    this.form.announce(this.form.texts.say("removed", { name }));
  }

  /** An empty row goes, unless it has words in another language. @param {TextRow} row */
  removeEmpty(row) {
    const before = this.rows[row.place - 1] ?? this.rows[row.place + 1];
    const text = this.textOf(this.values[row.place]);
    const isEmpty = this.isPlain ? !text : !Object.values(text ?? {}).some(Boolean);
    if (!row.isNew && isEmpty) {
      this.rows.splice(row.place, 1);
      this.form.change([{ op: "remove", path: [...this.path, row.place] }]);
    }
    before?.focus();
  }

  /** @param {string} lang */
  choose(lang) {
    this.lang = lang;
    this.draw(this.isThere ? this.values : null, this.path);
  }

  /** @param {EditorApi.Path} path  @param {string | null} lang */
  focusOn(path, lang) {
    if (lang && !this.isPlain) this.choose(lang);
    const place = path[this.path.length];
    (this.rows[Number(place ?? 0)] ?? this.rows[0])?.focus();
  }
}
registerField("rows", RowsField);
registerField("texts", RowsField);

/** A pasted line without the mark of a list before it. @param {string} line */
function withoutBullet(line) {
  return line.trim().replace(/^(?:[-*•–]|\d{1,2}[.)])\s+/, "").trim();
}
