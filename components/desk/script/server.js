// The server as the desk sees it: the line, presses, and words that are searched for.

const TIMEOUT_MS = 8000;

/** The same call may succeed later. */
class UnreachableError extends Error {}

class DeskServer {
  /** @param {Pick<DeskApi.Data, "base" | "room" | "lang">} data */
  constructor({ base, room, lang }) {
    this.desk = `${base}/live/${room}/desk`;
    this.language = `?kieli=${lang}`;
  }

  get events() { return this.desk + this.language; }

  /** A desk is one of few: it comes back soon. */
  get longestWait() { return 2000; }

  /** Throws UnreachableError where the same call may succeed later. @param {string} address  @param {RequestInit} [options] */
  async call(address, options = {}) {
    let answer;
    let body;
    try {
      answer = await fetch(address, { ...options, signal: AbortSignal.timeout(TIMEOUT_MS) });
      body = await answer.json();
    } catch {
      throw new UnreachableError();
    }
    if (answer.status === 429 || answer.status >= 500) throw new UnreachableError();
    return { status: answer.status, body };
  }

  /** A desk whose right has ended is as good as gone. @param {number | string} [rev] */
  async state(rev = "") {
    const { status, body } = await this.call(`${this.desk}/state${this.language}&rev=${rev}`);
    return { status: status === 403 ? 404 : status, body };
  }

  /** @param {Desk.Search} search */
  words({ query, key }) {
    const query_string = new URLSearchParams({ search: query, ...(key !== null && { key }) });
    return this.call(`${this.desk}/words${this.language}&${query_string}`);
  }

  /** What is sorted into themes. @param {boolean} suggests */
  themes(suggests) {
    return this.call(`${this.desk}/themes${this.language}${suggests ? "&suggest=1" : ""}`);
  }

  /** @param {Intent} press  @param {string} serial */
  press({ action, arguments: values, rev }, serial) {
    return this.call(this.desk + this.language, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Press-Id": serial },
      body: JSON.stringify({ action, arguments: values, rev }),
    });
  }
}
