// The server as the phone sees it: one question or answer at a time, and waiting when it cannot be reached.

const TIMEOUT_MS = 8000;

class Unreachable extends Error {
  /** @param {boolean} busy */
  constructor(busy) {
    super("unreachable");
    // True: the server asked us to wait; false: there is no network.
    this.busy = busy;
  }
}

class Server {
  /** @param {Participant.Data} values  @param {Notebook} notebook */
  constructor({ base, room, lang }, notebook) {
    this.live = `${base ?? ""}/live/${room}`;
    this.language = `?kieli=${lang}`;
    this.notebook = notebook;
    this.known = false;
  }

  get events() { return this.live + this.language; }

  // {status, body}, null for a body that there is none of; throws Unreachable where the same call may succeed later.
  /** @param {string} path  @param {RequestInit} [options]  @param {string} [more] */
  async call(path, options = {}, more = "") {
    const { key } = this.notebook.page;
    const headers = { ...options.headers, ...(key && { "X-Participant": key }) };
    let answer;
    let body;
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      answer = await fetch(this.live + path + this.language + more, { ...options, headers, signal });
      body = answer.status === 204 ? null : await answer.json();
    } catch {
      throw new Unreachable(answer?.status >= 429);
    }
    if (answer.status === 429 || answer.status >= 500) throw new Unreachable(true);
    return { status: answer.status, body };
  }

  // The state where it is newer than `rev`, else 204.
  /** @param {number | string} [rev] */
  state(rev = "") { return this.call("/state", {}, `&rev=${rev}`); }

  // This person's own answers. Where cookies are blocked, the phone makes itself a key.
  async me() {
    const { status, body } = await this.call("/me");
    if (status === 200) this.known = true;
    if (body.known === false && !this.notebook.page.key) {
      const bytes = crypto.getRandomValues(new Uint8Array(16));
      this.notebook.write({ key: [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("") });
    }
    return { status, body };
  }

  /** Takes own answers back. @param {Api.Submit} answers */
  retract(answers) {
    return this.call("/answers", { method: "DELETE", headers: { "Content-Type": "application/json" }, body: JSON.stringify(answers) });
  }

  /** @param {Api.Submit} answer */
  async post(answer) {
    // The first answer needs its key as well.
    if (!this.known) await this.me();
    return this.call("/answers", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(answer),
    });
  }
}
