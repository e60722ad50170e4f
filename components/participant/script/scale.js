// Statements on steps: every statement is answered, with a step or with not being able to say, and all are sent together.

// An own answer as the server tells it, `statement=step`.
/** @param {string[]} own  @returns {Record<string, string>} */
const stepsOf = (own) => Object.fromEntries(own.map((pair) => pair.split("=")));
const UNSURE = "unsure";

class ScaleView extends View {
  static hasResults = true;

  /** @param {Page} page  @param {Participant.State} state  @param {ViewTools} tools */
  constructor(page, state, tools) {
    super(page, state, tools);
    this.isChanging = Boolean(this.notebook.page.picked);
    /** @type {Record<string, string>} */
    this.picked = { ...(this.notebook.page.picked ?? stepsOf(this.own)) };
    this.progress = element("p", { className: "help num" });
    page.body.replaceChildren(...state.statements.map((statement) => this.row(statement)), this.progress);
    page.body.onchange = (event) => this.chose(/** @type {HTMLInputElement} */ (event.target));
    this.draw();
  }

  /** @param {Api.Option} statement */
  row({ id, label }) {
    const { state, page } = this;
    const steps = Array.from({ length: state.steps }, (_, index) => String(index + 1));
    /** @type {Record<string, string>} */
    const ends = { 1: state.low, [state.steps]: state.high };
    const heading = element("h2", { id: `statement-${id}`, textContent: label });
    const choices = steps.map((step) => element("label", { className: "step" }, this.radio(id, step),
      element("span", { className: "num" }, step), element("span", { className: "sr", textContent: ends[step] ?? "" })));
    const group = element("div", { className: "choices", role: "radiogroup", "aria-labelledby": heading.id },
      element("div", { className: `scale of-${state.steps}` }, ...choices),
      element("p", { className: "ends", "aria-hidden": "true" }, element("span", { textContent: state.low }), element("span", { textContent: state.high })));
    if (state.unsure) group.append(element("label", { className: "unsure" }, this.radio(id, UNSURE), element("span", { textContent: page.t("unsure") })));
    return element("section", { className: "statement" }, heading, group);
  }

  /** @param {string} name  @param {string} value */
  radio(name, value) { return element("input", { type: "radio", name, value, checked: this.picked[name] === value }); }

  /** @param {HTMLInputElement} input */
  chose(input) {
    if (!this.state.open || this.sender.waiting) return this.check();
    this.picked[input.name] = input.value;
    this.notebook.write({ picked: this.picked });
    this.page.say("");
    this.draw();
  }

  check() {
    for (const input of this.page.body.querySelectorAll("input")) input.checked = this.picked[input.name] === input.value;
  }

  get unanswered() { return this.state.statements.filter(({ id }) => !this.picked[id]); }

  draw() {
    const { page, state, own, sender } = this;
    const { t } = page;
    const isSending = Boolean(sender.waiting);
    const isForm = !own.length || this.isChanging || isSending;
    page.body.hidden = !isForm;
    page.form.hidden = !state.open && own.length > 0;
    for (const group of page.body.querySelectorAll(".choices")) group.setAttribute("aria-disabled", String(!state.open || isSending));
    const max = state.statements.length;
    write(this.progress, t("answered_statements", { n: max - this.unanswered.length, max }));
    this.button(t(isForm ? "send" : "change"), isSending, !isForm);
    if (!own.length || (isForm && state.open)) return this.thank();
    this.thank({ heading: t(state.open ? "thanks_answers" : "yours", { n: own.length }), said: this.told(own), hasPropeller: state.open });
  }

  /** @param {string[]} own */
  told(own) {
    const steps = stepsOf(own);
    return this.state.statements.filter(({ id }) => steps[id]).map(({ id, label }) =>
      `${label}: ${steps[id] === UNSURE ? this.page.t("unsure") : steps[id]}`);
  }

  submit() {
    const { page, state, sender, unanswered } = this;
    if (this.isClosed() || sender.waiting) return;
    if (page.body.hidden) return this.change();
    if (unanswered.length) {
      page.say(page.t("answer_rest", { n: unanswered.length }), true);
      return [...page.body.querySelectorAll("input")].find((input) => input.name === unanswered[0].id).focus();
    }
    sender.add(state.round, {
      scale: Object.fromEntries(state.statements.map(({ id }) => [id, this.picked[id] === UNSURE ? null : Number(this.picked[id])])),
    });
  }

  change() {
    const { page } = this;
    this.isChanging = true;
    page.say("");
    page.redraw(() => this.draw());
    page.body.querySelector("input:checked")?.focus();
  }

  /** @param {Api.Submit} sent  @param {Api.Receipt} _reply */
  saved(sent, _reply) {
    this.isFresh = true;
    this.settle(Object.entries(sent.scale).map(([id, step]) => `${id}=${step ?? UNSURE}`));
    this.page.say("");
  }

  /** @param {string[]} own */
  settle(own) {
    this.own = own;
    this.isChanging = false;
    this.picked = stepsOf(own);
    this.notebook.write({ own, picked: null });
    this.check();
    this.draw();
  }

  /** @param {Api.Me} me */
  mine(me) {
    if (this.sender.waiting) return;
    if (!this.notebook.page.picked) return this.isChanging || !me.answers.length || this.settle(me.answers);
    this.own = me.answers;
    this.notebook.write({ own: this.own });
    this.draw();
  }

  unsent() {
    const { picked } = this.notebook.page;
    return picked && !this.sender.inFlight && JSON.stringify(picked) !== JSON.stringify(stepsOf(this.own)) ? [this.state.question] : [];
  }
}
