/** What a pressed button stands on. @typedef {{ entry: Desk.Entry, group: DeskGroup }} PressTarget */

/** Presses, keys and the pointer's whereabouts, turned into what the desk can do. */
class DeskInput {
  /** @param {WordDesk} desk */
  constructor(desk) {
    this.desk = desk;
    this.ended = new AbortController();
    /** @param {EventTarget} node  @param {string} name  @param {(event: any) => void} act */
    const on = (node, name, act) => node.addEventListener(name, act, { signal: this.ended.signal });
    const groups = desk.find(".groups");
    on(desk.section, "click", (event) => this._press(event.target.closest("button")));
    on(desk.section, "keydown", (event) => this._key(event));
    on(desk.find("input"), "input", () => desk.search());
    for (const name of ["pointerover", "pointermove", "pointerdown"]) on(groups, name, (event) => this._pointer(event));
    on(groups, "pointerleave", () => desk.hand.left(performance.now()));
    // A press that ends outside the list, or outside the window, has ended all the same.
    for (const name of ["pointerup", "pointercancel"]) on(window, name, () => this._release());
  }

  stop() {
    this.ended.abort();
  }

  /** @param {any} event */
  _pointer(event) {
    const group = event.target.closest("section[data-group]")?.dataset.group;
    const onAll = Boolean(event.target.closest("[data-do=all]"));
    if (event.type === "pointerdown") this.desk.hand.down = true;
    this.desk.hand.on(group, performance.now(), { over: true, onAll });
  }

  _release() {
    this.desk.hand.down = false;
  }

  /** @param {any} event */
  _key(event) {
    const inField = event.target.matches("input");
    const group = event.target.closest("section[data-group]")?.dataset.group;
    if (group) this.desk.hand.on(group, performance.now());
    // The page's own keys (Space opens the question) see only the component, not the button or field inside it.
    if (inField || [" ", "Enter"].includes(event.key)) event.stopPropagation();
    if (event.key === "Escape") this._escape(event);
    const undoes = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "z";
    if (!undoes || (inField && event.target.value !== "")) return;
    event.preventDefault();
    event.stopPropagation();
    this.desk.undo();
  }

  /** @param {any} event */
  _escape(event) {
    const row = event.target.closest("li[data-key]");
    if (this.desk.source !== null) this.desk.choose(null);
    else if (row && this.desk.open.delete(row.dataset.key)) this.desk.draw();
    else return;
    event.stopPropagation();
    event.preventDefault();
  }

  /** @param {HTMLButtonElement | null} button */
  _press(button) {
    if (!button || button.getAttribute("aria-disabled") === "true") return;
    const row = button.closest("li[data-key]");
    const group = this.desk.groups.find((one) => one.node.contains(button));
    const entry = row && this.desk.snapshot.of(row.dataset.key);
    if (row && !entry) return;
    this._act(button, { entry, group });
  }

  /** @param {HTMLButtonElement} button  @param {PressTarget} values */
  _act(button, { entry, group }) {
    const { desk } = this;
    /** @type {Record<string, () => void>} */
    const acts = {
      undo: () => desk.undo(),
      cancel: () => desk.choose(null),
      fold: () => this._redraw(() => (group.folded = !group.folded)),
      more: () => this._redraw(() => (group.limit += PAGE_ROWS)),
      all: () => desk.press(STEPS.approveAll(group.shown)),
      open: () => this._toggle(entry.key),
      side: () => desk.press(STEPS.whole("hide", entry)),
      main: () => this._main(button.dataset.choice, entry),
      join: () => desk.choose(desk.source === entry.key ? null : entry.key),
      apart: () => this._decideForm(STEPS.apart, entry, button),
      keep: () => this._decideForm(STEPS.keep, entry, button),
    };
    acts[button.dataset.do]?.();
  }

  /** @param {() => void} change */
  _redraw(change) {
    change();
    this.desk.draw();
  }

  /** @param {string} key */
  _toggle(key) {
    this._redraw(() => this.desk.open.delete(key) || this.desk.open.add(key));
  }

  /** @param {string | undefined} choice  @param {Desk.Entry} entry */
  _main(choice, entry) {
    const { desk } = this;
    if (choice === "again") desk.press(desk.actions.failed(entry.key));
    else if (choice === "join_here") this._join(desk.snapshot.of(desk.source), entry);
    else desk.press(STEPS.whole(/** @type {Desk.Action["action"]} */ (choice), entry));
  }

  /** @param {Desk.Entry} source  @param {Desk.Entry} target */
  _join(source, target) {
    this.desk.source = null;
    setText(this.desk.find(".status"), "");
    this.desk.press(STEPS.join(source, target));
    this.desk.draw();
  }

  /** @param {(entry: Desk.Entry, form: Desk.Form) => Desk.Step} step  @param {Desk.Entry} entry  @param {HTMLElement} button */
  _decideForm(step, entry, button) {
    const { form: key } = button.closest("li[data-form]").dataset;
    const form = entry.forms.find((one) => one.key === key);
    if (form) this.desk.press(step(entry, form));
  }
}
