const TYPING_MS = 150;
const LONGEST_TYPING_MS = 2000;
const POLL_MS = 5000;

/**
 * The draft on the screen: `document` is `base`, what the server has, with the changes that wait in the queue. One
 * change is on its way at a time; what is typed in one place meanwhile is joined.
 */
class Draft {
  /** @param {EditorServer} server  @param {KeptChanges} kept  @param {EditorApi.DraftListener} listener */
  constructor(server, kept, listener) {
    this.server = server;
    this.kept = kept;
    this.listener = listener;
    /** @type {EditorApi.State | null} */
    this.state = null;
    this.base = null;
    this.document = null;
    /** @type {EditorApi.Entry[]} */
    this.queue = [];
    this.isSending = false;
    this.isLost = false;
    this.isEnded = false;
    this.backoff = new Backoff(8000);
    this.ending = new AbortController();
    const { signal } = this.ending;
    window.addEventListener("online", () => this.hurry(), { signal });
    window.addEventListener("pagehide", () => this.flush(), { signal });
    document.addEventListener("visibilitychange", () => this.looked(), { signal });
  }

  /** Another session edits: nothing is sent before this one takes over. */
  get isPaused() { return Boolean(this.state) && !this.state.editor.mine && this.state.editor.since !== null; }

  /** @returns {"loading" | "ended" | "paused" | "lost" | "saving" | "saved"} */
  get status() {
    if (this.isEnded) return "ended";
    if (!this.state) return "loading";
    if (this.isPaused) return "paused";
    if (this.isLost) return "lost";
    return this.queue.length ? "saving" : "saved";
  }

  /** Reads the draft, after what an earlier tab had sent without hearing of it. */
  async open() {
    this.queue = this.kept.read();
    if (this.queue[0]?.rev !== null && this.queue.length) await this.sendAgain();
    await this.load();
    this.poll();
  }

  /** The first change of a tab that was killed may be saved already: by its serial it is not done twice. */
  async sendAgain() {
    const entry = this.queue[0];
    const { status } = await this.persist(() => this.server.send(entry));
    if (status === 200) this.queue.shift();
    else this.queue[0] = { ...entry, serial: newSerial(), rev: null, changes: entry.changes.filter(({ op }) => op === "set") };
  }

  async load() {
    const { status, body } = await this.persist(() => this.server.state(null));
    if (status === 200) this.take(body);
    else if (status) this.end(body.message);
  }

  /** Calls until the server answers. @param {() => Promise<Reply>} call  @returns {Promise<Reply>} */
  async persist(call) {
    while (!this.ending.signal.aborted) {
      try {
        const reply = await call();
        this.isLost = false;
        this.backoff.reset();
        return reply;
      } catch {
        this.isLost = true;
        this.listener.changed();
        await new Promise((resume) => {
          this.wake = resume;
          setTimeout(resume, this.backoff.next());
        });
      }
    }
    return LOST_REPLY;
  }

  hurry() {
    this.backoff.reset();
    this.wake?.();
  }

  /** @param {EditorApi.State} state */
  take(state) {
    this.state = state;
    this.base = state.document;
    this.rebase();
    this.listener.changed();
    this.run();
  }

  /** Does the waiting changes on what the server has now; those whose place has gone are dropped. */
  rebase() {
    let document = this.base;
    for (const entry of this.queue) {
      const changes = [];
      for (const change of entry.changes) {
        const moved = rebased(change, document);
        if (!moved) continue;
        changes.push(moved);
        document = applied(document, moved);
      }
      entry.changes = changes;
    }
    this.queue = this.queue.filter(({ changes, step }) => step || changes.length);
    this.document = document;
    this.keep();
  }

  keep() {
    if (this.queue.length) this.kept.write(this.queue);
    else this.kept.forget();
  }

  /** @param {EditorApi.Change[]} changes  @param {boolean} [isTyping] */
  change(changes, isTyping = false) {
    if (!this.state || this.isEnded || this.isPaused || !changes.length) return;
    const added = [];
    for (const change of changes) {
      added.push(anchored(this.document, change));
      this.document = applied(this.document, change);
    }
    this.add({ changes: added, step: null, isTyping });
  }

  /** @param {"undo" | "redo"} step */
  step(step) {
    const isPossible = this.state && (this.queue.length ? step === "undo" : this.state[`can_${step}`]);
    if (!isPossible || this.isPaused || this.isEnded || this.isLost) return;
    this.add({ changes: [], step, isTyping: false });
  }

  /** @param {Pick<EditorApi.Entry, "changes" | "step" | "isTyping">} values */
  add({ changes, step, isTyping }) {
    const last = this.queue.at(-1);
    const now = Date.now();
    if (isTyping && last && joinTyping(last, changes)) last.sendAt = Math.min(now + TYPING_MS, last.latest);
    else {
      if (last) last.sendAt = 0;
      const sendAt = isTyping ? now + TYPING_MS : 0;
      this.queue.push({ serial: newSerial(), changes, step, isTyping, sendAt, latest: now + LONGEST_TYPING_MS, rev: null });
    }
    this.keep();
    this.listener.changed();
    this.run();
  }

  /** Sends at once what was waiting for more to be typed. */
  flush() {
    for (const entry of this.queue) entry.sendAt = 0;
    this.run();
  }

  async run() {
    if (this.isSending || !this.state) return;
    this.isSending = true;
    while (this.queue.length && !this.isPaused && !this.isEnded && !this.ending.signal.aborted) {
      const wait = this.queue[0].sendAt - Date.now();
      if (wait > 0) {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.run(), wait);
        break;
      }
      await this.sendFirst();
    }
    this.isSending = false;
  }

  async sendFirst() {
    const entry = this.queue[0];
    entry.rev = this.state.rev;
    this.keep();
    const { status, body } = await this.persist(() => this.server.send(entry));
    if (status === 200) this.acknowledge(entry, body);
    else if (status === 409 && body.document) this.renew(entry, body);
    else if (status === 403 || status === 404 || status === 401) this.end(body.message);
    else if (status) {
      this.queue.shift();
      this.listener.refused(body.message);
      await this.load();
    }
  }

  /** @param {EditorApi.Entry} entry  @param {EditorApi.Receipt} receipt */
  acknowledge(entry, receipt) {
    this.queue.shift();
    this.base = [...entry.changes, ...receipt.changes].reduce(applied, this.base);
    const { changes, ...standing } = receipt;
    Object.assign(this.state, standing);
    this.rebase();
    this.listener.changed();
    if (entry.step && changes.length) this.listener.stepped(entry.step, changes[0].path);
  }

  /** The draft was changed by another: our changes are done on what it is now. @param {EditorApi.Entry} entry  @param {EditorApi.State} state */
  renew(entry, state) {
    Object.assign(entry, { serial: newSerial(), rev: null });
    if (entry.step) this.queue.shift();
    this.take(state);
    this.listener.renewed();
  }

  /** @param {string} sentence */
  end(sentence) {
    this.isEnded = true;
    this.listener.changed();
    this.listener.ended(sentence);
  }

  async takeOver() {
    const { status, body } = await this.persist(() => this.server.takeOver());
    if (status === 200) this.take(body);
    else if (status) this.listener.refused(body.message);
  }

  /** Whether all is saved; waits for what is on its way. */
  async settle() {
    this.flush();
    while (this.queue.length && this.status === "saving") await new Promise((resume) => setTimeout(resume, 50));
    return this.status === "saved";
  }

  poll() {
    clearTimeout(this.polling);
    if (this.isEnded || this.ending.signal.aborted) return;
    this.polling = setTimeout(() => this.look(), POLL_MS);
  }

  /** Asks whether another has changed the draft, while nothing of ours is on its way. */
  async look() {
    const isIdle = this.state && !this.isSending && (!this.queue.length || this.isPaused);
    if (isIdle && document.visibilityState === "visible") {
      const { status, body } = await this.server.state(this.state.rev).catch(() => LOST_REPLY);
      const isStill = !this.isSending && (!this.queue.length || this.isPaused);
      if (status === 200 && isStill) this.take(body);
      else if (status === 403 || status === 404) this.end(body.message);
    }
    this.poll();
  }

  looked() {
    if (document.visibilityState === "hidden") this.flush();
    else if (this.state) this.look();
  }

  stop() {
    this.flush();
    this.ending.abort();
    clearTimeout(this.timer);
    clearTimeout(this.polling);
  }
}
