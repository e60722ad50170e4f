/** What stands on the main button of a row, by its state. @param {Desk.RowView} values */
function mainChoice({ group, entry, merging, failed }) {
  if (merging === "target") return "join_here";
  if (failed) return "again";
  if (group === "waiting") return "approve";
  return group === "blocked" || entry.hidden ? "restore" : "hide";
}

/**
 * The people who gave a word: the bare number to see, a phrase to hear.
 * @param {HTMLElement} node
 * @param {number} count
 * @param {DeskTexts} texts
 */
function drawCount(node, count, texts) {
  setText(node.querySelector(".number"), String(count));
  setText(node.querySelector(".people"), texts.say("people", { n: count }));
}

/** @param {HTMLTemplateElement} template  @param {string} key */
function newForm(template, key) {
  const node = /** @type {HTMLElement} */ (template.content.firstElementChild.cloneNode(true));
  node.dataset.form = key;
  return node;
}

/** One entry of one list; `update` changes only what differs. */
class DeskRow {
  /** @param {Desk.Templates} templates  @param {string} key */
  constructor(templates, key) {
    this.templates = templates;
    this.node = /** @type {HTMLElement} */ (templates.row.content.firstElementChild.cloneNode(true));
    this.node.dataset.key = key;
    this.parts = Object.fromEntries(
      ["word", "text", "state", "count", "side", "main", "note", "suggestions", "panel", "panel-title", "forms", "join"].map((name) => [
        name,
        this.node.querySelector(`.${name}`),
      ]),
    );
    this.forms = new Map();
    /** @type {Map<string, HTMLElement>} */
    this.suggestions = new Map();
    this.drawn = "";
  }

  /**
   * view: entry, group, open, busy, failed, merging (null, "source", "target"), joinable.
   * @param {Desk.RowView} view
   * @param {DeskTexts} texts
   */
  update(view, texts) {
    this.node.inert = false;
    this.node.classList.remove("gone");
    const drawn = JSON.stringify(view);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    this._drawState(view, texts);
    this._drawWord(view, texts);
    this._drawChoices(view, texts);
    this._drawSuggestions(view, texts);
    this._drawPanel(view, texts);
  }

  /** The entry has left this list while a hand was on it: the place stays, the row cannot be pressed. */
  leave() {
    this.node.inert = true;
    this.node.classList.add("gone");
  }

  /** @param {Desk.RowView} values  @param {DeskTexts} texts */
  _drawState({ entry, busy, failed, merging }, texts) {
    this.node.classList.toggle("hidden-word", entry.hidden);
    this.node.classList.toggle("source", merging === "source");
    setAttribute(this.node, "aria-busy", busy ? "true" : null);
    for (const button of [this.parts.main, this.parts.side, this.parts.join]) {
      setAttribute(button, "aria-disabled", busy ? "true" : null);
    }
    setText(this.parts.note, failed ? texts.say("not_saved") : "");
    this.parts.note.hidden = !failed;
  }

  /** @param {Desk.RowView} values  @param {DeskTexts} texts */
  _drawWord({ entry, open }, texts) {
    setText(this.parts.text, entry.text);
    setText(this.parts.state, entry.hidden ? texts.say("hidden") : "");
    if (this.parts.word.matches("button")) setAttribute(this.parts.word, "aria-expanded", String(open));
    drawCount(this.parts.count, entry.count, texts);
    // A text is nearly always one person's.
    this.parts.count.hidden = !this.parts.word.matches("button") && entry.count === 1;
  }

  /** @param {Desk.RowView} view  @param {DeskTexts} texts */
  _drawChoices(view, texts) {
    const word = view.entry.text;
    const choice = mainChoice(view);
    this.parts.main.dataset.choice = choice;
    const shown = view.merging === "source" ? "" : texts.say(choice);
    setButton(this.parts.main, shown, texts.say("spoken", { choice: shown, word }));
    const rejects = view.group === "waiting" && !view.merging && !view.failed;
    const reject = rejects ? texts.say("hide") : "";
    setButton(this.parts.side, reject, texts.say("spoken", { choice: reject, word }));
  }

  /** @param {Desk.RowView} values  @param {DeskTexts} texts */
  _drawSuggestions({ entry, group, busy, merging }, texts) {
    const suggestions = group === "blocked" || merging ? [] : entry.suggestions ?? [];
    this.parts.suggestions.hidden = !suggestions.length;
    const nodes = suggestions.map((form) => {
      const node = this.suggestions.get(form.key) ?? newForm(this.templates.suggestion, form.key);
      setText(node.querySelector(".text"), texts.say("suggestion", { word: form.text, n: form.count }));
      for (const choice of ["keep", "apart"]) {
        const button = node.querySelector(`.${choice}`);
        const shown = texts.say(choice);
        setButton(button, shown, texts.say("spoken", { choice: shown, word: form.text }));
        setAttribute(button, "aria-disabled", busy ? "true" : null);
      }
      return node;
    });
    this.suggestions = new Map(nodes.map((node) => [node.dataset.form, node]));
    putInOrder(this.parts.suggestions, nodes);
  }

  /** @param {Desk.RowView} view  @param {DeskTexts} texts */
  _drawPanel(view, texts) {
    this.parts.panel.hidden = !view.open;
    if (!view.open) return;
    setText(this.parts["panel-title"], texts.say("forms"));
    this._drawForms(view, texts);
    const join = texts.say(view.merging === "source" ? "cancel" : "join");
    setButton(this.parts.join, view.joinable ? join : "", texts.say("spoken", { choice: join, word: view.entry.text }));
  }

  /** @param {Desk.RowView} values  @param {DeskTexts} texts */
  _drawForms({ entry, group, busy, merging }, texts) {
    const separable = entry.forms.length > 1 && group !== "blocked" && !merging;
    const nodes = entry.forms.map((form) => {
      const node = this.forms.get(form.key) ?? newForm(this.templates.form, form.key);
      setText(node.querySelector(".text"), form.text);
      drawCount(node.querySelector(".count"), form.count, texts);
      const apart = node.querySelector(".apart");
      const choice = texts.say("apart");
      setButton(apart, separable ? choice : "", texts.say("spoken", { choice, word: form.text }));
      setAttribute(apart, "aria-disabled", busy ? "true" : null);
      return node;
    });
    this.forms = new Map(nodes.map((node) => [node.dataset.form, node]));
    putInOrder(this.parts.forms, nodes);
  }
}
