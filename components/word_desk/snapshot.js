/** @type {Desk.GroupName[]} */
const GROUPS = ["waiting", "blocked", "words"];

/** @param {Desk.Entry} entry */
function groupOf(entry) {
  if (entry.blocked) return "blocked";
  return entry.waiting && !entry.hidden ? "waiting" : "words";
}

/** The fold keys that an action on the whole entry names. @param {Desk.Entry} entry */
function foldKeys(entry) {
  return entry.forms.length ? entry.forms.map((form) => form.key) : [entry.key];
}

/** One state of the list as the server told it. */
class DeskSnapshot {
  /** @param {Desk.Data} data */
  constructor(data) {
    this.entries = data.entries;
    this.decisions = data.decisions;
    this.approval = data.approval;
    this.totals = data.totals ?? {};
    this.canJoin = this.entries.filter((entry) => !entry.blocked).length > 1;
    /** @type {Map<string, Desk.Entry>} */
    this.byKey = new Map();
    for (const entry of this.entries) for (const key of [entry.key, ...foldKeys(entry)]) this.byKey.set(key, entry);
  }

  /** The entry that has this fold key now. @param {string} key */
  of(key) {
    return this.byKey.get(key);
  }

  /** The entries that have any of these fold keys now. @param {string[]} keys */
  all(keys) {
    return keys.map((key) => this.of(key)).filter(Boolean);
  }

  /** @param {number | null} id */
  decision(id) {
    return this.decisions.find((decision) => decision.id === id);
  }

  /** How many entries of a group the server has not sent. @param {Desk.GroupName} group */
  unsent(group) {
    return Math.max(0, (this.totals[group] ?? 0) - this.entries.filter((entry) => groupOf(entry) === group).length);
  }

  get isWhole() {
    return GROUPS.every((group) => this.unsent(group) === 0);
  }

  /**
   * Group name to its entries whose text or typed form holds the searched text, in the server's order.
   * @param {(entry: Desk.Entry) => boolean} matches
   */
  grouped(matches) {
    /** @type {Record<string, Desk.Entry[]>} */
    const groups = Object.fromEntries(GROUPS.map((name) => [name, /** @type {Desk.Entry[]} */ ([])]));
    for (const entry of this.entries) if (matches(entry)) groups[groupOf(entry)].push(entry);
    return groups;
  }
}
