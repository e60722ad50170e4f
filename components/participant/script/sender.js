// The sender: keeps what waits to be sent in the notebook, one request in flight at a time, until the server has it.

class Sender {
  // listener: sending(), delayed(busy), answered(sent, {status, body})
  /** @param {Server} server  @param {Notebook} notebook  @param {Participant.SendListener} listener */
  constructor(server, notebook, listener) {
    this.server = server;
    this.notebook = notebook;
    this.listener = listener;
    /** @type {Api.Submit | null} */
    this.inFlight = null;
    this.delayed = false;
    this.timer = 0;
    this.ended = false;
    this.backoff = new Backoff();
  }

  get waiting() { return this.notebook.page.outbox ?? null; }

  // answer: {words}, {choices} or {form}. Words gather; a choice or a form replaces the one that waits.
  /** @param {string | null} round  @param {Participant.Answer} answer */
  add(round, answer) {
    const before = this.waiting?.round === round ? this.waiting.words ?? [] : [];
    const words = answer.words && { words: unique([...before, ...answer.words]) };
    this.notebook.write({ outbox: { round, ...answer, ...words } });
    return this.flush();
  }

  // Takes out what another round's question no longer wants; what is in flight gets its own reply.
  /** @param {string | null} round */
  drop(round) {
    const { waiting } = this;
    if (!waiting || waiting.round === round || this.inFlight) return [];
    this.notebook.write({ outbox: null });
    return waiting.words ?? [];
  }

  async flush() {
    const sent = this.waiting;
    if (!sent || this.inFlight || this.ended) return;
    clearTimeout(this.timer);
    this.inFlight = sent;
    this.listener.sending();
    let reply;
    try {
      reply = await this.server.post(sent);
    } catch (error) {
      this.inFlight = null;
      if (!this.ended) this.later(error);
      return;
    }
    this.inFlight = null;
    if (this.ended) return;
    this.delayed = false;
    this.backoff.reset();
    this.forget(sent);
    this.listener.answered(sent, reply);
    this.flush();
  }

  /** @param {unknown} error */
  later(error) {
    if (!(error instanceof Unreachable)) throw error;
    this.delayed = true;
    this.timer = setTimeout(() => this.flush(), this.backoff.next());
    this.listener.delayed(error.busy);
  }

  // What was added while `sent` flew stays.
  /** @param {Api.Submit} sent */
  forget(sent) {
    const { waiting } = this;
    let rest = waiting === sent ? null : waiting;
    if (waiting?.words && sent.words && waiting.round === sent.round) {
      const words = waiting.words.filter((word) => !sent.words.includes(word));
      rest = words.length ? { ...waiting, words } : null;
    }
    this.notebook.write({ outbox: rest });
  }

  hurry() {
    this.backoff.reset();
    return this.flush();
  }

  end() {
    this.ended = true;
    clearTimeout(this.timer);
  }
}
