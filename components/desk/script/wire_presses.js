// Presses leave one by one, each sent until the server answers: by its serial it is done once, however often it arrives.
const LOST_PRESS_MS = 30000;
const WAIT_MS = 500;

/** @typedef {{ meaning: string, intent: Intent, listener: DeskApi.PressListener }} WaitingPress */

class WirePresses {
  /** @param {DeskServer} server  @param {string} lost the sentence of a press that never arrived */
  constructor(server, lost) {
    this.server = server;
    this.lost = lost;
    /** @type {WaitingPress[]} */
    this.waiting = [];
    /** @type {{ meaning: string, rev: number, listener: DeskApi.PressListener } | null} what is done but not drawn yet */
    this.undrawn = null;
    this.isSending = false;
    /** @type {() => void} what is called when a press was done that the desk does not show yet */
    this.onUndrawn = () => {};
  }

  /**
   * False where the same press is on its way already: a double press counts once.
   * @param {Intent} intent
   * @param {DeskApi.PressListener} listener
   */
  add(intent, listener) {
    const meaning = JSON.stringify([intent.action, intent.arguments, intent.rev]);
    if ([...this.waiting, this.undrawn].some((press) => press?.meaning === meaning)) return false;
    this.waiting.push({ meaning, intent, listener });
    this.run();
    return true;
  }

  /** Takes in that the desk shows this revision. @param {number} rev */
  see(rev) {
    if (!this.undrawn || rev < this.undrawn.rev) return;
    const { listener } = this.undrawn;
    this.undrawn = null;
    listener.settled();
  }

  async run() {
    if (this.isSending) return;
    this.isSending = true;
    while (this.waiting.length) {
      const press = this.waiting[0];
      const reply = await this.send(press.intent);
      this.waiting.shift();
      this.tell(press, reply);
    }
    this.isSending = false;
  }

  /** @param {WaitingPress} press  @param {{ status: number, body: any }} reply */
  tell({ meaning, intent, listener }, { status, body }) {
    this.see(Infinity);
    if (status !== 200) {
      listener.failed(body.message);
      listener.settled();
      return;
    }
    listener.done?.();
    if (body.rev > intent.rev) {
      this.undrawn = { meaning, rev: body.rev, listener };
      this.onUndrawn();
    } else listener.settled();
  }

  /** @param {Intent} intent */
  async send(intent) {
    const serial = newSerial();
    const end = performance.now() + LOST_PRESS_MS;
    for (let wait = WAIT_MS; ; wait = Math.min(wait * 2, 4000)) {
      try {
        return await this.server.press(intent, serial);
      } catch {
        if (performance.now() > end) return { status: 0, body: { message: this.lost } };
        await new Promise((resume) => setTimeout(resume, wait));
      }
    }
  }
}
