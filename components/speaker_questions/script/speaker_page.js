// Questions to the speaker in the place of what is on, until their reader goes back. The Back button tells the same.

const EVERY_MS = 5000;

class SpeakerPage {
  /** @param {Speaker.ParticipantPage} participant */
  constructor(participant) {
    const { page, life } = participant;
    this.participant = participant;
    this.section = page.section;
    this.isOpen = false;
    this.timer = 0;
    /** What was pressed last, of the questions whose vote is on its way. @type {Map<number, boolean>} */
    this.voting = new Map();
    /** @type {Api.SpeakerQuestion[]} */
    this.questions = [];
    this.round = participant.state.round;
    this.back = element("button", { type: "button", className: "clear", onclick: () => this.leave() });
    this.title = element("h1", { tabIndex: -1, textContent: TEXTS.title });
    this.form = new QuestionForm(participant, () => this.ask());
    this.own = new QuestionList(page.lang, null);
    this.others = new QuestionList(page.lang, (question, wanted) => this.vote(question, wanted));
    this.ownPart = this.part(TEXTS.own, TEXTS.own_hint, this.own.node);
    this.none = element("p", { className: "help", textContent: TEXTS.none });
    this.onward = element("div", { className: "speaker-onward", hidden: true }, element("button", { type: "button", className: "btn", textContent: TEXTS.onward, onclick: () => this.leave() }));
    this.node = element("article", { className: "speaker" }, this.back, this.title, this.form.node, this.ownPart,
      this.part(TEXTS.others, TEXTS.others_hint, this.none, this.others.node));
    this.section.querySelector(".foot").before(this.node, this.onward);
    addStyle(this.section, STYLE);
    addEventListener("popstate", () => this.moved(), { signal: life.signal });
    document.addEventListener("visibilitychange", () => this.plan(0), { signal: life.signal });
    life.signal.addEventListener("abort", () => clearTimeout(this.timer));
  }

  /** @param {string} heading  @param {string} hint  @param {...HTMLElement} children */
  part(heading, hint, ...children) {
    const head = element("div", { className: "line" }, element("h2", { textContent: heading }), element("span", { className: "count", textContent: hint }));
    return element("section", {}, head, ...children);
  }

  open() {
    if (this.isOpen) return;
    if (!history.state?.speaker) history.pushState({ ...history.state, speaker: true }, "");
    this.isOpen = true;
    this.round = this.participant.state.round;
    this.section.classList.add("speaks");
    this.receive(this.participant.state);
    scrollTo(0, 0);
    this.title.focus({ preventScroll: true });
    this.ask();
  }

  /** Another page may have been put over this one in the history. */
  leave() {
    if (history.state?.speaker) history.back();
    else this.close();
  }

  moved() {
    if (history.state?.speaker) this.open();
    else this.close();
  }

  close() {
    if (!this.isOpen) return;
    this.isOpen = false;
    clearTimeout(this.timer);
    this.section.classList.remove("speaks");
    scrollTo(0, 0);
    this.participant.page.title.focus({ preventScroll: true });
  }

  /** What is on behind the page. @param {Participant.State} state */
  receive(state) {
    if (!this.isOpen) return;
    if (!state.speaker) {
      this.form.say("");
      return this.leave();
    }
    this.back.textContent = state.round ? TEXTS.to_question : TEXTS.back;
    this.onward.hidden = !state.round || state.round === this.round || !state.open;
  }

  // ---- the list
  /** @param {number} [wait] */
  plan(wait = EVERY_MS + Math.random() * 1000) {
    clearTimeout(this.timer);
    if (this.isOpen && document.visibilityState === "visible") this.timer = setTimeout(() => this.ask(), wait);
  }

  async ask() {
    clearTimeout(this.timer);
    const { server, life } = this.participant;
    const reply = await server.call("/questions").catch(/** @returns {Reply | null} */ () => null);
    if (life.signal.aborted) return;
    if (reply?.status === 200) this.take(reply.body.questions);
    this.plan();
  }

  /** @param {Api.SpeakerQuestion[]} questions */
  take(questions) {
    const before = new Map(this.questions.map((question) => [question.id, question]));
    this.questions = questions.map((question) => this.voting.has(question.id) && before.get(question.id) || question);
    this.draw();
  }

  draw() {
    const own = this.questions.filter(({ mine }) => mine);
    const others = this.questions.filter(({ mine }) => !mine);
    this.ownPart.hidden = !own.length;
    this.none.hidden = others.length > 0;
    this.own.draw(own);
    this.others.draw(others);
  }

  /** Drawn at once, and undone where the server did not take it. A press while one is on its way is sent after it. @param {Api.SpeakerQuestion} question  @param {boolean} wanted */
  async vote(question, wanted) {
    const { id } = question;
    const isSending = this.voting.has(id);
    this.voting.set(id, wanted);
    this.change(id, { voted: wanted, votes: question.votes + (wanted ? 1 : -1) });
    if (isSending) return;
    let { voted, votes } = question;
    let reply, sent;
    do {
      sent = this.voting.get(id);
      reply = await post(this.participant, `/questions/${id}/vote`, { voted: sent }).catch(/** @returns {Reply | null} */ () => null);
      if (reply?.status === 200) ({ voted, votes } = reply.body);
    } while (reply?.status === 200 && this.voting.get(id) !== sent);
    this.voting.delete(id);
    this.change(id, { voted, votes });
    if (reply?.status === 200) return;
    this.form.say(reply?.body?.message ?? TEXTS.vote_lost, true);
    this.form.status.scrollIntoView({ block: "center" });
  }

  /** @param {number} id  @param {Partial<Api.SpeakerQuestion>} values */
  change(id, values) {
    this.questions = this.questions.map((question) => question.id === id ? { ...question, ...values } : question);
    this.draw();
  }
}

/** @type {WeakMap<Speaker.ParticipantPage, SpeakerPage>} */
const SPEAKER_PAGES = new WeakMap();

/** @param {Speaker.ParticipantPage} participant */
export function open(participant) {
  const page = SPEAKER_PAGES.get(participant) ?? new SpeakerPage(participant);
  SPEAKER_PAGES.set(participant, page);
  page.open();
  return page;
}
