// What is picked of the options and sent whole. Once saved, the own answer is shown, and it can be changed.

/** @param {Element} node */
const childrenOf = (node) => /** @type {HTMLElement[]} */ ([...node.children]);

class PickedView extends View {
  static hasResults = true;

  /** @param {Page} page  @param {Participant.State} state  @param {ViewTools} tools */
  constructor(page, state, tools) {
    super(page, state, tools);
    this.isChanging = Boolean(this.notebook.page.picked);
    this.list();
    this.draw();
  }

  // Option ids: what is picked now, sent or not.
  /** @returns {string[]} */
  get picked() { return this.notebook.page.picked ?? this.own; }

  get isLocked() { return !this.state.open || Boolean(this.sender.waiting); }

  // What of a submit holds what is picked.
  /** @returns {Participant.Answer} */
  get answer() { return {}; }

  get sendLabel() { return this.page.t("send"); }

  /** @param {string} id */
  label(id) { return this.state.options.find((option) => option.id === id)?.label ?? ""; }

  /** @param {string[]} ids */
  names(ids) { return this.state.options.filter((option) => ids.includes(option.id)).map((option) => option.label); }

  // Makes the controls, and shows in them what is picked.
  list() {}

  drawPicked() {}

  askToPick() {}

  // A button that acts while it can be answered.
  /** @param {Record<string, any>} properties  @param {() => void} act  @param {Node[]} children */
  control(properties, act, ...children) {
    return element("button", { type: "button", ...properties, onclick: () => this.isLocked ? this.isClosed() : act() }, ...children);
  }

  /** @param {string[]} ids */
  pick(ids) {
    this.notebook.write({ picked: ids });
    this.page.say("");
    this.draw();
  }

  draw() {
    const { page, state, own, sender } = this;
    const isSending = Boolean(sender.waiting);
    const isForm = !own.length || this.isChanging || isSending;
    page.body.hidden = !isForm;
    page.form.hidden = !state.open && own.length > 0;
    this.drawPicked();
    this.button(isForm ? this.sendLabel : page.t("change"), isSending, !isForm);
    if (!own.length || (isForm && state.open)) return this.thank();
    this.thank({
      heading: page.t(state.open ? "thanks_answers" : "yours", { n: 1 }),
      said: this.names(own),
      hasPropeller: state.open,
    });
  }

  submit() {
    const { page, state, sender } = this;
    if (this.isClosed() || sender.waiting) return;
    if (page.body.hidden) return this.change();
    if (this.picked.length) sender.add(state.round, this.answer);
    else this.askToPick();
  }

  change() {
    const { page } = this;
    this.isChanging = true;
    page.say("");
    page.redraw(() => this.draw());
    page.body.querySelector("input:checked, button")?.focus();
  }

  /** @param {Api.Submit} _sent  @param {Api.Receipt} reply */
  saved(_sent, reply) {
    this.isFresh = true;
    this.settle(reply.saved);
    this.page.say("");
  }

  /** @param {string[]} own */
  settle(own) {
    this.own = own;
    this.isChanging = false;
    this.notebook.write({ own, picked: null });
    this.draw();
  }

  /** @param {Api.Me} me */
  mine(me) {
    if (this.sender.waiting) return;
    if (!this.notebook.page.picked) return this.isChanging || this.settle(me.answers);
    this.own = me.answers;
    this.notebook.write({ own: this.own });
    this.draw();
  }

  unsent() {
    const { picked } = this.notebook.page;
    const names = this.names(picked ?? []);
    return this.sender.inFlight || !picked || names.join() === this.names(this.own).join() ? [] : names;
  }
}
