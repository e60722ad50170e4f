/** A list under the hand keeps its order; this long after the hand has left it may change. */
const LEFT_MS = 1000;
/** Lists above a pointer that has not moved for this long may grow: nobody is on the way to a press. */
const STILL_MS = 3000;

/** Where the hand is: the list under the pointer, or the one where a key was pressed last. */
class Hand {
  constructor() {
    /** @type {Desk.GroupName} */
    this.group = null;
    this.over = false;
    this.down = false;
    this.onAll = false;
    this.at = -Infinity;
  }

  /**
   * @param {string | null | undefined} group
   * @param {number} now
   * @param {{ over?: boolean, onAll?: boolean }} [values]
   */
  on(group, now, { over = this.over, onAll = false } = {}) {
    Object.assign(this, { group: group ?? this.group, over, onAll, at: now });
  }

  /** @param {number} now */
  left(now) {
    Object.assign(this, { over: false, down: false, onAll: false, at: now });
  }

  /**
   * How the rows of a list may change now: "free"; "append", new rows come last and gone rows keep their place; or
   * "frozen". A row under the hand must be where it was when the hand set out for it.
   *
   * @param {Desk.GroupName} group
   * @param {number} now
   */
  movement(group, now) {
    const since = now - this.at;
    if (this.group === null || (!this.over && !this.down && since > LEFT_MS)) return "free";
    const below = GROUPS.indexOf(group) - GROUPS.indexOf(this.group);
    if (below > 0) return "free";
    if (below === 0) return this.onAll ? "frozen" : "append";
    return !this.down && since > STILL_MS ? "free" : "frozen";
  }
}

/**
 * The keys to show: `next` in its order, as far as the movement allows.
 * @param {string[]} current
 * @param {string[]} next
 * @param {Desk.Movement} movement
 */
function nextOrder(current, next, movement) {
  if (movement === "free") return next;
  if (movement === "frozen") return current;
  const shown = new Set(current);
  return [...current, ...next.filter((key) => !shown.has(key))];
}

/**
 * Puts the nodes in order and moves as few as it can, since a moved node loses its focus and scroll.
 * @param {HTMLElement} list
 * @param {Element[]} nodes
 */
function putInOrder(list, nodes) {
  const members = new Set(nodes);
  for (const node of [...list.children]) if (!members.has(node)) node.remove();
  const places = new Map([...list.children].map((node, index) => [node, index]));
  const staying = longestRising(nodes.filter((node) => places.has(node)), places);
  let next = null;
  for (const node of [...nodes].reverse()) {
    if (!staying.has(node)) list.insertBefore(node, next);
    next = node;
  }
}

/**
 * The largest set of nodes that are already in the right order among themselves.
 * @param {Element[]} nodes
 * @param {Map<Element, number>} places
 */
function longestRising(nodes, places) {
  const ends = [];
  const before = new Map();
  for (const node of nodes) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places.get(ends[middle]) < places.get(node)) low = middle + 1;
      else high = middle;
    }
    before.set(node, ends[low - 1] ?? null);
    ends[low] = node;
  }
  const rising = new Set();
  for (let node = ends.at(-1) ?? null; node; node = before.get(node)) rising.add(node);
  return rising;
}
