// The sender: keeps what waits to be sent in the notebook, one request in flight at a time, until the server has it.

/** Which of an answer's fields gathers what is written one by one. @param {Participant.Answer} answer */
const gatheringField = (answer) => answer.texts ? "texts" : "words";

/** What was written by hand in an answer. @param {Participant.Answer} answer */
const written = (answer) => answer[gatheringField(answer)] ?? [];

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

  // Words and texts gather; any other answer replaces the one that waits.
  /** @param {string | null} round  @param {Participant.Answer} answer */
  add(round, answer) {
    const field = gatheringField(answer);
    const before = this.waiting?.round === round ? this.waiting[field] ?? [] : [];
    const gathered = answer[field] && { [field]: unique([...before, ...answer[field]]) };
    this.notebook.write({ outbox: { round, ...answer, ...gathered } });
    return this.flush();
  }

  // Takes out what another round's question no longer wants; what is in flight gets its own reply.
  /** @param {string | null} round */
  drop(round) {
    const { waiting } = this;
    if (!waiting || waiting.round === round || this.inFlight) return [];
    this.notebook.write({ outbox: null });
    return written(waiting);
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
    const field = gatheringField(sent);
    if (waiting?.[field] && sent[field] && waiting.round === sent.round) {
      const left = waiting[field].filter((word) => !sent[field].includes(word));
      rest = left.length ? { ...waiting, [field]: left } : null;
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
