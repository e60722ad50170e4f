/** One item of the programme: what it asks, its minutes, its faults; its buttons stand under the chosen one. */
class ItemRow {
  /** @param {Programme} programme */
  constructor(programme) {
    const { texts } = programme.editor;
    this.programme = programme;
    this.place = 0;
    /** @type {string | null} */
    this.id = null;
    this.picture = element("img", { width: 40, height: 40 });
    this.question = element("b", { translate: false });
    this.warning = element("span", { className: "warning", hidden: true }, icon("fault"));
    this.minutes = element("span", { ariaHidden: "true" });
    this.spoken = element("span", { className: "unseen" });
    this.button = element("button", { type: "button", className: "item" }, this.picture, this.question);
    this.button.append(element("small", {}, this.warning, this.minutes, this.spoken));
    this.button.addEventListener("click", () => programme.choose(this.place, true));
    this.button.addEventListener("keydown", (event) => this.press(event));
    this.up = iconButton("up", texts.say("move_up"), () => programme.move(this.place, this.place - 1, this.up));
    this.down = iconButton("down", texts.say("move_down"), () => programme.move(this.place, this.place + 1, this.down));
    this.copy = iconButton("copy", texts.say("copy_item"), () => programme.copy(this.place));
    this.remove = iconButton("remove", texts.say("remove_item"), () => programme.remove(this.place));
    this.actions = element("div", { className: "actions" }, this.up, this.down, this.copy, this.remove);
    this.node = element("li", {}, this.button, this.actions);
  }

  /** @param {any} item  @param {number} place  @param {number} count  @param {boolean} isChosen */
  draw(item, place, count, isChosen) {
    const { editor } = this.programme;
    const { texts } = editor;
    const kind = editor.kindOf(item);
    this.place = place;
    this.id = item.id ?? null;
    setAttribute(this.picture, "src", kind?.picture ?? null);
    setAttribute(this.picture, "alt", kind?.label ?? "");
    setText(this.question, this.programme.nameOf(item));
    setText(this.minutes, item.minutes ? String(item.minutes) : "");
    const findings = editor.blockingUnder([...PART_ROOTS.programme, place]);
    this.warning.hidden = findings.length === 0;
    const spoken = [item.minutes ? texts.say("minutes_spoken", { n: item.minutes }) : "", findings.length ? texts.say("faults", { n: findings.length }) : ""];
    setText(this.spoken, spoken.filter(Boolean).join(", "));
    setAttribute(this.button, "aria-current", isChosen ? "true" : null);
    this.actions.hidden = !isChosen || editor.isReadOnly;
    setDisabled(this.up, place === 0);
    setDisabled(this.down, place === count - 1);
    setDisabled(this.copy, count >= MAX_ITEMS);
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (event.altKey) this.programme.move(this.place, this.place + step, this.button);
    else this.programme.rows[this.place + step]?.button.focus();
  }
}
