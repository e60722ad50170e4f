// The list of questions: what has been answered, what is next, and at the end what was asked to be shown.

const CHECK = "M4 12.500l5.500 5.500L20 7";
const WORDS = ["words", "text"];

/** @param {string} name  @param {string} lang  @param {Record<string, any>} [values] */
const say = (name, lang, values = {}) => fill(pluralForm(PACE_TEXTS[name], values.n, lang), values);

/** @param {Pace.Row} row */
const isAnswered = ({ own }) => Boolean(own?.answers.length || own?.result);

class ItemList {
  /** @param {Pace.ParticipantPage} participant  @param {(round: string) => void} go */
  constructor(participant, go) {
    this.participant = participant;
    this.lang = participant.page.lang;
    this.go = go;
    this.title = element("h1", { tabIndex: -1 });
    this.help = element("p", { className: "help" });
    this.steps = steps();
    this.rows = element("ol", { className: "path" });
    this.next = element("button", { type: "button", className: "btn" });
    this.status = element("p", { className: "status", role: "status" });
    this.results = element("div", { className: "pace-results" });
    this.node = element("article", { className: "pace" }, this.title, this.help, this.steps, this.rows, this.next, this.status, this.results);
    this.drawn = "";
    this.shown = "";
  }

  /** @param {Pace.Row[]} rows  @param {Api.OwnPace} pace */
  draw(rows, { until, title }) {
    const drawing = JSON.stringify([rows, until, title]);
    if (drawing === this.drawn) return;
    this.drawn = drawing;
    const answered = rows.filter(isAnswered).length;
    const isOpen = rows.some(({ item }) => item.open);
    const next = rows.find((row) => row.item.open && !isAnswered(row)) ?? null;
    const isDone = !next;
    setText(this.title, isDone ? say(answered ? "done" : "over", this.lang) : title);
    setText(this.help, this.advice(isOpen, isDone, until));
    drawSteps(this.steps, answered, rows.length, next ? rows.indexOf(next) : -1);
    const { activeElement } = /** @type {Document | ShadowRoot} */ (this.node.getRootNode());
    const focused = this.rows.contains(activeElement);
    this.rows.replaceChildren(...rows.map((row, place) => this.row(row, place, row === next)));
    if (focused) this.title.focus({ preventScroll: true });
    this.next.hidden = isDone;
    if (next) {
      const name = answered ? "go_on" : "begin";
      setText(this.next, say(name, this.lang, { place: rows.indexOf(next) + 1 }));
      this.next.onclick = () => this.go(next.item.round);
    }
    this.showResults(isDone ? rows : []);
  }

  /** @param {boolean} isOpen  @param {boolean} isDone  @param {string | null} until */
  advice(isOpen, isDone, until) {
    if (!isOpen) return say("over_help", this.lang);
    if (isDone) return say("done_help", this.lang);
    return say(until ? "until" : "help", this.lang, { until });
  }

  /** @param {Pace.Row} row  @param {number} place  @param {boolean} isNext */
  row(row, place, isNext) {
    const { item } = row;
    const done = isAnswered(row);
    const dot = element("span", { className: "dot num", "aria-hidden": "true" }, done ? check() : String(place + 1));
    const words = element("span", {}, element("b", { textContent: item.question, translate: false }), element("small", { textContent: this.about(row, done) }));
    const node = element("li", { className: done ? "done" : isNext ? "now" : "later" }, dot, words);
    if (done && item.open) {
      const change = element("button", { type: "button", className: "clear", textContent: say("change", this.lang), onclick: () => this.go(item.round) });
      change.setAttribute("aria-label", say("change_of", this.lang, { question: item.question }));
      node.append(change);
    }
    return node;
  }

  /** @param {Pace.Row} row  @param {boolean} done */
  about({ item, own }, done) {
    const { lang } = this;
    if (done) return WORDS.includes(item.kind) ? say(item.kind, lang, { n: own?.answers.length ?? 0 }) : say("answered", lang);
    if (!item.open) return say("unanswered", lang);
    if (item.minutes) return say("minutes", lang, { n: item.minutes });
    if (item.kind === "scale") return say("statements", lang, { n: item.statements?.length ?? 0 });
    if (item.kind === "dots") return say("dots", lang, { n: item.dots });
    return item.kind === "form" ? say("questions", lang, { n: item.questions?.length ?? 0 }) : "";
  }

  /** @param {Pace.Row[]} rows */
  async showResults(rows) {
    const shown = rows.filter(({ item }) => item.results === "shown" && item.kind !== "form" && item.kind !== "link");
    const drawing = JSON.stringify(shown);
    if (drawing === this.shown) return;
    this.shown = drawing;
    const parts = await Promise.all(shown.map(({ item }) => this.participant.earlier.part({ ...item, multiple: Boolean(item.multiple) })));
    if (drawing !== this.shown) return;
    const sections = parts.filter((part) => part !== null);
    this.results.replaceChildren(...(sections.length ? [element("h2", { textContent: say("results", this.lang) }), ...sections] : []));
  }
}

function check() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", CHECK);
  svg.append(path);
  return svg;
}

/** How far one is, as a bar of steps. */
function steps() {
  return element("div", { className: "steps" }, element("span", { className: "num" }), element("ol", { "aria-hidden": "true" }));
}

/** @param {HTMLElement} node  @param {number} answered  @param {number} all  @param {number} now */
function drawSteps(node, answered, all, now) {
  setText(node.querySelector("span"), `${answered}/${all}`);
  node.querySelector("ol").replaceChildren(...Array.from({ length: all }, (_, place) => element("li", { className: place === now ? "now" : place < answered ? "done" : "" })));
}
