// Own answers as rows while the question is open: each can be taken back, and for a while put back.

const RESTORABLE_MS = 10000;

class Retraction {
  /** @param {WrittenView} view */
  constructor(view) {
    this.view = view;
    /** What has been taken back and can be put back. @type {Map<string, number>} */
    this.gone = new Map();
    /** @type {Set<string>} */
    this.leaving = new Set();
  }

  // The rows are in the place of the list of what was said.
  draw() {
    const { view, gone } = this;
    const { said, moment } = view.page;
    const isOpen = view.state.open;
    said.classList.toggle("own", isOpen);
    if (!isOpen || !(view.own.length + gone.size)) return;
    const rows = view.own.map((answer) => this.row(answer, answer, "retract", () => this.retract(answer)));
    for (const answer of gone.keys()) {
      const row = this.row(answer, view.page.t("retracted", { answer }), "restore", () => this.restore(answer));
      row.className = "gone";
      rows.push(row);
    }
    said.replaceChildren(...rows);
    said.hidden = moment.hidden = false;
  }

  /** @param {string} answer  @param {string} text  @param {"retract" | "restore"} action  @param {() => void} onclick */
  row(answer, text, action, onclick) {
    const { t } = this.view.page;
    // The button's word is drawn by the style: a row's text is the answer alone.
    return element("li", {}, element("span", { textContent: text }),
      element("button", { type: "button", "data-label": t(action), ariaLabel: t(`${action}_it`, { answer }), onclick }));
  }

  /** @param {string} answer */
  async retract(answer) {
    const { view } = this;
    const { page, state, sender, field } = view;
    if (this.leaving.has(answer)) return;
    this.leaving.add(answer);
    page.say("");
    this.gone.set(answer, setTimeout(() => this.forget(answer), RESTORABLE_MS));
    this.change(view.own.filter((other) => other !== answer));
    let reply;
    try {
      reply = await sender.server.retract({ round: state.round, [field]: [answer] });
    } catch { /* told below */ }
    this.leaving.delete(answer);
    if (state.round !== view.state.round) return;
    if (reply?.status === 200) return page.announce(page.t("retracted", { answer }));
    this.forget(answer);
    this.change([...view.own, answer]);
    page.say(reply?.body.message ?? page.t("unretracted"), true);
  }

  /** @param {string} answer */
  restore(answer) {
    const { view } = this;
    if (this.leaving.has(answer)) return;
    view.sender.add(view.state.round, { [view.field]: [answer] });
    this.forget(answer);
  }

  /** @param {string} answer */
  forget(answer) {
    clearTimeout(this.gone.get(answer));
    this.gone.delete(answer);
    this.view.page.redraw(() => this.view.draw());
  }

  // The focus goes to the button in the row that is new.
  /** @param {string[]} own */
  change(own) {
    const { view } = this;
    view.own = own;
    view.page.redraw(() => view.kept());
    view.page.said.querySelector("li:last-child button")?.focus({ preventScroll: true });
  }
}
