// The sender: keeps what waits to be sent in the notebook, one request in flight at a time, until the server has it.

class Sender {
  // listener: sending(), delayed(busy), answered(sent, {status, body})
  constructor(server, notebook, listener) {
    Object.assign(this, { server, notebook, listener, flying: null, delayed: false, timer: 0, ended: false });
    this.backoff = new Backoff();
  }

  get waiting() { return this.notebook.page.outbox ?? null; }

  // answer: {words}, {choices} or {form}. Words gather; a choice or a form replaces the one that waits.
  add(round, answer) {
    const before = this.waiting?.round === round ? this.waiting.words ?? [] : [];
    const words = answer.words && { words: unique([...before, ...answer.words]) };
    this.notebook.write({ outbox: { round, ...answer, ...words } });
    return this.flush();
  }

  // Takes out what another round's question no longer wants; what is in flight gets its own reply.
  drop(round) {
    const { waiting } = this;
    if (!waiting || waiting.round === round || this.flying) return [];
    this.notebook.write({ outbox: null });
    return waiting.words ?? [];
  }

  async flush() {
    const sent = this.waiting;
    if (!sent || this.flying || this.ended) return;
    clearTimeout(this.timer);
    this.flying = sent;
    this.listener.sending();
    let reply;
    try {
      reply = await this.server.post(sent);
    } catch (error) {
      this.flying = null;
      if (!this.ended) this.later(error);
      return;
    }
    this.flying = null;
    if (this.ended) return;
    this.delayed = false;
    this.backoff.reset();
    this.forget(sent);
    this.listener.answered(sent, reply);
    this.flush();
  }

  later(error) {
    if (!(error instanceof Unreachable)) throw error;
    this.delayed = true;
    this.timer = setTimeout(() => this.flush(), this.backoff.next());
    this.listener.delayed(error.busy);
  }

  // What was added while `sent` flew stays.
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
