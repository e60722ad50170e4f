/** The languages of the workshop: a box each, and which of them is its own. @implements {EditorApi.FieldPart} */
class LanguagesField {
  /** @param {EditorApi.Field} field  @param {EditorApi.FormContext} form */
  constructor(field, form) {
    this.form = form;
    this.boxes = (field.choices ?? []).map(({ value, label }) => this.newBox(value, label));
    this.own = new ChoiceControl("", (lang) => this.save([lang, ...this.chosen.filter((other) => other !== lang)]));
    const name = element("label", { htmlFor: this.own.control.id }, form.texts.at("details.own_language"));
    this.first = element("div", { className: "own" }, name, this.own.node);
    const boxes = element("div", { className: "boxes" }, ...this.boxes.map(({ node }) => node));
    this.frame = new FieldFrame(field, form, element("div", {}, boxes, this.first), null);
    this.node = this.frame.node;
    /** @type {string[]} */
    this.chosen = [];
  }

  /** @param {string} lang  @param {string} label */
  newBox(lang, label) {
    const box = element("input", { type: "checkbox" });
    box.addEventListener("change", () => this.save(box.checked ? [...this.chosen, lang] : this.chosen.filter((other) => other !== lang)));
    return { lang, label, box, node: element("label", {}, box, element("span", {}, label)) };
  }

  /** @param {string[] | undefined} value  @param {EditorApi.Path} path */
  draw(value, path) {
    this.path = path;
    this.chosen = value ?? [];
    this.form.register(path, this);
    this.frame.faults.draw(this.form.findingsAt(path, true));
    for (const { lang, box } of this.boxes) {
      box.checked = this.chosen.includes(lang);
      box.disabled = box.checked && this.chosen.length === 1;
    }
    const own = this.boxes.filter(({ lang }) => this.chosen.includes(lang));
    this.own.draw(own.map(({ lang, label }) => ({ value: lang, label })), this.chosen[0] ?? "");
    this.first.hidden = this.chosen.length < 2;
  }

  /** @param {string[]} languages */
  save(languages) {
    this.form.change([{ op: "set", path: this.path, value: languages }]);
  }

  focusOn() {
    this.boxes[0].box.focus();
  }
}
registerField("languages", LanguagesField);
