// A reading page in the place of the question, until its reader goes back. The address and the Back button tell the same.

/** @type {Record<Api.Reading["page"], (content: Reading.Content, tools: Reading.Tools) => HTMLElement[]>} */
const DRAW = { examples: drawExamples, closing: drawClosing };

class Reader {
  /** @param {Reading.ParticipantPage} participant  @param {Api.Reading} reading */
  constructor(participant, reading) {
    const { section, t } = participant.page;
    this.participant = participant;
    this.reading = reading;
    this.section = section;
    /** @type {Api.Reading["page"] | null} */
    this.page = null;
    this.title = element("h1", { tabIndex: -1 });
    this.back = element("button", { type: "button", className: "clear", textContent: t("back"), onclick: () => history.back() });
    this.body = element("div");
    this.onward = new OnwardBar(() => this.goOn());
    this.node = element("article", { className: "reading" }, this.back, this.title, this.body);
    section.querySelector(".foot").before(this.node, this.onward.bar, this.onward.status);
    const sheet = document.styleSheets[0];
    sheet.insertRule(`@media all{${STYLE}}`, sheet.cssRules.length);
    addEventListener("popstate", () => this.moved(), { signal: participant.life.signal });
  }

  /** @param {Api.Reading} reading */
  open(reading) {
    const { state } = history;
    if (state?.reading?.page !== reading.page) {
      const depth = (state?.reading ? state.depth : 0) + 1;
      history.pushState({ reading, depth }, "", CONTENT.addresses[reading.page]);
    }
    this.reading = reading;
    this.show(reading.page);
  }

  /** @param {Api.Reading["page"]} page */
  show(page) {
    const { section, participant } = this;
    if (page !== this.page) {
      this.page = page;
      this.title.textContent = CONTENT[page]?.title ?? "";
      this.body.replaceChildren(...DRAW[page](CONTENT, {
        query: new URLSearchParams({ huone: participant.state.room, kieli: CONTENT.lang }).toString(),
        open: (other) => this.open({ ...this.reading, page: other }),
      }));
    }
    section.classList.add("reads");
    participant.reader = this;
    this.receive(participant.state);
    scrollTo(0, 0);
    this.title.focus({ preventScroll: true });
  }

  // What is on has changed behind the page.
  /** @param {Participant.State} state */
  receive(state) {
    const { texts } = CONTENT;
    const { round, reading, question } = state;
    if (!round && ["gone", "locked"].includes(state.idle)) return this.goOn();
    // The list of questions at one's own pace has no round of its own.
    if (!round && this.section.classList.contains("paces")) {
      this.back.hidden = true;
      return this.onward.show(texts.onward, "paces", texts.onward);
    }
    const isHere = Boolean(round) && reading?.page === this.page;
    const label = !round || isHere ? "" : reading ? texts.onward : state.open ? texts.answer : texts.return;
    this.back.hidden = isHere || Boolean(label);
    this.onward.show(label, round, reading ? label : this.participant.page.t("new_question", { question }));
  }

  // To what is on.
  goOn() {
    const { round, reading } = this.participant.state;
    if (round && reading && reading.page !== this.page) return this.open(reading);
    this.close();
    if (history.state?.depth) history.go(-history.state.depth);
  }

  moved() {
    const reading = history.state?.reading;
    if (reading) this.show(reading.page);
    else if (this.participant.reader) this.close();
  }

  close() {
    this.section.classList.remove("reads");
    this.participant.reader = null;
    this.onward.show("", null, "");
    scrollTo(0, 0);
    this.participant.page.title.focus({ preventScroll: true });
  }
}

/** @type {Reader | undefined} */
let reader;

/** @param {Reading.ParticipantPage} participant  @param {Api.Reading} reading */
export function open(participant, reading) {
  reader ??= new Reader(participant, reading);
  reader.open(reading);
}
