// A view: one kind of question on the page. These are the calls it gets; a kind overrides what it does differently.

class View {
  constructor(page, state, tools) {
    // tools: notebook, sender, sync()
    Object.assign(this, { page, state, own: tools.notebook.page.own ?? [], isFresh: false }, tools);
  }

  // Whether the results of this kind are drawn on the phone.
  static hasResults = false;

  get heading() { return this.state.question; }

  // Whether something is asked, which can be closed.
  get asks() { return true; }

  // Whether the view writes the help itself.
  get hasOwnHelp() { return false; }

  draw() {}

  submit() {}

  opened(state) {
    this.state = state;
    this.draw();
  }

  saved() {}

  refused(_, reply) {
    this.draw();
    this.page.say(reply.message, true);
  }

  mine() {}

  // What was typed or chosen and nobody got.
  unsent() { return []; }

  // Whether an answer is refused without asking the server; tells why.
  isClosed() {
    const { page, state } = this;
    if (!state.open) page.say(page.t("closed_button"), true);
    return !state.open;
  }

  // A closed or sending button looks alike in every kind; otherwise it says `label`. It is never disabled, which drops focus.
  button(label, isSending, isSecond) {
    const { open } = this.state;
    const { send, t } = this.page;
    const busy = t(this.sender.delayed ? "waiting" : "sending");
    write(send, !open ? t("closed_button") : isSending ? busy : label);
    send.setAttribute("aria-disabled", !open || isSending);
    send.classList.toggle("second", isSecond);
  }

  // The propeller turns only when something was just saved.
  thank(shown) {
    this.page.thank({ ...shown, turns: this.isFresh });
    this.isFresh = false;
  }
}
