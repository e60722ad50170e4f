/** Begins a part that a workshop may lack, says what it is for, and takes it away again. */
class PartSwitch {
  /** @param {Editor} editor */
  constructor(editor) {
    this.editor = editor;
    this.about = element("p");
    this.beginning = element("button", { type: "button", className: "button go" }, icon("add"), element("span"));
    this.beginning.addEventListener("click", () => this.begin());
    this.ending = element("button", { type: "button", className: "button" }, icon("remove"), element("span"));
    this.ending.addEventListener("click", () => this.end());
    this.node = element("div", { className: "part-switch" }, this.about, this.beginning, this.ending);
  }

  /** @returns {EditorApi.Part} */
  get part() { return this.editor.part; }

  get changes() { return this.editor.draft.state?.part_changes?.[this.part]; }

  draw() {
    const { texts, draft } = this.editor;
    this.node.hidden = !this.changes || this.part === "examples";
    if (this.node.hidden) return;
    const isThere = Boolean(valueAt(draft.document, PART_ROOTS[this.part]));
    setText(this.about, texts.at(`${this.part}.about`));
    setText(this.beginning.lastElementChild, texts.at(`${this.part}.begin`));
    setText(this.ending.lastElementChild, texts.at(`${this.part}.remove`));
    this.about.hidden = isThere;
    this.beginning.hidden = isThere;
    this.ending.hidden = !isThere;
  }

  begin() {
    this.editor.draft.change(this.changes.begin);
    this.editor.form.focusFirst();
  }

  end() {
    const { draft, toast, texts, form } = this.editor;
    draft.change(this.changes.end);
    form.title.focus();
    toast.show(texts.at("part_removed"), () => draft.step("undo"));
  }
}
