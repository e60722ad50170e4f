// The projector: the stream tells what is on, the screen draws it, the facilitator's keys are sent.
const TICK_MS = 250;
const AGAIN_MS = 15000;

// A room that is not there, or not any more.
/** @type {Projector.State} */
const NO_ROOM = {
  rev: 0, intents: {}, view: "hold", hold: "gone", published: false, locked: false, title: "", question: null, state: null, closes_in_ms: null,
  empty: null, link: false, picture: null, choices: [], answered: 0, present: 0, result: null,
};

class ProjectorScreen {
  /** @param {HTMLElement} root  @param {Projector.Page} page */
  constructor(root, page) {
    const life = new AbortController();
    const { signal } = life;
    this.page = page;
    /** The state that was heard last. @type {Projector.State | null} */
    this.source = page.state;
    this.isLost = false;
    this.refusal = "";
    this.again = 0;
    this.server = new ProjectorServer(page);
    this.presses = new KeyPresses(this.server, (sentence, hasRight) => this.refuse(sentence, hasRight));
    this.screen = startScreen(root, this.data(page.state ?? NO_ROOM), (intent) => this.presses.add(intent), signal);
    setClass(root, "only-result", Boolean(page.only_result));
    this.wakeLock = new DisplayWakeLock(signal);
    this.draw(page.state ?? NO_ROOM);
    const timer = setInterval(() => this.tick(), TICK_MS);
    const joinAgain = standAlone(/** @type {ShadowRoot} */ (root.getRootNode()).host ?? root);
    this.stream = new Stream(this.server, this, signal);
    signal.addEventListener("abort", () => {
      clearInterval(timer);
      clearTimeout(this.again);
      joinAgain();
      this.stream.end();
      this.presses.end();
    });
    this.end = () => life.abort();
  }

  /** @param {Projector.State} state  @returns {Projector.Data} */
  data(state) {
    const { lang, texts, keys, addresses } = this.page;
    return { ...state, lang, texts, keys, room: { ...addresses, title: state.title } };
  }

  /** @param {Projector.State} state */
  draw(state) {
    this.screen.data = this.data(state);
    drawScreen(this.screen);
    this.wakeLock.want(!["ended", "gone"].includes(state.hold));
    this.tick();
  }

  tick() {
    drawCountdown(this.screen.find, this.screen);
    drawMoving(this.screen);
    setTextOrHide(this.screen.find(".lost"), this.isLost ? this.page.texts.lost : "");
    setTextOrHide(this.screen.find(".refused"), this.isLost ? "" : this.refusal);
  }

  /** @param {string} sentence  @param {boolean} hasRight */
  refuse(sentence, hasRight) {
    this.refusal = sentence;
    if (!hasRight) this.page = { ...this.page, keys: false };
    this.draw(this.source ?? NO_ROOM);
  }

  // ---- the stream
  opened() { this.isLost = false; }

  lost() { this.isLost = true; }

  /** @param {Projector.State} state */
  receive(state) {
    this.source = state;
    this.isLost = false;
    this.draw(state);
  }

  // The server did not take the stream: the state tells why.
  async refused() {
    const reply = await this.server.state().catch(/** @returns {Reply} */ () => null);
    if (reply?.status === 404) this.roomDeleted();
  }

  // The same code may be given to a new room.
  roomDeleted() {
    this.stream.end();
    this.source = null;
    this.isLost = false;
    this.draw(NO_ROOM);
    clearTimeout(this.again);
    this.again = setTimeout(() => this.stream.hurry(), AGAIN_MS);
  }
}
