/** What a view gets besides the page and the state. @typedef {{ notebook: Notebook, sender: Sender, sync(): Promise<void>, retry(): void, read(reading: Api.Reading): Promise<void> }} ViewTools */

// A view: one kind of question on the page. These are the calls it gets; a kind overrides what it does differently.

class View {
  /** @param {Page} page  @param {Participant.State} state  @param {ViewTools} tools */
  constructor(page, state, tools) {
    const { notebook, sender, sync } = tools;
    this.page = page;
    this.state = state;
    this.notebook = notebook;
    this.sender = sender;
    this.sync = sync;
    this.own = notebook.page.own ?? [];
    this.isFresh = false;
  }

  // Whether the results of this kind are drawn on the phone.
  static hasResults = false;

  // Makes the rows of the results; a kind without this has words or options.
  /** @type {((results: ResultsDrawing, counts: Api.Results) => HTMLElement[]) | undefined} */
  static rows;

  get heading() { return this.state.question; }

  // Whether something is asked, which can be closed.
  get asks() { return true; }

  // The drawing: of a question that was over before this person answered.
  /** @returns {Parameters<Page["face"]>[0]} */
  get face() { return this.asks && !this.state.open && !this.own.length ? "late" : ""; }

  // Whether the view writes the help itself.
  get hasOwnHelp() { return false; }

  draw() {}

  submit() {}

  /** @param {Participant.State} state */
  opened(state) {
    this.state = state;
    this.draw();
  }

  /** @param {Api.Submit} _sent  @param {Api.Receipt} _receipt */
  saved(_sent, _receipt) {}

  /** @param {Api.Submit} _sent  @param {Api.Error} reply */
  refused(_sent, reply) {
    this.draw();
    this.page.say(reply.message, true);
  }

  /** @param {Api.Me} _me */
  mine(_me) {}

  /** What was typed or chosen and nobody got. @returns {string[]} */
  unsent() { return []; }

  // Whether an answer is refused without asking the server; tells why.
  isClosed() {
    const { page, state } = this;
    if (!state.open) page.say(page.t("closed_button"), true);
    return !state.open;
  }

  // A closed or sending button looks alike in every kind; otherwise it says `label`. It is never disabled, which drops focus.
  /** @param {string} label  @param {boolean} isSending  @param {boolean} isSecond */
  button(label, isSending, isSecond) {
    const { open } = this.state;
    const { send, t } = this.page;
    const busy = t(this.sender.delayed ? "waiting" : "sending");
    write(send, !open ? t("closed_button") : isSending ? busy : label);
    send.setAttribute("aria-disabled", String(!open || isSending));
    send.classList.toggle("second", isSecond);
  }

  // The propeller turns only when something was just saved.
  /** @param {Participant.Thanks} [shown] */
  thank(shown) {
    this.page.thank({ ...shown, turns: this.isFresh });
    this.isFresh = false;
  }
}
