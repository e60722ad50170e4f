// Nothing to answer: waiting for a question, or one large link to follow.

class StillView extends View {
  constructor(page, state, tools) {
    super(page, state, tools);
    page.send.hidden = true;
    page.thank({ hasPropeller: !state.round });
    page.body.replaceChildren();
    if (state.round) this.link(new URL(state.href, location.href));
    else writeOrHide(page.help, page.t("wait_help"));
  }

  get heading() { return this.state.round ? this.state.question : this.page.t("wait"); }

  link({ protocol, href }) {
    const { body, t } = this.page;
    if (/^https?:$/.test(protocol)) body.append(element("a", { className: "btn", href, textContent: t("follow") }));
  }
}
