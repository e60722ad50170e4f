// The server of a preview: takes every answer, on this page alone, and sends nothing.

class Unreachable extends Error {
  busy = false;
}

class Server {
  /** @param {Participant.Data} _data  @param {Notebook} notebook */
  constructor(_data, notebook) {
    this.notebook = notebook;
    /** Round to what was answered in it. @type {Map<string | null, string[]>} */
    this.answers = new Map();
  }

  get events() { return ""; }

  // What is not told here.
  /** @param {string} [_path]  @param {RequestInit} [_options]  @param {string} [_more]  @returns {Promise<Reply>} */
  call(_path, _options, _more) { return Promise.resolve({ status: 403, body: {} }); }

  state() { return this.call(); }

  /** @returns {Promise<Reply>} */
  me() {
    const round = this.notebook.page.round ?? null;
    const answers = this.answers.get(round) ?? [];
    const body = { round, answers, left: this.left(answers), known: true, admitted: true };
    return Promise.resolve({ status: 200, body });
  }

  /** @param {string[]} answers */
  left(answers) { return Math.max(0, (PREVIEW.state.max_answers ?? 1) - answers.length); }

  // Taken back here alone.
  /** @param {Api.Submit} answer  @returns {Promise<Reply>} */
  retract({ round, ...fields }) {
    const [texts] = Object.values(fields);
    const answers = (this.answers.get(round) ?? []).filter((text) => !/** @type {string[]} */ (texts).includes(text));
    this.answers.set(round, answers);
    return Promise.resolve({ status: 200, body: { left: this.left(answers) } });
  }

  // Answers gather where several of one person are kept; else one takes the place of the one before.
  /** @param {Api.Submit} answer  @returns {Promise<Reply>} */
  post({ round, ...fields }) {
    const [submitted] = Object.values(fields);
    const isForm = !Array.isArray(submitted);
    const saved = isForm ? Object.keys(submitted ?? {}) : submitted;
    const told = isForm ? Object.entries(submitted ?? {}).map((pair) => pair.join("=")) : submitted;
    const answers = !isForm && PREVIEW.state.max_answers ? unique([...this.answers.get(round) ?? [], ...told]) : told;
    this.answers.set(round, answers);
    return Promise.resolve({ status: 200, body: { saved, left: this.left(answers), result: null } });
  }
}
