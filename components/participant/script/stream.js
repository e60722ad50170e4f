// The stream: one EventSource that comes back after sleep, a lost network, a restarted server and the Back button.

const ASLEEP_MS = 20000;
const LOST_MS = 3000;

class Stream {
  // listener: opened(), told(state), gone(message), refused(), lost(). `lost` only after LOST_MS: a restart in between is nobody's business.
  /** @param {string} address  @param {Participant.StreamListener} listener  @param {AbortSignal} signal */
  constructor(address, listener, signal) {
    this.address = address;
    this.listener = listener;
    this.retry = 0;
    this.alarm = 0;
    this.hiddenAt = 0;
    this.backoff = new Backoff();
    /** @param {EventTarget} target  @param {string} type  @param {(event: any) => void} act */
    const on = (target, type, act) => target.addEventListener(type, act, { signal });
    on(window, "online", () => this.hurry());
    on(window, "offline", () => listener.lost());
    on(window, "pageshow", (event) => event.persisted && this.hurry());
    on(window, "pagehide", () => this.end());
    on(document, "visibilitychange", () => this.looked());
    this.listen();
  }

  listen() {
    this.source?.close();
    clearTimeout(this.retry);
    const source = new EventSource(this.address);
    this.source = source;
    source.onopen = () => {
      this.backoff.reset();
      clearTimeout(this.alarm);
      this.alarm = 0;
      this.listener.opened();
    };
    source.onmessage = (event) => this.listener.told(JSON.parse(event.data));
    source.addEventListener("gone", (event) => this.listener.gone(JSON.parse(event.data).message));
    // Not left to the browser, whose own retry stops for good at a 503.
    source.onerror = () => {
      const isRefused = source.readyState === EventSource.CLOSED;
      source.close();
      this.retry = setTimeout(() => this.listen(), this.backoff.next());
      this.alarm ||= setTimeout(() => this.listener.lost(), LOST_MS);
      if (isRefused) this.listener.refused();
    };
  }

  hurry() {
    this.backoff.reset();
    this.listen();
  }

  looked() {
    // By the device's clock: the other one may stand still while the device sleeps.
    if (document.visibilityState === "hidden") this.hiddenAt = Date.now();
    else if (this.source.readyState !== EventSource.OPEN || Date.now() - this.hiddenAt > ASLEEP_MS) this.hurry();
  }

  end() {
    this.source.close();
    clearTimeout(this.retry);
    clearTimeout(this.alarm);
    this.alarm = 0;
  }
}
