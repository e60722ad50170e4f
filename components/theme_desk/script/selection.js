/** Which entries are chosen and on which the keys are, both by key; ranges go by the order that is drawn. */
class SortingSelection {
  constructor() {
    /** @type {Set<string>} */
    this.chosen = new Set();
    this.current = "";
    this.anchor = "";
  }

  /** @param {string} key */
  toggle(key) {
    if (!this.chosen.delete(key)) this.chosen.add(key);
    this.current = key;
    this.anchor = key;
  }

  /** Chooses everything from where the last choice was to here. @param {string} key  @param {string[]} order */
  extend(key, order) {
    const places = [order.indexOf(this.anchor), order.indexOf(key)].sort((first, second) => first - second);
    for (const chosen of order.slice(Math.max(places[0], 0), places[1] + 1)) this.chosen.add(chosen);
    this.current = key;
  }

  /** @param {string} key */
  go(key) {
    this.current = key;
    this.anchor = key;
  }

  /** @param {string[]} keys */
  all(keys) {
    this.chosen = new Set(keys);
  }

  clear() {
    this.chosen.clear();
  }

  /** Forgets what is not drawn any more; the keys go on from the nearest that is. @param {string[]} order  @param {string[]} before */
  keep(order, before) {
    const drawn = new Set(order);
    for (const key of this.chosen) if (!drawn.has(key)) this.chosen.delete(key);
    if (drawn.has(this.current)) return;
    const place = before.indexOf(this.current);
    const after = before.slice(place + 1).find((key) => drawn.has(key));
    const earlier = place > 0 ? before.slice(0, place).findLast((key) => drawn.has(key)) : undefined;
    this.go(after ?? earlier ?? order[0] ?? "");
  }
}
