const PAUSE_MS = 250;
const KEPT_LINES = "propelli-pasted-lines";

/** Lines on the left, questions on the right; the text is all that there is, and outlives the page in this browser. */
class LinesPage {
  /** @param {HTMLElement} root  @param {PastedLines.Data} data */
  constructor(root, { base, lang, texts, limits }) {
    this.find = finder(root);
    this.base = base;
    this.lang = lang;
    this.texts = texts;
    this.server = new WorkshopServer({ base, lang });
    this.field = this.find("textarea");
    this.taking = /** @type {HTMLButtonElement} */ (this.find(".take"));
    this.mirror = new LinesMirror(this.find(".mirror"), this.field);
    this.outcome = new OutcomeList(this.find, this);
    this.asked = 0;
    this.drawFrame(limits);
    this.restore();
    this.ask();
  }

  /** @param {string} key  @param {Record<string, string | number>} [values] */
  text(key, values = {}) {
    const text = key.split(".").reduce((/** @type {any} */ section, name) => section[name], this.texts);
    return fill(pluralForm(text, Number(values.n ?? 0), this.lang), values);
  }

  /** @param {PastedLines.Data["limits"]} limits */
  drawFrame(limits) {
    const { find } = this;
    setText(find("h1"), this.text("paste.title"));
    setText(find(".about"), this.text("paste.about", limits));
    setText(find("h2"), this.text("paste.outcome"));
    setText(find(".workshop-title span"), this.text("paste.workshop_title"));
    find("input").placeholder = this.text("paste.untitled");
    setText(find(".source label"), this.text("paste.lines"));
    this.field.placeholder = this.text("paste.example");
    setText(find(".nothing"), this.text("paste.nothing"));
    setText(find(".unchanged"), this.text("paste.unchanged"));
    const cancel = /** @type {HTMLAnchorElement} */ (find(".cancel"));
    cancel.href = `${this.base}/ohjaus`;
    setText(cancel, this.text("paste.cancel"));
    const template = /** @type {HTMLAnchorElement} */ (find(".template"));
    template.href = `${this.base}/workshops/questions.xlsx?kieli=${this.lang}`;
    template.append(icon("download"), this.text("paste.template"));
    this.field.addEventListener("input", () => this.askSoon());
    find("input").addEventListener("input", () => this.keep());
    this.taking.addEventListener("click", () => this.take());
  }

  /** What was written before the page was loaded again. */
  restore() {
    try {
      const { title, lines } = JSON.parse(sessionStorage.getItem(KEPT_LINES) ?? "{}");
      this.find("input").value = title ?? "";
      this.field.value = lines ?? "";
    } catch {
      // A browser that keeps nothing begins with nothing.
    }
  }

  keep() {
    try {
      sessionStorage.setItem(KEPT_LINES, JSON.stringify({ title: this.find("input").value, lines: this.field.value }));
    } catch {
      // Where nothing can be kept, the text stands on the page alone.
    }
  }

  askSoon() {
    this.keep();
    this.mirror.draw(this.questionLines ?? new Map(), this.leftoverLines ?? new Set());
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.ask(), PAUSE_MS);
  }

  /** Another kind for the question of a line; without one, the line goes. @param {number} line  @param {string | null} form */
  change(line, form) {
    clearTimeout(this.waiting);
    return this.ask({ line, form });
  }

  /** @param {{ line: number, form: string | null }} [change] */
  async ask(change) {
    const serial = (this.asked += 1);
    const { status, body } = await this.server.post("/workshops/lines", { text: this.field.value, ...(change && { change }) });
    if (serial !== this.asked) return;
    this.refuse(status === 200 ? "" : (body?.message ?? this.text("lost")));
    if (status === 200) this.draw(body);
  }

  /** @param {Api.PastedLines} lines */
  draw(lines) {
    if (this.field.value !== lines.text && lines.changed) {
      this.field.value = lines.text;
      this.keep();
    }
    this.questionLines = new Map(lines.questions.map(({ line }, place) => [line, place + 1]));
    this.leftoverLines = new Set(lines.leftovers.map(({ line }) => line));
    this.mirror.draw(this.questionLines, this.leftoverLines);
    this.outcome.draw(lines);
    this.taking.disabled = lines.questions.length === 0;
    setText(this.taking, this.text("paste.take", { n: lines.questions.length }));
  }

  /** @param {string} sentence */
  refuse(sentence) {
    setText(this.find(".line"), sentence);
  }

  /** Makes the workshop and goes to where it is edited. */
  async take() {
    this.taking.disabled = true;
    const title = this.find("input").value.trim() || this.text("paste.untitled");
    const { status, body } = await this.server.post("/workshops", { title, lines: this.field.value });
    this.taking.disabled = false;
    if (status !== 200) {
      this.refuse(body?.message ?? this.text("lost"));
      return;
    }
    try {
      sessionStorage.removeItem(KEPT_LINES);
    } catch {
      // Nothing was kept.
    }
    location.assign(`${this.base}/muokkaa?tyopaja=${encodeURIComponent(body.id)}`);
  }
}
