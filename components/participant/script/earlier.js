// While nothing is asked, a late comer sees what has been: closed results that phones were shown.
class EarlierResults {
  /** @param {Page} page  @param {Server} server */
  constructor(page, server) {
    this.page = page;
    this.server = server;
    this.section = page.section.querySelector(".earlier");
    this.drawn = "";
  }

  /** @param {Participant.State} state */
  async update(state) {
    const earlier = !state.round && state.idle === "wait" ? state.earlier ?? [] : [];
    const drawing = JSON.stringify(earlier);
    if (drawing === this.drawn) return;
    this.drawn = drawing;
    const parts = await Promise.all(earlier.filter(({ kind }) => VIEWS[kind]?.hasResults).map((question) => this.part(question)));
    if (drawing !== this.drawn) return;
    const shown = parts.filter(Boolean);
    this.page.redraw(() => {
      this.section.hidden = !shown.length;
      this.section.replaceChildren(element("h2", { textContent: this.page.t("earlier") }), ...shown);
    });
  }

  // Nothing where the results cannot be had.
  /** @param {Api.Earlier} question  @returns {Promise<HTMLElement | null>} */
  async part(question) {
    const more = `&round=${question.round}`;
    const { status, body } = await this.server.call("/results", {}, more).catch(/** @returns {Reply} */ () => ({ status: 0, body: null }));
    if (status !== 200) return null;
    const section = element("section", { className: "results" }, element("h3", { textContent: question.question, translate: false }),
      element("p", { className: "help" }), element("ol"));
    const drawing = new ResultsDrawing(this.page);
    drawing.state = question;
    drawing.fill(section, body);
    return section;
  }
}
