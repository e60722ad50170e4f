/** The list of words on the wire: its decisions are presses, and what it searches for is asked of the server. */
class DeskWords {
  /** @param {HTMLElement} section  @param {DeskServer} server  @param {DeskApi.Context} desk */
  constructor(section, server, desk) {
    this.section = section;
    this.server = server;
    this.desk = desk;
    this.list = new WordDesk(section);
    /** @type {Desk.Search | null} */
    this.search = null;
    /** @type {Desk.Entry[]} */
    this.found = [];
    this.isAsking = false;
    this.activity = 0;
  }

  /** @param {DeskApi.State} state */
  draw(state) {
    const { words, activity } = state.answers ?? { words: null, activity: null };
    this.section.hidden = !words;
    if (!words) return;
    if (activity !== this.activity) this.found = [];
    this.activity = activity;
    this.state = state;
    this.update();
    if (this.search) this.ask();
  }

  update() {
    const { lang, rev, answers } = this.state;
    const known = new Set(answers.words.entries.map((entry) => entry.key));
    const entries = [...answers.words.entries, ...this.found.filter((entry) => !known.has(entry.key))];
    const texts = answers.wording === "texts" ? this.desk.texts.text_desk : this.desk.texts.word_desk;
    const data = { ...answers.words, entries, lang, texts, merges: answers.wording === "words" };
    this.list.update(data, (action, answered) => this.send(action, rev, answered), (search) => this.look(search));
  }

  /** @param {Desk.Action} press  @param {number} rev  @param {Desk.Answered} answered */
  send({ action, keys, target, decision }, rev, answered) {
    const values = { activity: this.activity, kind: action, keys, target, decision };
    const isSent = this.desk.queue.add(
      { action: "words", arguments: values, rev },
      { done: () => answered(true), failed: () => answered(false), settled() {} },
    );
    if (!isSent) answered(false);
  }

  /** @param {Desk.Search} search */
  look(search) {
    this.search = search.query || search.key !== null ? search : null;
    if (this.search) this.ask();
    else this.found = [];
  }

  /** One question at a time; what has changed meanwhile is asked after it. */
  async ask() {
    if (this.isAsking) return;
    this.isAsking = true;
    const search = this.search;
    const activity = this.activity;
    /** @type {Partial<Reply>} */
    const { status, body } = await this.server.words(search).catch(() => ({}));
    this.isAsking = false;
    if (activity === this.activity && search === this.search && status === 200 && body.words) {
      this.found = body.words.entries;
      this.update();
    } else if (this.search && search !== this.search) this.ask();
  }

  stop() {
    this.list.stop();
  }
}
