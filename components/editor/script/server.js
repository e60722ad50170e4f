// The server as the editor sees it.

const TIMEOUT_MS = 15000;
const MAX_KEPT_ALIVE = 30000;

/** In place of an answer that never came. @type {Reply} */
const LOST_REPLY = { status: 0, body: null };

/** The same call may succeed later. */
class UnreachableError extends Error {}

class EditorServer {
  /** @param {EditorApi.Data} data  @param {string} session */
  constructor({ base, workshop, lang }, session) {
    this.lines = `${base}/workshops/lines`;
    this.workshop = `${base}/workshops/${encodeURIComponent(workshop)}`;
    this.language = `kieli=${lang}`;
    this.session = session;
  }

  /** Throws UnreachableError where the same call may succeed later. @param {string} address  @param {RequestInit} [options]  @returns {Promise<Reply>} */
  async call(address, options = {}) {
    let answer;
    let body;
    try {
      answer = await fetch(address, { ...options, signal: AbortSignal.timeout(TIMEOUT_MS) });
      body = answer.status === 204 ? null : await answer.json();
    } catch {
      throw new UnreachableError();
    }
    if (answer.status === 429 || answer.status >= 500) throw new UnreachableError();
    return { status: answer.status, body };
  }

  /** @param {string} address  @param {Record<string, any>} values  @param {string} [serial] */
  post(address, values, serial) {
    const body = JSON.stringify({ session: this.session, ...values });
    return this.call(`${this.workshop}/${address}?${this.language}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...(serial && { "Press-Id": serial }) },
      keepalive: body.length < MAX_KEPT_ALIVE,
      body,
    });
  }

  /** The draft where it is newer than `rev`; the status 204 where it is not. @param {number | null} rev */
  state(rev) {
    const query = new URLSearchParams({ session: this.session, ...(rev !== null && { rev: String(rev) }) });
    return this.call(`${this.workshop}/draft?${this.language}&${query}`);
  }

  /** Sends one action, known by its serial however often it arrives. @param {EditorApi.Entry} entry */
  send({ serial, changes, step, rev }) {
    const sent = changes.map(({ ids: _, ...change }) => change);
    return this.post("draft", step ? { rev, [step]: true } : { rev, changes: sent }, serial);
  }

  /** What the server computes of the draft: its `balance` or its `cases`. @param {string} name */
  derived(name) { return this.call(`${this.workshop}/draft/${name}?${this.language}`); }

  /** What pasted lines become as items, in a language. @param {string} text  @param {string} lang */
  pasted(text, lang) {
    return this.call(`${this.lines}?${this.language}`, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ text, items_in: lang }),
    });
  }

  takeOver() { return this.post("draft/editor", {}, newSerial()); }

  startRoom() { return this.post("rooms", {}, newSerial()); }
}
