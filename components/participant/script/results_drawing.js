// How results are drawn on the phone: words, texts, bars, statements, or the rows of a kind's own.

// A smaller part has no room for its number on a phone.
const READABLE_PERCENT = 13;

class ResultsDrawing {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    /** What is drawn is of this. @type {Partial<Participant.State> | null} */
    this.state = null;
    /** @type {string[]} */
    this.own = [];
  }

  /** The people and the rows, under whatever heading the section has. @param {HTMLElement} section  @param {Api.Results} counts */
  fill(section, counts) {
    const people = this.page.t("people", { n: counts.n });
    write(section.querySelector(".help"), [people, ...this.sharesNotes(counts)].join(" "));
    const { rows } = VIEWS[this.state.kind];
    const items = rows ? rows(this, counts) : this.rows(counts);
    if (counts.left_out) items.push(element("li", { className: "help", textContent: this.page.t("left_out", { n: counts.left_out }) }));
    const list = section.querySelector("ol");
    list.className = counts.words || counts.texts ? "counts" : "bars";
    list.replaceChildren(...items);
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
}
