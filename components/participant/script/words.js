// Words: as many fields as answers are left. A field leaves when its word is saved; typing in the others goes on.

class WordsView extends View {
  static hasResults = true;

  /** @param {Page} page  @param {Participant.State} state  @param {ViewTools} tools */
  constructor(page, state, tools) {
    super(page, state, tools);
    /** @type {Participant.WordRow[]} */
    this.rows = [];
    page.body.className = "body rows";
    page.body.replaceChildren();
    this.fit(this.notebook.page.drafts);
    for (const row of this.rows) row.sending = Boolean(this.sender.waiting?.words?.includes(row.word));
    this.draw();
  }

  get left() { return Math.max(0, this.state.max_answers - this.own.length); }

  get typed() { return this.rows.filter((row) => row.word); }

  // As many fields as answers are left; one with typed words in it goes last, and its words are told.
  /** @param {string[]} [drafts] */
  fit(drafts = []) {
    const { rows, page } = this;
    while (rows.length > this.left) {
      const row = [...rows].reverse().find(({ word, input }) => !word && input !== page.focused) ?? rows.at(-1);
      if (row.word && !row.sending) page.aside(page.t("aside"), [row.word]);
      this.remove(row);
    }
    while (rows.length < this.left) this.append(drafts[rows.length] ?? "");
  }

  /** @param {string} text */
  append(text) {
    const number = (this.rows.at(-1)?.number ?? 0) + 1;
    const id = `word-${number}`;
    const input = element("input", {
      id, className: "field", autocomplete: "off", autocapitalize: "none", value: text,
    });
    const label = element("label", { htmlFor: id });
    const count = element("span", { id: `${id}-count`, className: "count num" });
    const node = element("div", { className: "row" }, label, count, input);
    const row = { number, node, label, count, input, sending: false, refused: false, get word() { return cleaned(input.value); } };
    input.oninput = () => this.changed();
    input.onkeydown = (event) => this.pressed(event, row);
    this.rows.push(row);
    this.page.body.append(node);
  }

  /** @param {Participant.WordRow} row */
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
      write(row.label, most > 1 ? page.t("word", { n: own.length + at + 1 }) : page.t("only_word"));
      row.node.hidden = !open && !row.word;
      row.input.readOnly = row.sending || !open;
      this.drawCount(row);
    });
    for (const row of this.rows) row.input.enterKeyHint = this.nextEmpty(row) ? "next" : "send";
    page.form.hidden = this.rows.every((row) => row.node.hidden);
    const isSending = this.rows.some((row) => row.sending) && this.typed.every((row) => row.sending);
    this.button(own.length ? page.t("send_more", { n: this.left }) : page.t("send"), isSending, own.length > 0);
    this.drawOwn();
  }

  /** @param {Participant.WordRow} row */
  drawCount(row) {
    const { page, state, sender } = this;
    const n = lengthOf(row.input.value);
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
    if (!own.length) return this.thank();
    this.thank({
      heading: open ? page.t("thanks_words", { n: own.length }) : page.t("yours"),
      text: !open ? "" : left ? page.t("left", { n: left }) : page.t("all_saved"),
      said: own,
      hasPropeller: open,
    });
  }

  // An error tells of what stood there; it leaves with the first change.
  changed() {
    for (const row of this.rows) row.refused = false;
    this.page.forgive();
    this.notebook.write({ drafts: this.rows.map((row) => row.input.value) });
    this.draw();
  }

  /** @param {Participant.WordRow} row */
  nextEmpty(row) { return this.rows.slice(this.rows.indexOf(row) + 1).find(({ word, node }) => !word && !node.hidden); }

  // Enter goes on to the next empty field, and sends where there is none. 229 is an input method's own Enter; a phone's
  // keyboard presses the real one while its word is still being composed, and that word is taken as it stands.
  /** @param {KeyboardEvent} event  @param {Participant.WordRow} row */
  pressed(event, row) {
    if (event.key !== "Enter" || event.keyCode === 229) return;
    event.preventDefault();
    const next = this.nextEmpty(row);
    if (next) next.input.focus();
    else this.submit();
  }

  submit() {
    const ready = this.typed.filter((row) => !row.sending);
    if (ready.length) return this.post(ready);
    // Those that are typed are on their way.
    if (this.isClosed() || this.typed.length) return;
    this.fault(this.page.t("empty"), this.rows.slice(0, 1));
    this.rows[0]?.input.focus();
  }

  /** @param {Participant.WordRow[]} rows */
  post(rows) {
    const { page, state } = this;
    if (this.isClosed()) return;
    const long = rows.find((row) => lengthOf(row.input.value) > state.max_chars);
    if (long) {
      this.fault(page.t("too_long", { n: lengthOf(long.input.value) - state.max_chars }), [long]);
      return long.input.focus();
    }
    for (const row of rows) Object.assign(row, { sending: true, refused: false });
    this.sender.add(state.round, { words: unique(rows.map((row) => row.word)) });
    this.draw();
  }

  // Tells an error and marks the fields that it is about.
  /** @param {string} text  @param {Participant.WordRow[]} rows */
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
    for (const row of this.rows.filter((one) => one.sending && sent.words.includes(one.word))) this.remove(row);
    const isNew = reply.saved.some((word) => !this.own.includes(word));
    this.own = unique([...this.own, ...reply.saved]);
    this.isFresh = isNew;
    this.kept();
    page.say(isNew ? page.t("saved", { what: reply.saved.join(", ") }) : page.t("repeated"));
    if (this.left !== reply.left) this.sync();
  }

  /** @param {Api.Submit} sent  @param {Api.Error} reply */
  refused(sent, reply) {
    for (const row of this.rows) if (sent.words?.includes(row.word)) row.sending = false;
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
  }

  unsent() {
    const inFlight = this.sender.inFlight?.words ?? [];
    return this.typed.map((row) => row.word).filter((word) => !inFlight.includes(word));
  }
}
