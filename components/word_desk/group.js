/** Rows drawn at first, and added by each press of "show more". */
const PAGE_ROWS = 100;

/** One of the three lists: waiting, blocked, or the words themselves. */
class DeskGroup {
  /** @param {HTMLElement} node  @param {Desk.Templates} templates */
  constructor(node, templates) {
    this.node = node;
    this.templates = templates;
    this.name = /** @type {Desk.GroupName} */ (node.dataset.group);
    this.list = node.querySelector("ul");
    /** @type {Map<string, DeskRow>} */
    this.rows = new Map();
    /** @type {string[]} */
    this.order = [];
    /** @type {Desk.Entry[]} */
    this.entries = [];
    this.limit = PAGE_ROWS;
    /** @type {Desk.Movement} */
    this.movement = "free";
    this.folded = false;
    this.unsent = 0;
  }

  /**
   * Draws the entries as far as the movement allows; true when some change has to wait.
   * @param {Desk.Entry[]} entries
   * @param {Desk.Movement} movement
   * @param {(entry: Desk.Entry, group: Desk.GroupName) => Desk.RowView} viewOf
   * @param {DeskTexts} texts
   */
  draw(entries, movement, viewOf, texts) {
    this.entries = entries;
    this.movement = movement;
    const next = entries.slice(0, this.limit).map((entry) => entry.key);
    const byKey = new Map(entries.map((entry) => [entry.key, entry]));
    this.order = nextOrder(this.order, next, movement);
    const before = this.rows;
    this.rows = new Map(this.order.map((key) => [key, before.get(key) ?? new DeskRow(this.templates, key)]));
    for (const [key, row] of this.rows) {
      if (byKey.has(key)) row.update(viewOf(byKey.get(key), this.name), texts);
      else row.leave();
    }
    putInOrder(this.list, [...this.rows.values()].map((row) => row.node));
    return this.order.length !== next.length || this.order.some((key, index) => key !== next[index]);
  }

  /** The entries with a row that can be pressed: what the facilitator has been able to see. */
  get shown() {
    return this.entries.filter((entry) => this.rows.has(entry.key));
  }

  /**
   * A list above the hand comes and goes only when the hand has left: true when that has to wait.
   * @param {string} title
   * @param {boolean} visible
   * @param {DeskTexts} texts
   */
  drawHeading(title, visible, texts) {
    const fold = this.node.querySelector(".fold");
    setText(fold ?? this.node.querySelector("h3"), title);
    if (fold) setAttribute(fold, "aria-expanded", String(!this.folded));
    this.list.hidden = this.folded;
    const more = this.node.querySelector(".more");
    const hasMore = !this.folded && this.entries.length > this.limit;
    setButton(more, hasMore ? texts.say("more", { n: this.entries.length - this.limit }) : "");
    const waits = this.movement === "frozen" && this.node.hidden === visible;
    if (!waits) this.node.hidden = !visible;
    return waits;
  }

  /** How many more there are that only a search brings. @param {number} n  @param {DeskTexts} texts */
  drawUnsent(n, texts) {
    this.unsent = n;
    const note = this.node.querySelector(".unsent");
    const isNoted = n > 0 && !this.folded && this.entries.length <= this.limit;
    setText(note, isNoted ? texts.say("unsent", { n }) : "");
    note.hidden = !isNoted;
  }

  /** @param {DeskTexts} texts */
  drawAll(texts) {
    const all = this.node.querySelector(".all");
    const n = this.shown.length;
    const path = n === this.entries.length && this.unsent === 0 ? "approve_all" : "approve_shown";
    setButton(all, n > 1 && !this.folded ? texts.say(path, { n }) : "");
  }

  /** The nearest row to a place in the list that can be pressed. @param {number} index */
  nearest(index) {
    const rows = [...this.rows.values()].map((row, place) => ({ row, place })).filter(({ row }) => !row.node.inert);
    const after = rows.find(({ place }) => place >= index);
    return (after ?? rows.at(-1))?.row ?? null;
  }
}
