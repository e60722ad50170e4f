/** The time that is left by the plan, the speaker's note, other open desks, and one line of health. */
class OverviewPart {
  /** @param {Find} find */
  constructor(find) {
    this.find = find;
  }

  /** @param {DeskApi.State} state */
  draw({ overview }) {
    if (!overview) return;
    setText(this.find(".plan"), overview.item);
    this.drawBudget(overview);
    const note = this.find(".speaker-note");
    note.hidden = !overview.note;
    setText(note.querySelector("summary"), overview.note_title);
    setText(note.querySelector("p"), overview.note);
    setText(this.find(".health"), [overview.health, overview.desks].filter(Boolean).join(" · "));
    this.find(".health").classList.toggle("ill", !overview.is_well);
  }

  /** What is left of the programme: in words, and as a bar of its planned time. @param {DeskApi.Overview} overview */
  drawBudget({ programme, share }) {
    const budget = this.find(".budget");
    budget.hidden = !programme;
    setText(budget.querySelector("p"), programme);
    budget.querySelector("i").style.inlineSize = `${Math.round((share ?? 0) * 100)}%`;
  }
}
