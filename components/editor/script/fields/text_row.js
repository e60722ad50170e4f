/** One row of a list of texts: its number, its text in the language that the list shows, and its buttons. */
class TextRow {
  /** @param {RowsField} list */
  constructor(list) {
    const { form, field } = list;
    this.list = list;
    this.place = 0;
    /** @type {string | null} */
    this.id = null;
    this.number = element("span", { className: "number", ariaHidden: "true" });
    this.control = newTextControl(false, list.inner?.max ?? field.max);
    this.control.addEventListener("input", () => list.type(this));
    this.control.addEventListener("keydown", (event) => this.press(event));
    this.control.addEventListener("paste", (event) => list.paste(this, event));
    this.up = iconButton("up", "", () => list.move(this, this.place - 1, this.up));
    this.down = iconButton("down", "", () => list.move(this, this.place + 1, this.down));
    this.remove = iconButton("close", "", () => list.remove(this));
    this.faults = new FaultList(form);
    this.node = element("li", { className: "row" }, this.number, this.control, this.up, this.down, this.remove, this.faults.node);
  }

  /** The row that adds another has no value. @param {any} value  @param {number} place  @param {boolean} isNew */
  draw(value, place, isNew) {
    const { list } = this;
    const { texts } = list.form;
    this.place = place;
    this.id = value?.id ?? null;
    this.isNew = isNew;
    const words = list.wordsOf(value);
    setText(this.number, String(place + 1));
    setValue(this.control, words);
    setAttribute(this.control, "lang", list.isPlain ? null : list.lang);
    const label = isNew ? texts.say("new_row", { label: list.field.label }) : texts.say("row", { label: list.field.label, place: place + 1 });
    setAttribute(this.control, "aria-label", list.isNamed ? `${label}, ${texts.language(list.lang)}` : label);
    this.control.placeholder = isNew ? texts.say("add_row") : list.firstOf(value);
    for (const button of [this.up, this.down, this.remove]) button.hidden = isNew || list.isReadOnly;
    this.node.classList.toggle("new", isNew);
    const name = words || String(place + 1);
    nameButton(this.up, texts.say("move_up_named", { name }));
    nameButton(this.down, texts.say("move_down_named", { name }));
    nameButton(this.remove, texts.say("remove_named", { name }));
    setDisabled(this.up, place === 0);
    setDisabled(this.down, place >= list.values.length - 1);
    list.form.register([...list.path, place], { node: this.node, draw() {} });
    this.faults.draw(isNew ? [] : list.form.findingsAt([...list.path, place], true), this.control);
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const { list, control } = this;
    if (event.isComposing) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step && event.altKey) {
      event.preventDefault();
      if (!this.isNew) list.move(this, this.place + step, control);
    } else if (step && !hasModifier(event) && !event.shiftKey && isAtEdge(control, step)) {
      event.preventDefault();
      list.rows[this.place + step]?.focus();
    } else if (event.key === "Enter") list.addAfter(this);
    else if (event.key === "Backspace" && !control.value && !event.repeat) {
      event.preventDefault();
      list.removeEmpty(this);
    }
  }

  focus() {
    this.control.focus();
    this.control.setSelectionRange(this.control.value.length, this.control.value.length);
  }
}

/** Whether the caret is at the end where an arrow leaves a field. @param {HTMLTextAreaElement} control  @param {number} step */
function isAtEdge(control, step) {
  const { selectionStart, selectionEnd, value } = control;
  if (selectionStart !== selectionEnd) return false;
  return control.clientHeight < 60 || (step < 0 ? selectionStart === 0 : selectionEnd === value.length);
}
