// The results on the phone: asked for at most every 5 s, and only while somebody looks.

const OPEN_MS = 5000;
// Counts hardly change any more, but a hidden word must go.
const CLOSED_MS = 20000;

class Results extends ResultsDrawing {
  /** @param {Page} page  @param {Server} server  @param {AbortSignal} signal */
  constructor(page, server, signal) {
    super(page);
    this.server = server;
    this.askedAt = -Infinity;
    this.timer = 0;
    this.drawn = "";
    document.addEventListener("visibilitychange", () => this.plan(), { signal });
  }

  // The state changed, or this person's own answers did: either may show or hide the results.
  /** @param {Participant.State} state  @param {string[]} [own] */
  update(state, own = this.own) {
    const moved = this.state?.round !== state.round;
    this.state = state;
    this.own = own;
    if (moved || state.results !== "shown") this.hide();
    this.plan();
  }

  /** @param {number} [gap] */
  plan(gap = OPEN_MS) {
    clearTimeout(this.timer);
    const wanted = this.state?.round && this.state.results === "shown" && VIEWS[this.state.kind]?.hasResults;
    if (!wanted || document.visibilityState === "hidden") return;
    const spread = Math.random() * 1000;
    this.timer = setTimeout(() => this.ask(), Math.max(0, this.askedAt + gap - performance.now()) + spread);
  }

  async ask() {
    this.askedAt = performance.now();
    const { round } = this.state;
    try {
      const { status, body } = await this.server.call("/results", {}, `&round=${round}`);
      if (this.state.round !== round || this.state.results !== "shown") return;
      // Not for this person yet: the next own answer or state asks again.
      if (status !== 200) return this.hide();
      if (body.round === round) this.draw(body);
    } catch { /* the next turn asks again */ }
    this.plan(this.state.open ? OPEN_MS : CLOSED_MS);
  }

  hide() {
    this.page.results.hidden = true;
    this.drawn = "";
  }

  /** @param {Api.Results} counts */
  draw(counts) {
    const { results, t } = this.page;
    const drawing = JSON.stringify([counts, this.own]);
    if (drawing === this.drawn) return;
    this.drawn = drawing;
    write(results.querySelector("h2"), t("results"));
    this.fill(results, counts);
    results.hidden = false;
  }

  end() { clearTimeout(this.timer); }
}
