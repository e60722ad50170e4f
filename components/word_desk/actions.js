/** How long the data may take to show an action that the server took before the desk says that it was not saved. */
const CONFIRM_MS = 3000;

/**
 * By action: does the snapshot show its outcome? A word that is gone has nothing left to wait for.
 * @type {Record<Desk.Action["action"], (step: Desk.Step, snapshot: DeskSnapshot) => boolean>}
 */
const CONFIRMED = {
  hide: (step, snapshot) => snapshot.all(step.keys).every((entry) => entry.hidden),
  restore: (step, snapshot) => snapshot.all(step.keys).every((entry) => !entry.hidden && !entry.blocked),
  approve: (step, snapshot) => snapshot.all(step.keys).every((entry) => !entry.waiting),
  join: (step, snapshot) => snapshot.all(step.keys).every((entry) => step.others.some((key) => snapshot.of(key) === entry)),
  apart: (step, snapshot) => snapshot.all(step.keys).every((entry) => step.others.every((key) => snapshot.of(key) !== entry)),
  keep: (step, snapshot) => snapshot.all(step.keys).every((entry) => !entry.suggestions?.some((form) => step.keys.includes(form.key))),
  undo: (step, snapshot) => step.decision !== null && !snapshot.decision(step.decision),
};

/**
 * The actions pressed but not yet seen in the data.
 *
 * They are sent one at a time: an undo must know what was done before it.
 * A step: action, keys, target, decision; `others`, fold keys that the confirmation compares with; `marks`, what it
 * concerns on the screen, the place that tells of a failure first; `words`, the values of the sentence that tells.
 */
class DeskActions {
  /** @param {Desk.ActionListener} values */
  constructor({ send, onDone, onFailed, onChange }) {
    this.send = send;
    this.onDone = onDone;
    this.onFailed = onFailed;
    this.onChange = onChange;
    /** @type {Desk.Step[]} */
    this.steps = [];
    this.timer = 0;
    /** @type {DeskSnapshot} */
    this.snapshot = null;
  }

  /** @param {Desk.Step} step */
  press(step) {
    const others = this.steps.filter((other) => !(other.state === "failed" && other.marks[0] === step.marks[0]));
    this.steps = [...others, { ...step, state: "queued" }];
    this._sendNext();
    this.onChange();
  }

  /** @param {string} mark */
  busy(mark) {
    return this.steps.some((step) => step.state !== "failed" && step.marks.includes(mark));
  }

  /** @param {string} mark */
  failed(mark) {
    return this.steps.find((step) => step.state === "failed" && step.marks[0] === mark);
  }

  get working() {
    return this.steps.some((step) => step.state !== "failed");
  }

  /** Takes in the server's state: what it shows is done, late or not. @param {DeskSnapshot} snapshot */
  see(snapshot) {
    this.snapshot = snapshot;
    for (const step of [...this.steps]) if (step.state !== "queued" && this._isDone(step)) this._finish(step);
    this._sendNext();
  }

  stop() {
    clearTimeout(this.timer);
    this.steps = [];
  }

  /** @param {Desk.Step} step */
  _isDone(step) {
    return CONFIRMED[step.action](step, this.snapshot);
  }

  /** @param {Desk.Step} step */
  _finish(step) {
    if (step.state === "sent") clearTimeout(this.timer);
    this._drop(step);
    this.onDone(step);
  }

  /** @param {Desk.Step} step */
  _drop(step) {
    this.steps = this.steps.filter((other) => other !== step);
  }

  _sendNext() {
    while (!this.steps.some((step) => step.state === "sent")) {
      const step = this.steps.find((one) => one.state === "queued");
      if (!step) return;
      if (step.action === "undo" && step.decision === null) this._aimAtNewest(step);
      if (step.action === "undo" ? !this.snapshot.decision(step.decision) : this._isDone(step)) this._drop(step);
      else this._send(step);
    }
  }

  /**
   * An undo pressed while another action was on its way means that action, whose number only the data knows.
   * @param {Desk.Step} step
   */
  _aimAtNewest(step) {
    const newest = this.snapshot.decisions.at(-1);
    if (newest) Object.assign(step, { decision: newest.id, words: { word: newest.text } });
  }

  /** @param {Desk.Step} step */
  _send(step) {
    step.state = "sent";
    const { action, keys, target, decision } = step;
    this.send({ action, keys, target, decision }, (isDone) => this._answered(step, isDone));
  }

  /** @param {Desk.Step} step  @param {boolean} isDone */
  _answered(step, isDone) {
    if (step.state !== "sent" || !this.steps.includes(step)) return;
    if (isDone) this.timer = setTimeout(() => this._fail(step), CONFIRM_MS);
    else this._fail(step);
  }

  /** @param {Desk.Step} step */
  _fail(step) {
    step.state = "failed";
    // An undo meant for what was not saved would take back something else.
    this.steps = this.steps.filter((other) => !(other.state === "queued" && other.action === "undo" && other.decision === null));
    this.onFailed(step);
    this._sendNext();
    this.onChange();
  }
}

/**
 * What each press asks for.
 * @type {{
 *   whole(action: Desk.Action["action"], entry: Desk.Entry): Desk.Step,
 *   approveAll(entries: Desk.Entry[]): Desk.Step,
 *   join(source: Desk.Entry, target: Desk.Entry): Desk.Step,
 *   apart(entry: Desk.Entry, form: Desk.Form): Desk.Step,
 *   keep(entry: Desk.Entry, form: Desk.Form): Desk.Step,
 *   undo(decision: Desk.Decision | null): Desk.Step,
 * }}
 */
const STEPS = {
  whole: (action, entry) => ({
    action,
    keys: foldKeys(entry),
    target: null,
    decision: null,
    others: [],
    marks: [entry.key],
    words: { word: entry.text },
  }),
  approveAll: (entries) => ({
    action: "approve",
    keys: entries.flatMap(foldKeys),
    target: null,
    decision: null,
    others: [],
    marks: ["all", ...entries.map((entry) => entry.key)],
    words: { n: entries.length },
  }),
  join: (source, target) => ({
    action: "join",
    keys: foldKeys(source),
    target: target.key,
    decision: null,
    others: [target.key, ...foldKeys(target)],
    marks: [source.key, target.key],
    words: { word: source.text, target: target.text },
  }),
  apart: (entry, form) => ({
    action: "apart",
    keys: [form.key],
    target: null,
    decision: null,
    others: foldKeys(entry).filter((key) => key !== form.key),
    marks: [entry.key],
    words: { word: form.text },
  }),
  keep: (entry, form) => ({
    action: "keep",
    keys: [form.key],
    target: null,
    decision: null,
    others: [],
    marks: [entry.key],
    words: { word: form.text },
  }),
  undo: (decision) => ({
    action: "undo",
    keys: [],
    target: null,
    decision: decision?.id ?? null,
    others: [],
    marks: ["undo"],
    words: { word: decision?.text ?? "" },
  }),
};
