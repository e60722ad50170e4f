// A choice: one option or several. Once saved, the own answer is shown, and it can be changed.

class ChoiceView extends View {
  static hasResults = true;

  /** @param {Page} page  @param {Participant.State} state  @param {ViewTools} tools */
  constructor(page, state, tools) {
    super(page, state, tools);
    this.isChanging = Boolean(this.picked);
    const hint = page.t(state.multiple ? "choose_many" : "choose_one");
    page.body.replaceChildren(...optionList({
      ...state, options: state.options, name: "choice", chosen: this.picked ?? this.own, hint: hint === state.help ? "" : hint,
    }));
    page.body.onchange = () => this.chose();
    this.draw();
  }

  get picked() { return this.notebook.page.picked; }

  /** @param {string[]} ids */
  names(ids) { return this.state.options.filter((option) => ids.includes(option.id)).map((option) => option.label); }

  chose() {
    const { page, notebook } = this;
    if (!this.state.open || this.sender.waiting) return check(page.body, this.picked ?? this.own);
    notebook.write({ picked: chosenIn(page.body) });
    page.say("");
    this.draw();
  }

  draw() {
    const { page, state, own, sender } = this;
    const isSending = Boolean(sender.waiting);
    const isForm = !own.length || this.isChanging || isSending;
    page.body.hidden = !isForm;
    page.form.hidden = !state.open && own.length > 0;
    lockOptions(page.body, !state.open || isSending);
    const n = chosenIn(page.body).length;
    drawClear(page, state.open && !isSending && !own.length, () => this.chose());
    this.button(!isForm ? page.t("change") : state.multiple && n ? page.t("send_choices", { n }) : page.t("send"),
      isSending, !isForm);
    if (!own.length || (isForm && state.open)) return this.thank();
    this.thank({
      heading: page.t(state.open ? "thanks_choice" : "yours"),
      said: this.names(own),
      hasPropeller: state.open,
    });
  }

  submit() {
    const { page, state, sender } = this;
    if (this.isClosed() || sender.waiting) return;
    if (page.body.hidden) return this.change();
    const choices = chosenIn(page.body);
    if (choices.length) sender.add(state.round, { choices });
    else askToChoose(page);
  }

  change() {
    const { page } = this;
    this.isChanging = true;
    page.say("");
    page.redraw(() => this.draw());
    page.body.querySelector("input:checked")?.focus();
  }

  /** @param {Api.Submit} _sent  @param {Api.Receipt} reply */
  saved(_sent, reply) {
    this.isFresh = true;
    this.settle(reply.saved);
    this.page.say(this.page.t("saved", { what: this.names(reply.saved).join(", ") }));
  }

  /** @param {string[]} own */
  settle(own) {
    this.own = own;
    this.isChanging = false;
    this.notebook.write({ own, picked: null });
    check(this.page.body, own);
    this.draw();
  }

  /** @param {Api.Me} me */
  mine(me) {
    if (this.sender.waiting) return;
    if (!this.picked) return this.isChanging || this.settle(me.answers);
    this.own = me.answers;
    this.notebook.write({ own: this.own });
    this.draw();
  }

  unsent() {
    /** @type {string[]} */
    const picked = this.picked ?? [];
    return this.sender.inFlight || picked.join() === this.own.join() ? [] : this.names(picked);
  }
}
