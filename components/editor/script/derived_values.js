/** What the server computes of the draft: asked for when it is drawn, and again when the draft has a new revision. */
class DerivedValues {
  /** @param {Draft} draft  @param {() => void} onArrival */
  constructor(draft, onArrival) {
    this.draft = draft;
    this.onArrival = onArrival;
    /** @type {Map<string, { rev: number, body: any }>} */
    this.values = new Map();
    /** @type {Set<string>} */
    this.asked = new Set();
  }

  /** The newest value that has arrived, null before the first. @param {string} name */
  at(name) {
    const value = this.values.get(name);
    const { state } = this.draft;
    if (state && value?.rev !== state.rev && !this.asked.has(name)) this.ask(name, state.rev);
    return value?.body ?? null;
  }

  /** @param {string} name  @param {number} rev */
  async ask(name, rev) {
    this.asked.add(name);
    try {
      const { status, body } = await this.draft.server.derived(name);
      this.values.set(name, { rev, body: status === 200 ? body : (this.values.get(name)?.body ?? null) });
      this.onArrival();
    } catch {
      // The line is down: it is asked for again when something is drawn.
    } finally {
      this.asked.delete(name);
    }
  }
}
