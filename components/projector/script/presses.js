// The presses of the facilitator's keys: one at a time, and told in a sentence where one could not be done.
const REFUSAL_MS = 8000;
const NO_RIGHT = 403;

class KeyPresses {
  /** @param {ProjectorServer} server  @param {(sentence: string, hasRight: boolean) => void} tell */
  constructor(server, tell) {
    this.server = server;
    this.tell = tell;
    /** @type {Set<string>} */
    this.sent = new Set();
    this.last = Promise.resolve();
    this.timer = 0;
  }

  // A double press of what is on its way counts once.
  /** @param {Intent} intent */
  add(intent) {
    const meaning = JSON.stringify(intent);
    if (this.sent.has(meaning)) return;
    this.sent.add(meaning);
    this.last = this.last.then(() => this.send(intent)).finally(() => this.sent.delete(meaning));
  }

  // Without a network the stream says that it is lost.
  /** @param {Intent} intent */
  async send(intent) {
    const reply = await this.server.press(intent).catch(/** @returns {Reply} */ () => null);
    if (!reply) return;
    clearTimeout(this.timer);
    this.tell(reply.status === 200 ? "" : reply.body.message, reply.status !== NO_RIGHT);
    this.timer = setTimeout(() => this.tell("", reply.status !== NO_RIGHT), REFUSAL_MS);
  }

  end() { clearTimeout(this.timer); }
}
