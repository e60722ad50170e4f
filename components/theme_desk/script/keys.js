/** The keys of the list: arrows and Shift choose, a number moves, E suggests, Z undoes. */
class SortingKeys {
  /** @param {HTMLElement} section  @param {ThemeDesk} desk */
  constructor(section, desk) {
    this.desk = desk;
    section.addEventListener("keydown", (event) => this.onKey(event));
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    // The page has keys of its own, which are not meant here.
    event.stopPropagation();
    const target = /** @type {HTMLElement} */ (event.target);
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
    if (target.matches("input:not([type=checkbox])")) return;
    const isNone = !this.isAll(event) && (hasModifier(event) || isSwitchedOff(event));
    const act = isUndo ? () => this.desk.undo() : isNone ? null : this.actionOf(event);
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** @param {KeyboardEvent} event */
  isAll(event) {
    return (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a";
  }

  /** @param {KeyboardEvent} event  @returns {(() => void) | null} */
  actionOf(event) {
    const { desk } = this;
    if (this.isAll(event)) return () => desk.chooseAll();
    if (/^[0-8]$/.test(event.key)) return () => desk.moveByNumber(Number(event.key));
    const inRows = /** @type {HTMLElement} */ (event.target).closest(".rows") !== null;
    /** @type {Record<string, (() => void) | undefined>} */
    const actions = { e: () => desk.suggest(), z: () => desk.undo(), Escape: () => desk.clear() };
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity };
    if (inRows && event.key in steps) {
      return () => desk.step(steps[/** @type {keyof typeof steps} */ (event.key)], event.shiftKey);
    }
    const onBox = /** @type {HTMLElement} */ (event.target).matches("input");
    if (inRows && onBox && event.key === "Enter") return () => desk.takeOffer();
    if (inRows && onBox && event.key === " ") return () => desk.choose(desk.selection.current, event.shiftKey);
    return actions[keyName(event)] ?? null;
  }
}
