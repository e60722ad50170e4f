// The participant page: the stream says what is on, a view lets this person answer it, the sender brings the answer home.

// What may change under a view; anything else that is another in a state makes another view.
const CHANGING = [
  "rev", "room", "lang", "locked", "ended", "kind", "idle", "question", "help", "open", "closes_in_ms", "results", "earlier", "speaker",
];
/** @param {Participant.State} state */
const shapeOf = (state) => JSON.stringify([
  state.round ? state.kind : state.idle,
  // A form has its own questions; elsewhere it is told that the speaker takes some.
  Object.entries(state).filter(([name, value]) => !CHANGING.includes(name) && !(name === "questions" && value === true)),
]);

// A state in which nothing is asked.
/** @type {Pick<Participant.State, "round" | "open" | "results" | "links" | "speaker">} */
const NOTHING = { round: null, open: false, results: "hidden", links: [], speaker: null };

class ParticipantPage {
  /** @param {HTMLElement} section  @param {Participant.Data} data */
  constructor(section, data) {
    this.page = new Page(section, data);
    this.notebook = new Notebook(data.room);
    this.server = new Server(data, this.notebook);
    this.life = new AbortController();
    const { signal } = this.life;
    this.sender = new Sender(this.server, this.notebook, this);
    this.results = new Results(this.page, this.server, signal);
    this.earlier = new EarlierResults(this.page, this.server);
    this.countdown = new Countdown(this.page);
    this.speaker = new SpeakerButton(this);
    /** @type {Participant.State | null} */
    this.state = null;
    /** @type {Api.State | null} */
    this.source = null;
    // The page is written for the cookie's owner; a phone that keeps its own key asks for itself.
    this.admitted = data.admitted !== false || Boolean(this.notebook.page.key);
    /** @type {View | null} */
    this.view = null;
    /** @type {Participant.Reader | null} */
    this.reader = null;
    /** @type {Participant.OwnPace | null} */
    this.pace = null;
    this.recording = data.recording;
    /** @type {Participant.AnotherPerson | null} */
    this.another = null;
    this.page.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.view?.submit();
    }, { signal });
    if (data.state) this.receive(data.state);
    this.stream = new Stream(this.server, this, signal);
    openLinksBeside(signal);
    // Here as before a reload.
    this.read(history.state?.reading);
  }

  end() {
    this.life.abort();
    for (const part of [this.stream, this.sender, this.results, this.countdown]) part.end();
  }

  // ---- the stream
  async opened() {
    this.page.alerts.clear("connection");
    await this.sync();
    await this.sender.hurry();
  }

  lost() {
    const { page } = this;
    const waits = this.sender.waiting || this.view?.unsent().length;
    page.redraw(() => page.alerts.set("connection", page.t("offline"),
      page.t(waits ? "offline_kept" : "offline_free")));
  }

  /** @param {Api.State} state */
  receive(state) {
    this.source = state;
    this.admitted ||= !state.locked;
    const idle = state.ended ? "ended" : this.admitted ? "wait" : "locked";
    this.lend(state);
    if (state.own_pace && this.admitted && !this.pace) return this.begin(state);
    const item = this.pace?.receive(this.admitted ? state : null);
    this.show(this.admitted ? { ...state, ...item, idle } : { ...state, ...NOTHING, idle });
  }

  // The server did not take the stream: only another question tells why.
  refused() { return this.sync(); }

  // The room has been deleted: nothing is tried any more, until somebody asks for it or looks at the page again.
  /** @param {string} message */
  roomDeleted(message) {
    this.stream?.end();
    if (this.state?.idle === "gone") return this.page.say(message);
    this.show({ ...NOTHING, idle: "gone" });
    for (const name of ["connection", "aside", "cookies"]) this.page.alerts.clear(name);
  }

  /** @param {Participant.State} state */
  show(state) {
    if (this.state && shapeOf(state) === shapeOf(this.state)) this.refresh(state);
    else this.change(state);
    this.countdown.set(state.round && state.open ? state.closes_in_ms ?? null : null);
    this.results.update(state, this.view.own);
    this.earlier.update(state);
    this.reader?.receive(state);
    this.speaker.receive(state);
  }

  // Where another person may go on, a module of its own has the button.
  /** @param {Api.State} state */
  async lend(state) {
    const values = this.recording ?? state.another;
    if (values) this.another = await openPart(this, values);
    this.another?.receive(state);
  }

  // Several questions at one's own pace: a module of its own says which of them is on.
  /** @param {Api.State} state */
  async begin(state) {
    this.pace = await openPart(this, state.own_pace);
    if (this.pace) this.receive(this.source);
  }

  // A page to read comes as a module of its own, which then takes the question's place.
  /** @param {Api.Reading | null | undefined} reading */
  async read(reading) {
    if (!reading || !plainPage || this.reader) return;
    const { view } = this;
    this.page.forgive();
    try {
      // Some browsers remember that a module did not come: another fragment is another module.
      const { open } = await (this.module ??= import(`${reading.script}#${Math.random()}`));
      if (view === this.view) open(this, reading);
    } catch {
      this.module = null;
      if (view instanceof IdleView) view.failed();
    }
  }

  // ---- the question
  /** @param {Participant.State} state */
  refresh(state) {
    const was = this.state;
    this.state = state;
    this.page.redraw(() => {
      this.view.opened(state);
      this.head();
      if (was.open !== state.open) {
        this.page.say("");
        this.openness(state, true);
      }
    });
  }

  /** @param {Participant.State} state */
  change(state) {
    const was = this.state;
    const { page, notebook, sender } = this;
    const isMove = Boolean(was) && was.round !== state.round;
    const left = this.leftOver(state);
    this.state = state;
    if (notebook.page.round !== state.round) {
      left.push(...sender.drop(state.round));
      notebook.write({ round: state.round, drafts: [], own: [], picked: null, step: 0 });
    }
    page.redraw(() => {
      page.blank();
      const Kind = (state.round && VIEWS[state.kind]) || IdleView;
      this.view = new Kind(page, state, { notebook, sender, sync: () => this.sync(), retry: () => this.stream.hurry(), read: (page) => this.read(page) });
      this.head();
      if (isMove || !was) this.changeRound(was, unique(left), state);
    });
    if (isMove && state.idle !== "gone") this.sync();
    if (state.round && !(/** @type {any} */ (navigator).connection?.saveData)) this.read(state.reading);
  }

  // Words of the earlier question that nobody got.
  /** @param {Participant.State} state */
  leftOver(state) {
    const kept = this.notebook.page;
    if (!kept.round || kept.round === state.round) return [];
    if (this.view) return this.view.unsent();
    return (kept.drafts ?? []).map(cleaned).filter(Boolean);
  }

  head() {
    const { page, state, view } = this;
    write(page.title, view.heading);
    page.face(view.face);
    if (state.round) writeOrHide(page.groups, state.open ? state.groups_note : "");
    if (state.round && !view.hasOwnHelp) writeOrHide(page.help, state.open ? state.help : "");
  }

  /** @param {Participant.State | null} was  @param {string[]} left  @param {Participant.State} state */
  changeRound(was, left, state) {
    const { page } = this;
    page.say("");
    if (left.length) page.aside(page.t(state.round ? "moved_unsent" : "unsent"), left);
    else if (was) page.title.focus();
    const { heading } = this.view;
    if (was) page.announce(state.round ? page.t("new_question", { question: heading }) : heading);
    this.openness(state, Boolean(was?.round));
  }

  /** @param {Participant.State} state  @param {boolean} isNews */
  openness(state, isNews) {
    const { page } = this;
    if (!state.round || state.open || !this.view.asks) return page.news.clear("closed");
    const typed = isNews ? this.view.unsent() : [];
    const text = typed.length ? `${page.t("closed_unsent", { what: typed.join(", ") })} ${page.t("closed_next")}` : page.t("closed_next");
    page.news.set("closed", page.t("closed"), text);
  }

  // ---- this person's own answers
  async sync() {
    const { page } = this;
    let reply;
    try {
      reply = await this.server.me();
    } catch {
      // The stream's next opening asks again.
      return;
    }
    const { status } = reply;
    const me = this.pace?.mine(reply.body) ?? reply.body;
    if (this.life.signal.aborted) return;
    page.redraw(() => {
      if (status !== 200) return this.roomDeleted(me.message);
      if ((me.admitted !== false) !== this.admitted) {
        this.admitted = !this.admitted;
        this.receive(this.source);
      }
      if (me.known === false && !this.notebook.lasts) {
        page.alerts.set("cookies", page.t("forgetful"), page.t("forgetful_help"));
      }
      if (!this.state?.round || me.round !== this.state.round) return;
      this.view.mine(me);
      this.head();
    });
    if (this.state) this.results.update(this.state, this.view.own);
  }

  // ---- the sender
  sending() {
    this.page.redraw(() => this.view?.draw());
    if (!this.sender.delayed) this.page.say(this.page.t("sending"));
  }

  /** @param {boolean} busy */
  delayed(busy) {
    this.page.redraw(() => this.view?.draw());
    this.page.say(this.page.t(busy ? "busy" : "offline_kept"));
  }

  /** @param {Api.Submit} sent  @param {Reply} values */
  answered(sent, { status, body }) {
    const { page } = this;
    const isCurrent = sent.round === this.state?.round;
    page.redraw(() => {
      if (isCurrent && status === 200) {
        this.view.saved(sent, body);
        page.alerts.clear("aside");
      } else if (status === 404) this.roomDeleted(body.message);
      else if (isCurrent) this.view.refused(sent, body);
      else if (status !== 200) {
        page.aside(page.t("moved_unsent"), written(sent));
      }
      if (this.view) this.head();
    });
    if (status === 409 || this.pace) this.sync();
    if (status === 200 && this.view) this.results.update(this.state, this.view.own);
  }
}
