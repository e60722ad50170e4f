// Nothing to answer: waiting for a question, one large link to follow, or nothing more to come.

const IDLE_HELP = { wait: "wait_help", locked: "locked_help", ended: "ended_help", gone: "gone_help" };

class IdleView extends View {
  /** @param {Page} page  @param {Participant.State} state  @param {ViewTools} tools */
  constructor(page, state, tools) {
    super(page, state, tools);
    const { round, idle } = state;
    page.send.hidden = true;
    page.thank({ hasPropeller: !round && !this.face });
    page.body.replaceChildren();
    if (!round) writeOrHide(page.help, page.t(IDLE_HELP[idle]));
    const links = round ? [{ ...state, label: page.t("follow") }] : state.links ?? [];
    for (const [place, { label, href, reading }] of links.entries()) {
      const link = this.link(label, new URL(href, location.href));
      link.classList.toggle("second", place > 0);
      if (reading && plainPage) link.onclick = () => !tools.read(reading);
    }
    if (idle === "gone") page.body.append(element("button", {
      type: "button", className: "btn second", textContent: page.t("try_again"), onclick: tools.retry,
    }));
  }

  get asks() { return false; }

  // Who waits sees the propeller.
  get face() {
    const { round, idle } = this.state;
    return !round && idle !== "wait" ? idle : "";
  }

  get heading() {
    const { round, question, idle } = this.state;
    return round ? question : this.page.t(idle);
  }

  // The same button tries again; the page that it led to before is the other way.
  failed() {
    const { page } = this;
    const link = /** @type {HTMLElement} */ (page.body.firstChild);
    page.say(page.t("unopened"), true);
    if (link.nextSibling) return;
    const copy = /** @type {HTMLElement} */ (link.cloneNode(true));
    copy.classList.add("second");
    page.body.append(copy);
    write(link, page.t("try_again"));
  }

  /** @param {string} textContent  @param {URL} values */
  link(textContent, { protocol, href }) {
    const link = element("a", { className: "btn", textContent });
    if (/^https?:$/.test(protocol)) this.page.body.append(Object.assign(link, { href }));
    return link;
  }
}
