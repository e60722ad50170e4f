// A form: single choices one at a time, with progress; back never loses. The whole is sent at the end.

class StepsView extends View {
  /** @param {Page} page  @param {Participant.State} state  @param {ViewTools} tools */
  constructor(page, state, tools) {
    super(page, state, tools);
    const { picked, step } = this.notebook.page;
    /** @type {Record<string, string>} */
    this.picked = { ...picked };
    this.isRepeating = false;
    /** @type {Api.Outcome | null | undefined} */
    this.result = null;
    /** @type {Api.Outcome | false | null | undefined} */
    this.drawn = undefined;
    this.at = Math.min(step ?? 0, state.questions.length - 1);
    this.list();
    // Only now: a field of the earlier question tells its last change when it is taken away.
    page.body.onchange = (event) => this.chose(/** @type {HTMLInputElement} */ (event.target));
    page.back.onclick = () => this.go(this.at - 1);
    this.draw();
  }

  get hasOwnHelp() { return true; }

  get question() { return this.state.questions[this.at]; }

  get isDone() { return this.own.length > 0 && !this.isRepeating && !this.sender.waiting; }

  get heading() { return this.isDone ? this.state.question : this.question.question; }

  list() {
    const { id, options } = this.question;
    this.page.body.replaceChildren(...optionList({ name: id, options, chosen: [this.picked[id]] }));
  }

  /** @param {HTMLInputElement} input */
  chose(input) {
    if (!this.state.open || this.sender.waiting) return check(this.page.body, [this.picked[input.name]]);
    this.picked[input.name] = input.value;
    this.page.say("");
    this.keep();
    this.draw();
  }

  keep() { this.notebook.write({ picked: this.picked, step: this.at }); }

  draw() {
    const { page, state, sender, isDone, at } = this;
    const isSending = Boolean(sender.waiting);
    const isLast = at === state.questions.length - 1;
    write(page.title, this.heading);
    writeOrHide(page.kicker, isDone ? "" : state.question);
    writeOrHide(page.help, isDone ? "" : this.question.help ?? (at ? "" : state.help));
    this.drawSteps();
    page.body.hidden = isDone;
    page.form.hidden = isDone && !state.open;
    drawClear(page, state.open && !isSending, () => {
      delete this.picked[this.question.id];
      this.keep();
      this.draw();
    });
    page.back.hidden = isDone || !at || isSending;
    write(page.back, page.t("back"));
    lockOptions(page.body, !state.open || isSending);
    this.button(page.t(isDone ? "again" : isLast ? "send_form" : "next"), isSending, isDone);
    this.drawDone();
  }

  drawSteps() {
    const { steps, t } = this.page;
    const { questions } = this.state;
    steps.hidden = this.isDone;
    write(steps.querySelector(".num"), t("step", { n: this.at + 1, max: questions.length }));
    steps.querySelector("ol").replaceChildren(...questions.map((_, index) =>
      element("li", { className: index < this.at ? "done" : index === this.at ? "now" : "" })));
  }

  drawDone() {
    const { page, isDone, result, own } = this;
    this.thank({
      heading: isDone ? page.t("thanks_answers", { n: own.length }) : "",
      hasPropeller: isDone && !result,
    });
    const drawing = isDone && result;
    if (drawing !== this.drawn) drawOutcome(page.outcome, drawing);
    this.drawn = drawing;
  }

  /** @param {number} to */
  go(to) {
    this.at = to;
    this.keep();
    this.page.say("");
    this.list();
    this.draw();
    this.page.title.focus();
  }

  submit() {
    const { page, state, sender } = this;
    if (this.isClosed() || sender.waiting) return;
    if (this.isDone) {
      this.isRepeating = true;
      return this.go(0);
    }
    if (!chosenIn(page.body).length) return askToChoose(page);
    if (this.at < state.questions.length - 1) return this.go(this.at + 1);
    sender.add(state.round, { form: Object.fromEntries(state.questions.map(({ id }) => [id, this.picked[id]])) });
  }

  /** @param {Api.Submit} sent  @param {Api.Receipt} reply */
  saved(sent, reply) {
    const { page } = this;
    this.isFresh = true;
    this.settle(Object.entries(sent.form).map((pair) => pair.join("=")), reply.result);
    page.say("");
    (page.outcome.querySelector("h2") ?? page.title).focus();
  }

  /** @param {string[]} own  @param {Api.Outcome | null | undefined} result */
  settle(own, result) {
    Object.assign(this, { own, isRepeating: false, result });
    this.draw();
  }

  /** @param {Api.Me} me */
  mine(me) {
    if (this.sender.waiting || this.isRepeating || !me.answers.length) return;
    for (const pair of me.answers) {
      const [, id, value] = pair.match(/^(.*?)=(.*)$/s);
      this.picked[id] = value;
    }
    this.settle(me.answers, me.result);
  }

  unsent() {
    const isTouched = Object.keys(this.notebook.page.picked ?? {}).length > 0;
    return isTouched && !this.isDone && !this.sender.inFlight ? [this.state.question] : [];
  }
}
