// The results on the phone: asked for at most every 5 s, and only while somebody looks.

const OPEN_MS = 5000;
// Counts hardly change any more, but a hidden word must go.
const CLOSED_MS = 20000;

// A smaller part has no room for its number on a phone.
const READABLE_PERCENT = 13;

class Results {
  /** @param {Page} page  @param {Server} server  @param {AbortSignal} signal */
  constructor(page, server, signal) {
    this.page = page;
    this.server = server;
    /** @type {Participant.State | null} */
    this.state = null;
    /** @type {string[]} */
    this.own = [];
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
      const { status, body } = await this.server.call("/results");
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
    const people = t("people", { n: counts.n });
    write(results.querySelector(".help"), [people, ...this.sharesNotes(counts)].join(" "));
    const { rows } = VIEWS[this.state.kind];
    const items = rows ? rows(this, counts) : this.rows(counts);
    if (counts.left_out) items.push(element("li", { className: "help", textContent: t("left_out", { n: counts.left_out }) }));
    const list = results.querySelector("ol");
    list.className = counts.words || counts.texts ? "counts" : "bars";
    list.replaceChildren(...items);
    results.hidden = false;
  }

  /** @param {Api.Results} counts */
  rows(counts) {
    if (counts.options) return this.bars(counts.options);
    if (counts.statements) return counts.statements.map((statement) => this.distribution(statement));
    return (counts.words ?? counts.texts).map((answer) => this.line(answer));
  }

  /** @param {Api.Results} counts */
  sharesNotes(counts) {
    if (this.state.multiple) return [this.page.t("shares")];
    return counts.rounded ? [this.page.t("rounded")] : [];
  }

  /** @param {string} label  @param {boolean} isOwn  @param {string} [more] */
  named(label, isOwn, more = "") {
    const name = element("span", {}, element("span", { textContent: label, translate: false }));
    if (isOwn) name.append(element("i", { textContent: ` · ${this.page.t("you")}${more}` }));
    return name;
  }

  /** @param {{ text: string, count: number }} values */
  line({ text, count }) {
    return element("li", {}, this.named(text, this.own.includes(text)),
      element("b", { className: "num", textContent: count }));
  }

  // The parts of a hundred per cent, those of the middle answers framed; a small part says its number only to those who listen.
  /** @param {Api.Statement} statement */
  distribution({ id, label, steps, percents, unsure, median, summary }) {
    const { t, lang } = this.page;
    const percent = new Intl.NumberFormat(lang, { style: "percent" });
    const own = this.own.find((pair) => pair.startsWith(`${id}=`))?.slice(id.length + 1);
    const parts = steps.map((count, index) => {
      const part = element("i", { className: stepClass(steps.length, index) });
      part.style.flexGrow = String(count);
      part.hidden = !count;
      part.classList.toggle("middle", Boolean(median?.includes(index + 1)));
      if (percents[index] >= READABLE_PERCENT) part.append(percent.format(percents[index] / 100));
      return part;
    });
    const figures = steps.map((count, index) => `${index + 1}: ${count} (${percent.format(percents[index] / 100)})`);
    const notes = [...summary, ...(unsure ? [`${t("unsure")}: ${unsure}`] : [])];
    const line = element("div", { className: "line" }, this.named(label, Boolean(own)));
    if (own) line.append(element("b", { className: "num", textContent: own === UNSURE ? "–" : own }));
    return element("li", {}, line, element("div", { className: "parts num", role: "img", "aria-label": figures.join(", ") }, ...parts),
      element("p", { className: "help num", textContent: notes.join(" · ") }));
  }

  /** @param {NonNullable<Api.Results["options"]>} options */
  bars(options) {
    const most = Math.max(1, ...options.map((option) => option.count));
    const percent = new Intl.NumberFormat(this.page.lang, { style: "percent" });
    return options.map(({ count, percent: share, ...option }) =>
      this.bar(option, count / most, `${count} · ${percent.format(share / 100)}`));
  }

  // An option with its figures, and a bar below as long as a part of the longest one.
  /** @param {{ id: string, label: string }} option  @param {number} part  @param {string} figures  @param {string} [detail] */
  bar({ id, label }, part, figures, detail) {
    const bar = element("div", { className: "bar" });
    if (part) bar.style.width = `max(4px, ${100 * part}%)`;
    const row = element("li", {}, element("div", { className: "line" }, this.named(label, this.own.includes(id)),
      element("b", { className: "num", textContent: figures })), bar);
    if (detail) row.append(element("p", { className: "help", textContent: detail }));
    return row;
  }

  end() { clearTimeout(this.timer); }
}
