// Nothing to answer: waiting for a question, one large link to follow, or nothing more to come.

const IDLE = {
  wait: ["wait", "wait_help"],
  locked: ["locked", "locked_help"],
  ended: ["ended", "ended_help"],
  gone: ["gone", "gone_help"],
};

class IdleView extends View {
  /** @param {Page} page  @param {Participant.State} state  @param {ViewTools} tools */
  constructor(page, state, tools) {
    super(page, state, tools);
    const { round, idle } = state;
    page.send.hidden = true;
    page.thank({ hasPropeller: !round && ["wait", "ended"].includes(idle) });
    page.body.replaceChildren();
    if (!round) writeOrHide(page.help, page.t(IDLE[idle][1]));
    const links = round ? [{ label: page.t("follow"), href: state.href }] : state.links ?? [];
    for (const { label, href } of links) this.link(label, new URL(href, location.href));
    if (idle === "gone") page.body.append(element("button", {
      type: "button", className: "btn second", textContent: page.t("try_again"), onclick: tools.retry,
    }));
  }

  get asks() { return false; }

  get heading() {
    const { round, question, idle } = this.state;
    return round ? question : this.page.t(IDLE[idle][0]);
  }

  /** @param {string} textContent  @param {URL} values */
  link(textContent, { protocol, href }) {
    if (/^https?:$/.test(protocol)) this.page.body.append(element("a", { className: "btn", href, textContent }));
  }
}
