// The line: one EventSource that comes back after sleep, a lost network, a restarted server and the Back button; where
// it opens but brings nothing, the state is asked for until it flows.

const ASLEEP_MS = 20000;
const LOST_MS = 3000;
// The server is heard at least every 15 s.
const SILENT_MS = 35000;
const FIRST_MS = 6000;
const ASK_MS = 4000;
const HIDDEN_MS = 30000;

class Stream {
  // listener: opened(), told(state), gone(message), refused(), lost(). `lost` only after LOST_MS: a restart in between is nobody's business.
  /** @param {StreamServer} server  @param {StreamListener} listener  @param {AbortSignal} signal */
  constructor(server, listener, signal) {
    this.server = server;
    this.listener = listener;
    /** @type {EventSource | null} */
    this.source = null;
    /** What runs by its name: retry, alarm, silence, asking, hiding. @type {Record<string, any>} */
    this.timers = {};
    this.hiddenAt = 0;
    this.isReached = false;
    this.backoff = new Backoff(server.longestWait);
    /** @param {EventTarget} target  @param {string} type  @param {(event: any) => void} act */
    const on = (target, type, act) => target.addEventListener(type, act, { signal });
    on(window, "online", () => this.hurry());
    on(window, "offline", () => listener.lost());
    on(window, "pageshow", (event) => event.persisted && this.hurry());
    on(window, "pagehide", () => this.end());
    on(document, "visibilitychange", () => this.looked());
    this.listen();
  }

  /** @param {string} name  @param {number} milliseconds  @param {() => void} act */
  after(name, milliseconds, act) {
    clearTimeout(this.timers[name]);
    this.timers[name] = setTimeout(act, milliseconds);
  }

  /** @param {string[]} names */
  cancel(...names) {
    for (const name of names) {
      clearTimeout(this.timers[name]);
      this.timers[name] = 0;
    }
  }

  listen() {
    this.source?.close();
    this.rest();
    this.cancel("retry");
    const source = new EventSource(this.server.events);
    this.source = source;
    this.after("silence", SILENT_MS, () => this.listen());
    this.timers.asking ||= setTimeout(() => this.ask(), FIRST_MS);
    source.onopen = () => this.reached();
    source.onmessage = (event) => {
      this.heard();
      this.listener.told(JSON.parse(event.data));
    };
    source.addEventListener("beat", () => this.heard());
    source.addEventListener("gone", (event) => this.listener.gone(JSON.parse(event.data).message));
    // Not left to the browser, whose own retry stops for good at a 503.
    source.onerror = () => {
      const isRefused = source.readyState === EventSource.CLOSED;
      source.close();
      this.isReached = false;
      this.cancel("silence", "asking");
      this.after("retry", this.backoff.next(), () => this.listen());
      this.timers.alarm ||= setTimeout(() => this.listener.lost(), LOST_MS);
      if (isRefused) this.listener.refused();
    };
  }

  reached() {
    this.isReached = true;
    this.backoff.reset();
    this.cancel("alarm");
    this.listener.opened();
  }

  heard() {
    this.cancel("asking");
    this.after("silence", SILENT_MS, () => this.listen());
  }

  // Again and again, until the stream is heard. Meanwhile a stream that fails is retried as ever.
  async ask() {
    const turn = {};
    this.cancel("asking");
    this.timers.asking = turn;
    /** @type {Partial<Reply>} */
    const { status, body } = await this.server.state(this.listener.source?.rev).catch(() => ({}));
    if (turn !== this.timers.asking) return;
    this.after("asking", ASK_MS * (0.75 + Math.random() / 2), () => this.ask());
    if (status && !this.isReached) this.reached();
    if (status === 404) this.listener.gone(body.message);
    else if (status === 200) this.listener.told(body);
  }

  hurry() {
    this.backoff.reset();
    this.listen();
  }

  looked() {
    // By the device's clock: the other one may stand still while the device sleeps.
    if (document.visibilityState === "hidden") this.hiddenAt = Date.now();
    else if (this.source.readyState !== EventSource.OPEN || Date.now() - this.hiddenAt > ASLEEP_MS) {
      this.hurry();
      this.ask();
    }
    this.rest();
  }

  // A browser has few connections to a server, and its tabs share them.
  rest() {
    if (document.visibilityState !== "hidden") this.cancel("hiding");
    else this.timers.hiding ||= setTimeout(() => this.end(), HIDDEN_MS);
  }

  end() {
    this.source.close();
    this.cancel("retry", "alarm", "silence", "asking", "hiding");
  }
}
