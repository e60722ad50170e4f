// Nothing to answer: waiting for a question, one large link to follow, or nothing more to come.

const STILL = {
  wait: ["wait", "wait_help"],
  locked: ["locked", "locked_help"],
  ended: ["ended", "ended_help"],
  gone: ["gone", "gone_help"],
};

class StillView extends View {
  /** @param {Page} page  @param {Participant.State} state  @param {ViewTools} tools */
  constructor(page, state, tools) {
    super(page, state, tools);
    const { round, still } = state;
    page.send.hidden = true;
    page.thank({ hasPropeller: !round && ["wait", "ended"].includes(still) });
    page.body.replaceChildren();
    if (!round) writeOrHide(page.help, page.t(STILL[still][1]));
    const links = round ? [{ label: page.t("follow"), href: state.href }] : state.links ?? [];
    for (const { label, href } of links) this.link(label, new URL(href, location.href));
    if (still === "gone") page.body.append(element("button", {
      type: "button", className: "btn second", textContent: page.t("try_again"), onclick: tools.retry,
    }));
  }

  get asks() { return false; }

  get heading() {
    const { round, question, still } = this.state;
    return round ? question : this.page.t(STILL[still][0]);
  }

  /** @param {string} textContent  @param {URL} values */
  link(textContent, { protocol, href }) {
    if (/^https?:$/.test(protocol)) this.page.body.append(element("a", { className: "btn", href, textContent }));
  }
}
