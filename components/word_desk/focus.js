/** @typedef {{ element: HTMLElement, group: DeskGroup, key: string, index: number }} FocusPlace */

/** Keeps the focus on what it was on, or moves it to the nearest like thing when that has gone. */
class DeskFocus {
  /** @param {HTMLElement} section  @param {DeskGroup[]} groups */
  constructor(section, groups) {
    this.section = section;
    this.groups = groups;
  }

  get element() {
    const root = /** @type {Document | ShadowRoot} */ (this.section.getRootNode());
    const focused = /** @type {HTMLElement} */ (root.activeElement);
    return focused && this.section.contains(focused) ? focused : null;
  }

  /** The place of the focus, to be given to `restore` after the drawing. */
  place() {
    const element = this.element;
    if (!element) return null;
    const row = element.closest("li[data-key]");
    const group = this.groups.find((one) => one.node.contains(element));
    return { element, group, key: row?.dataset.key, index: row ? group.order.indexOf(row.dataset.key) : 0 };
  }

  /** @param {FocusPlace | null} place */
  restore(place) {
    if (!place || (this.element === place.element && this._usable(place.element))) return;
    const target = this._usable(place.element) ? place.element : this._instead(place);
    target?.focus({ preventScroll: true });
  }

  /** @param {Element} element */
  _usable(element) {
    return element.isConnected && !element.closest("[inert]") && element.checkVisibility();
  }

  /** @param {FocusPlace} values */
  _instead({ element, group, key, index }) {
    if (!group) return this._anything();
    const same = group.rows.get(key);
    if (same && !same.node.inert) return same.parts.word;
    const row = group.nearest(index) ?? this._firstRow();
    if (!row) return this._anything();
    return element.dataset.do === "main" && !row.parts.main.hidden ? row.parts.main : row.parts.word;
  }

  _firstRow() {
    return this.groups.map((group) => (group.node.hidden || group.folded ? null : group.nearest(0))).find(Boolean);
  }

  _anything() {
    const places = [".undo", ".search input", ".none"].map((name) => this.section.querySelector(name));
    return places.find((one) => this._usable(one)) ?? null;
  }
}
