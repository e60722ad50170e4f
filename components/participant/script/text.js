// Open answers: one field, which grows with what is typed, and a button that adds another while answers are left.

class TextView extends WrittenView {
  /** @returns {"words" | "texts"} */
  get field() { return "texts"; }

  get sentences() { return { number: "text", only: "only_text", empty: "empty_text", thanks: "thanks_answers" }; }

  // As many as were asked for, and as have something in them from before.
  get fields() {
    const drafts = this.rows.length ? this.rows.map((row) => row.word) : this.notebook.page.drafts ?? [];
    return Math.min(this.left, Math.max(1, this.added ?? 0, drafts.findLastIndex(Boolean) + 1));
  }

  below() {
    const { page, state } = this;
    this.adding = element("button", { type: "button", className: "add", onclick: () => this.addField() });
    const note = element("p", { className: "help", textContent: page.t("text_approval") });
    return state.approval ? [this.adding, note] : [this.adding];
  }

  /** @param {string} typed */
  clean(typed) { return cleanedLines(typed); }

  /** @param {string} id  @param {string} value */
  newField(id, value) { return element("textarea", { id, className: "field", rows: 2, value }); }

  addField() {
    this.added = this.rows.length + 1;
    this.page.redraw(() => {
      this.fit();
      this.draw();
    });
    this.rows.at(-1).input.focus();
  }

  draw() {
    super.draw();
    write(this.adding, this.page.t("add_text"));
    this.adding.hidden = !this.state.open || this.rows.length >= this.left;
    for (const { input } of this.rows) grow(input);
  }

  sendLabel() {
    const n = this.typed.length;
    return n > 1 ? this.page.t("send_texts", { n }) : super.sendLabel();
  }

  // A line break is a part of the answer; with the control key, Enter sends.
  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.submit();
  }

  kept() {
    this.added = 0;
    super.kept();
  }
}

// As high as what is in it, where the style sheet cannot say so.
/** @param {HTMLElement} input */
function grow(input) {
  if (CSS.supports("field-sizing", "content")) return;
  input.style.height = "auto";
  if (input.scrollHeight) input.style.height = `${input.scrollHeight + 4}px`;
}
