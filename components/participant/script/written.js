// What words and texts have in common: a field for each answer, which leaves when what is in it is saved, while typing in
// the others goes on.

class WrittenView extends View {
  static hasResults = true;

  /** @param {Page} page  @param {Participant.State} state  @param {ViewTools} tools */
  constructor(page, state, tools) {
    super(page, state, tools);
    /** @type {Participant.WrittenRow[]} */
    this.rows = [];
    this.retraction = new Retraction(this);
    /** @type {Participant.ShownWords | undefined} */
    this.shownWords = undefined;
    page.body.className = "body rows";
    page.body.replaceChildren(...this.below());
    this.fit(this.notebook.page.drafts);
    for (const row of this.rows) row.sending = Boolean(this.sender.waiting?.[this.field]?.includes(row.word));
    this.draw();
  }

  /** The field of a submit. @returns {"words" | "texts"} */
  get field() { return "words"; }

  // The names of the sentences that differ.
  get sentences() { return { number: "word", only: "only_word", empty: "empty", thanks: "thanks_words" }; }

  // How many fields there are.
  get fields() { return this.left; }

  /** What stands in the form below the fields. @returns {HTMLElement[]} */
  below() { return []; }

  /** @param {string} typed */
  clean(typed) { return cleaned(typed); }

  /** @param {string} id  @param {string} value  @returns {HTMLInputElement | HTMLTextAreaElement} */
  newField(id, value) {
    return element("input", { id, className: "field", autocomplete: "off", autocapitalize: "none", value });
  }

  get left() { return Math.max(0, this.state.max_answers - this.own.length); }

  get typed() { return this.rows.filter((row) => row.word); }

  // As many fields as there may be; one with typed words in it goes last, and its words are told.
  /** @param {string[]} [drafts] */
  fit(drafts = []) {
    const { rows, page, fields } = this;
    while (rows.length > fields) {
      const row = [...rows].reverse().find(({ word, input }) => !word && input !== page.focused) ?? rows.at(-1);
      if (row.word && !row.sending) page.aside(page.t("aside"), [row.word]);
      this.remove(row);
    }
    while (rows.length < fields) this.append(drafts[rows.length] ?? "");
  }

  /** @param {string} text */
  append(text) {
    const number = (this.rows.at(-1)?.number ?? 0) + 1;
    const id = `word-${number}`;
    const input = this.newField(id, text);
    const { clean } = this;
    const label = element("label", { htmlFor: id });
    const count = element("span", { id: `${id}-count`, className: "count num" });
    const node = element("div", { className: "row" }, label, count, input);
    const row = { number, node, label, count, input, sending: false, refused: false, get word() { return clean(input.value); } };
    input.oninput = () => this.changed();
    input.onkeydown = (/** @type {KeyboardEvent} */ event) => this.pressed(event, row);
    const last = this.rows.at(-1);
    this.page.body.insertBefore(node, last ? last.node.nextSibling : this.page.body.firstChild);
    this.rows.push(row);
  }

  /** @param {Participant.WrittenRow} row */
  remove(row) {
    const at = this.rows.indexOf(row);
    const wasFocused = row.input === this.page.focused;
    this.rows.splice(at, 1);
    if (wasFocused) this.rows[Math.min(at, this.rows.length - 1)]?.input.focus();
    row.node.remove();
  }

  draw() {
    const { page, own } = this;
    const { open, max_answers: most } = this.state;
    this.rows.forEach((row, at) => {
      write(row.label, most > 1 ? page.t(this.sentences.number, { n: own.length + at + 1 }) : page.t(this.sentences.only));
      row.node.hidden = !open && !row.word;
      row.input.readOnly = row.sending || !open;
      this.drawCount(row);
    });
    page.form.hidden = this.rows.every((row) => row.node.hidden);
    const isSending = this.rows.some((row) => row.sending) && this.typed.every((row) => row.sending);
    this.button(this.sendLabel(), isSending, own.length > 0);
    this.drawOwn();
  }

  sendLabel() { return this.own.length ? this.page.t("send_more", { n: this.left }) : this.page.t("send"); }

  /** @param {Participant.WrittenRow} row */
  drawCount(row) {
    const { page, state, sender } = this;
    const n = lengthOf(row.word);
    const over = n - state.max_chars;
    write(row.count, row.sending ? page.t(sender.delayed ? "waiting" : "sending")
      : over > 0 ? page.t("over", { n: over }) : page.t("count", { n, max: state.max_chars }));
    row.count.classList.toggle("full", over > 0);
    row.input.setAttribute("aria-invalid", String(over > 0 || row.refused));
    row.input.setAttribute("aria-describedby", row.count.id + (row.refused ? " status" : ""));
  }

  drawOwn() {
    const { page, own, left } = this;
    const { open } = this.state;
    if (!own.length) this.thank();
    else this.thank({
      heading: open ? page.t(this.sentences.thanks, { n: own.length }) : page.t("yours"),
      text: open && left ? page.t("left", { n: left }) : "",
      said: own,
      hasPropeller: open,
    });
    this.retraction.draw();
    this.shownWords?.draw();
  }

  // What own words are shown as is a module's, which comes with the first of them.
  async askShown() {
    const { state, own } = this;
    if (!state.shown_words || !own.length) return;
    try {
      this.shownWords ??= (await import(new URL(state.shown_words.script, location.href).href)).watch(this);
      this.shownWords.ask();
    } catch { /* The words are safe without it. */ }
  }

  // An error tells of what stood there; it leaves with the first change.
  changed() {
    for (const row of this.rows) row.refused = false;
    this.page.forgive();
    this.notebook.write({ drafts: this.rows.map((row) => row.input.value) });
    this.draw();
  }

  /** @param {KeyboardEvent} _event  @param {Participant.WrittenRow} _row */
  pressed(_event, _row) {}

  submit() {
    const ready = this.typed.filter((row) => !row.sending);
    if (ready.length) return this.post(ready);
    // Those that are typed are on their way.
    if (this.isClosed() || this.typed.length) return;
    this.fault(this.page.t(this.sentences.empty), this.rows.slice(0, 1));
    this.rows[0]?.input.focus();
  }

  /** @param {Participant.WrittenRow[]} rows */
  post(rows) {
    const { page, state } = this;
    if (this.isClosed()) return;
    const long = rows.find((row) => lengthOf(row.word) > state.max_chars);
    if (long) {
      this.fault(page.t("too_long", { n: lengthOf(long.word) - state.max_chars }), [long]);
      return long.input.focus();
    }
    for (const row of rows) Object.assign(row, { sending: true, refused: false });
    this.sender.add(state.round, { [this.field]: unique(rows.map((row) => row.word)) });
    this.draw();
  }

  // Tells an error and marks the fields that it is about.
  /** @param {string} text  @param {Participant.WrittenRow[]} rows */
  fault(text, rows) {
    for (const row of rows) row.refused = true;
    this.draw();
    this.page.say(text, true);
  }

  /** @param {Participant.State} state */
  opened(state) {
    this.state = state;
    this.fit();
    this.draw();
  }

  /** @param {Api.Submit} sent  @param {Api.Receipt} reply */
  saved(sent, reply) {
    const { page } = this;
    for (const row of this.rows.filter((one) => one.sending && sent[this.field].includes(one.word))) this.remove(row);
    const isNew = reply.saved.some((word) => !this.own.includes(word));
    this.own = unique([...this.own, ...reply.saved]);
    this.isFresh = isNew;
    this.kept();
    page.say(isNew ? "" : page.t("repeated"));
    if (this.left !== reply.left) this.sync();
  }

  /** @param {Api.Submit} sent  @param {Api.Error} reply */
  refused(sent, reply) {
    for (const row of this.rows) if (sent[this.field]?.includes(row.word)) row.sending = false;
    this.fault(reply.message, this.rows.filter(({ word }) => word && word === reply.answer));
  }

  // The store is the truth; what is in flight is settled by its receipt.
  /** @param {Api.Me} me */
  mine(me) {
    if (this.sender.inFlight) return;
    for (const row of this.rows.filter((one) => one.sending && me.answers.includes(one.word))) this.remove(row);
    this.own = me.answers;
    this.kept();
  }

  kept() {
    this.fit();
    this.notebook.write({ own: this.own, drafts: this.rows.map((row) => row.input.value) });
    this.draw();
    this.askShown();
  }

  unsent() {
    const inFlight = this.sender.inFlight?.[this.field] ?? [];
    return this.typed.map((row) => row.word).filter((word) => !inFlight.includes(word));
  }
}
