const PASTE_PAUSE_MS = 250;

/** Many questions at once: lines on the left, what they become on the right, and all of them into the programme. */
class PasteQuestions {
  /** @param {HTMLDialogElement} dialog  @param {Editor} editor */
  constructor(dialog, editor) {
    const { texts } = editor;
    this.dialog = dialog;
    this.editor = editor;
    this.field = element("textarea", { id: "pasted-questions", rows: 10, maxLength: 100000, spellcheck: true, placeholder: texts.say("paste.example") });
    this.fault = element("p", { className: "fault", role: "alert" });
    this.outcome = element("ol");
    this.nothing = element("p", { className: "nothing", textContent: texts.say("paste.nothing") });
    this.takeButton = element("button", { type: "button", className: "button fill" });
    this.room = 0;
    this.asked = 0;
    this.waiting = 0;
    /** @type {any[]} */
    this.items = [];
    /** @type {HTMLElement | null} */
    this.opener = null;
    this.isTaken = false;
    this.draw();
  }

  draw() {
    const { dialog, editor, field } = this;
    const { texts } = editor;
    const title = element("h2", { id: "paste-questions-title", textContent: texts.say("paste.title") });
    dialog.setAttribute("aria-labelledby", title.id);
    const cancel = element("button", { type: "button", className: "button plain", textContent: texts.say("paste.cancel") });
    dialog.append(
      element("div", { className: "head" }, title, iconButton("close", texts.say("close"), () => dialog.close())),
      element("p", { className: "about", textContent: texts.say("paste.about") }),
      element("div", { className: "sheet" },
        element("div", {}, element("label", { htmlFor: field.id, textContent: texts.say("paste.lines") }), field),
        element("section", {}, element("h3", { textContent: texts.say("paste.outcome") }), this.outcome, this.nothing)),
      this.fault,
      element("div", { className: "buttons" }, cancel, this.takeButton),
    );
    cancel.addEventListener("click", () => dialog.close());
    field.addEventListener("input", () => this.askSoon());
    this.takeButton.addEventListener("click", () => this.take());
    dialog.addEventListener("keydown", (event) => event.stopPropagation());
    dialog.addEventListener("close", () => this.closed());
  }

  /** @param {HTMLElement} opener what gets the focus when nothing is taken  @param {number} room how many more items there may be */
  open(opener, room) {
    this.opener = opener;
    this.room = room;
    this.isTaken = false;
    this.dialog.showModal();
    this.field.focus();
    this.ask();
  }

  askSoon() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.ask(), PASTE_PAUSE_MS);
  }

  async ask() {
    clearTimeout(this.waiting);
    const { draft, languages, texts } = this.editor;
    const serial = (this.asked += 1);
    const { status, body } = await draft.server.pasted(this.field.value, languages[0]).catch(() => LOST_REPLY);
    if (serial !== this.asked) return;
    if (status !== 200) {
      this.items = [];
      setText(this.fault, body?.message ?? texts.say("paste.lost"));
    } else this.show(body);
    this.drawTake();
  }

  /** @param {Api.PastedLines} lines */
  show({ questions, leftovers, items }) {
    const { texts } = this.editor;
    this.items = items ?? [];
    const rows = [
      ...questions.map(({ line, question, becomes, notes }) => ({ line, words: [element("b", {}, question), element("span", {}, [becomes, ...notes].join(" ")) ], kind: "" })),
      ...leftovers.map(({ line, sentence }) => ({ line, words: [element("b", {}, texts.say("paste.line", { n: line })), element("span", {}, sentence)], kind: "left-over" })),
    ].sort((first, second) => first.line - second.line);
    this.outcome.replaceChildren(...rows.map(({ words, kind }) => element("li", { className: kind }, ...words)));
    this.nothing.hidden = rows.length > 0;
    setText(this.fault, this.items.length > this.room ? texts.say("paste.full", { n: this.room }) : "");
  }

  get isTakeable() { return this.items.length > 0 && this.items.length <= this.room; }

  drawTake() {
    setText(this.takeButton, this.editor.texts.say("paste.take", { n: this.items.length }));
    setDisabled(this.takeButton, !this.isTakeable);
  }

  async take() {
    await this.ask();
    if (!this.isTakeable || this.editor.isReadOnly) return;
    this.isTaken = true;
    this.dialog.close();
    this.field.value = "";
    this.editor.programme.insertAll(this.items);
  }

  closed() {
    this.asked += 1;
    if (!this.isTaken) this.opener?.focus();
  }
}
