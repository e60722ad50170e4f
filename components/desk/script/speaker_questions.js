/** The questions to the speaker: each row is kept by its question, so that no update takes the focus. */
class SpeakerQuestionsPart {
  /** @param {Find} find  @param {DeskApi.Context} desk */
  constructor(find, desk) {
    this.pane = find(".speaker-questions");
    this.desk = desk;
    /** @type {Map<number, { row: HTMLElement, group: PressGroup }>} */
    this.rows = new Map();
  }

  /** @param {DeskApi.State} state */
  draw({ speaker_questions: part, rev }) {
    this.pane.hidden = !part;
    if (!part) return;
    setText(this.pane.querySelector("h2"), part.title);
    setText(this.pane.querySelector(".help"), part.note);
    this.drawRows(part.questions, rev);
  }

  /** @param {DeskApi.SpeakerQuestion[]} questions  @param {number} rev */
  drawRows(questions, rev) {
    const list = this.pane.querySelector("ul");
    const ids = new Set(questions.map(({ id }) => id));
    for (const [id, { row }] of this.rows) {
      if (ids.has(id)) continue;
      row.remove();
      this.rows.delete(id);
    }
    questions.forEach((question, place) => {
      const { row } = this.drawRow(question, rev);
      if (list.children[place] !== row) moveRow(list, row, place);
    });
  }

  /** @param {DeskApi.SpeakerQuestion} question  @param {number} rev */
  drawRow({ id, text, votes, state, label, buttons }, rev) {
    const kept = this.rows.get(id) ?? this.newRow(id);
    const [words, figures] = kept.row.children;
    setText(words, text);
    setText(figures.firstElementChild, label);
    setText(figures.lastElementChild, votes);
    setAttribute(kept.row, "data-state", state);
    kept.group.draw({ label: "", buttons }, rev);
    setAttribute(kept.group.row, "role", "group");
    setAttribute(kept.group.row, "aria-label", text);
    return kept;
  }

  /** @param {number} id */
  newRow(id) {
    const presses = element("div");
    const row = element("li", {}, element("p", { className: "words", translate: false }),
      element("p", { className: "figures" }, element("b"), element("span")), presses);
    const kept = { row, group: new PressGroup(presses, this.desk, "row") };
    this.rows.set(id, kept);
    return kept;
  }
}

/** Puts the row at its place; a focus in it stays there. @param {HTMLElement} list  @param {HTMLElement} row  @param {number} place */
function moveRow(list, row, place) {
  const { activeElement } = /** @type {Document | ShadowRoot} */ (list.getRootNode());
  const focused = row.contains(activeElement) ? /** @type {HTMLElement} */ (activeElement) : null;
  list.insertBefore(row, list.children[place] ?? null);
  focused?.focus({ preventScroll: true });
}
