// The server as the projector sees it: where its stream comes from, and what the facilitator's keys ask for.
const TIMEOUT_MS = 8000;

class ProjectorServer {
  /** @param {Projector.Page} page */
  constructor({ base, room, lang, item }) {
    this.live = `${base}/live/${room}`;
    this.language = `?kieli=${lang}${item ? `&kysymys=${encodeURIComponent(item)}` : ""}`;
    // Few watch, and a hall waits: after a restart the picture is back within seconds.
    this.longestWait = 1500;
  }

  get events() { return `${this.live}/projector${this.language}`; }

  /** @param {string} path  @param {RequestInit} [options]  @returns {Promise<Reply>} */
  async call(path, options = {}) {
    const answer = await fetch(this.live + path + this.language, { ...options, signal: AbortSignal.timeout(TIMEOUT_MS) });
    return { status: answer.status, body: await answer.json() };
  }

  state() { return this.call("/projector/state"); }

  /** @param {Intent} intent */
  press(intent) {
    return this.call("/desk", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(intent),
    });
  }
}
