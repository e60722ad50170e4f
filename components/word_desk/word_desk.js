/** The search field is worth its place above this many entries. */
const SEARCH_FROM = 12;
/** How soon a change that had to wait for the hand is tried again. */
const RETRY_MS = 250;
/** A search is asked of the server when nobody has typed for this long. */
const ASK_AFTER_MS = 250;

/** The facilitator's list of words on one page. */
class WordDesk {
  /** @param {HTMLElement} section */
  constructor(section) {
    this.section = section;
    this.find = finder(section);
    /** @type {Desk.Templates} */
    this.templates = { row: this.find("template.row"), form: this.find("template.form"), suggestion: this.find("template.suggestion") };
    this.groups = GROUPS.map((name) => new DeskGroup(this.find(`section[data-group=${name}]`), this.templates));
    this.focus = new DeskFocus(section, this.groups);
    this.hand = new Hand();
    /** @type {Set<string>} */
    this.open = new Set();
    /** @type {string | null} */
    this.source = null;
    /** @type {string | undefined} */
    this.sentSearch = undefined;
    this.actions = new DeskActions({
      send: (action, answered) => this.send(action, answered),
      onDone: (step) => this._tell(`done.${step.marks[0] === "all" ? "approve_all" : step.action}`, step.words),
      onFailed: (step) => this._tell("failed", step.words),
      onChange: () => this.draw(),
    });
    this.input = new DeskInput(this);
  }

  /**
   * Takes in the server's state; `send` hands an action to the server, `sendSearch` what is searched for there.
   * @param {Desk.Data} data
   * @param {(action: Desk.Action, answered: Desk.Answered) => void} send
   * @param {(search: Desk.Search) => void} sendSearch
   */
  update(data, send, sendSearch) {
    this.send = send;
    this.sendSearch = sendSearch;
    this.texts = new DeskTexts(data.texts, data.lang);
    this.templates.row = this.find(data.merges === false ? "template.plain" : "template.row");
    this.snapshot = new DeskSnapshot(data);
    this.actions.see(this.snapshot);
    if (this.source !== null && !this.snapshot.of(this.source)) {
      this.source = null;
      this._tell("source_gone");
    }
    this.draw();
  }

  stop() {
    clearTimeout(this.retry);
    clearTimeout(this.asking);
    this.actions.stop();
    this.input.stop();
  }

  /** Draws everything; `free` when the facilitator asked for another list, as by searching. @param {boolean} [free] */
  draw(free = false) {
    const place = this.focus.place();
    const now = performance.now();
    const grouped = this.snapshot.grouped(this._matcher());
    let waits = false;
    for (const group of this.groups) {
      const movement = free ? "free" : this._movement(group.name, now);
      waits = group.draw(grouped[group.name], movement, (entry, name) => this._view(entry, name), this.texts) || waits;
    }
    waits = this._drawHeadings() || waits;
    this._drawBar();
    this._drawSearch();
    this.focus.restore(place);
    clearTimeout(this.retry);
    if (waits) this.retry = setTimeout(() => this.draw(), RETRY_MS);
  }

  /** Draws what is here that matches, and asks the server for the rest where it has more than it sent. */
  search() {
    this.draw(true);
    clearTimeout(this.asking);
    this.asking = setTimeout(() => this._ask(), ASK_AFTER_MS);
  }

  _ask() {
    const search = JSON.stringify({ query: this.find("input").value.trim(), key: this.source });
    if (search === this.sentSearch || (this.snapshot.isWhole && this.sentSearch === undefined)) return;
    this.sentSearch = search;
    this.sendSearch(JSON.parse(search));
  }

  /** @param {Desk.Step} step */
  press(step) {
    if (step.marks.some((mark) => this.actions.busy(mark))) return;
    this.actions.press(step);
  }

  undo() {
    if (this.actions.busy("undo") || (!this.actions.working && !this.snapshot.decisions.length)) return;
    this.press(STEPS.undo(this.actions.working ? null : this.snapshot.decisions.at(-1)));
  }

  /** Begins, or with null ends, the choice of the entry to join to. @param {string | null} source */
  choose(source) {
    const before = this.source;
    this.source = source;
    setText(this.find(".status"), "");
    this.draw();
    this._ask();
    if (source === null && before !== null) this._returnFocus(before);
  }

  /** @param {string} key */
  _returnFocus(key) {
    if (this.focus.element && !this.focus.element.matches(".cancel")) return;
    const row = this.groups.map((group) => group.rows.get(key)).find((one) => one && !one.node.inert);
    row?.parts[row.parts.panel.hidden || row.parts.join.hidden ? "word" : "join"].focus();
  }

  /** @param {Desk.GroupName} name  @param {number} now */
  _movement(name, now) {
    const movement = this.hand.movement(name, now);
    if (this.source === null || movement !== "free") return movement;
    return name === "words" ? "append" : "frozen";
  }

  _matcher() {
    const query = this.texts.folded(this.find("input").value).trim();
    if (!query) return () => true;
    const has = (/** @type {string} */ text) => this.texts.folded(text).includes(query);
    return (/** @type {Desk.Entry} */ entry) => has(entry.text) || entry.forms.some((form) => has(form.text));
  }

  /** @param {Desk.Entry} entry  @param {Desk.GroupName} group */
  _view(entry, group) {
    /** @type {"source" | "target"} */
    const chosen = this.source === entry.key ? "source" : "target";
    return {
      entry,
      group,
      open: this.open.has(entry.key),
      busy: this.actions.busy(entry.key),
      failed: Boolean(this.actions.failed(entry.key)),
      merging: this.source === null || group === "blocked" ? null : chosen,
      joinable: group !== "blocked" && this.snapshot.canJoin,
    };
  }

  _drawHeadings() {
    const [waiting, blocked, words] = this.groups;
    const hasRows = (/** @type {DeskGroup} */ group) => group.order.length > 0 || group.entries.length > 0;
    const visible = { waiting: hasRows(waiting) || this.snapshot.approval, blocked: hasRows(blocked), words: true };
    for (const group of this.groups) group.drawUnsent(this.snapshot.unsent(group.name), this.texts);
    const waits = this.groups.map((group) => group.drawHeading(this._title(group), visible[group.name], this.texts));
    words.node.querySelector(".heading").hidden = Boolean(waiting.node.hidden && blocked.node.hidden);
    waiting.drawAll(this.texts);
    setAttribute(waiting.node.querySelector(".all"), "aria-disabled", this.actions.busy("all") ? "true" : null);
    this._drawNone(!this.groups.some(hasRows));
    return waits.includes(true);
  }

  /** @param {boolean} visible */
  _drawNone(visible) {
    const query = this.find("input").value.trim();
    this.find(".none").hidden = !visible;
    setText(this.find(".none"), this.texts.say(query ? "not_found" : "empty", { query }));
  }

  /** @param {DeskGroup} group */
  _title(group) {
    const unsent = this.find("input").value.trim() ? 0 : this.snapshot.unsent(group.name);
    return this.texts.say(`groups.${group.name}`, { n: group.entries.length + unsent });
  }

  _drawBar() {
    const undo = this.find(".undo");
    const newest = this.snapshot.decisions.at(-1);
    const known = newest && this.texts.say(`undo.${newest.kind}`, { word: newest.text, target: newest.target ?? "" });
    const any = Boolean(newest) || this.actions.working;
    const words = this.actions.working || !known ? this.texts.say(any ? "undo.newest" : "undo.nothing") : known;
    setText(undo.querySelector(".cut"), words);
    setAttribute(undo, "title", words);
    setAttribute(undo, "aria-busy", this.actions.busy("undo") ? "true" : null);
    setAttribute(undo, "aria-disabled", any ? null : "true");
    setText(this.find(".hint"), this._hint());
    const source = this.source === null ? null : this.snapshot.of(this.source);
    setButton(this.find(".cancel"), source ? this.texts.say("cancel") : "");
    if (source) setText(this.find(".status"), this.texts.say("choose_target", { word: source.text }));
  }

  _hint() {
    const n = this.snapshot.entries.reduce((sum, entry) => sum + (entry.suggestions?.length ?? 0), 0);
    if (n) return this.texts.say("suggestions", { n });
    return this.snapshot.entries.length ? this.texts.say("hint") : "";
  }

  _drawSearch() {
    const search = this.find(".search");
    const input = this.find("input");
    setText(search.querySelector("span"), this.texts.say("search"));
    setAttribute(this.section, "aria-label", this.texts.say("label"));
    setAttribute(this.section, "lang", this.texts.lang);
    const isShown = this.snapshot.entries.length > SEARCH_FROM || input.value !== "";
    // A field that comes or goes moves every row under it.
    if (!this.hand.over && this.focus.element !== input) search.hidden = !isShown;
  }

  /** @param {string} path  @param {Record<string, string | number>} [words] */
  _tell(path, words) {
    const text = this.texts.say(path, words);
    if (this.source === null) setText(this.find(".status"), text);
  }
}
