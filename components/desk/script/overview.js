/** The time that is left by the plan, the speaker's note, other open desks, and one line of health. */
class OverviewPart {
  /** @param {Find} find */
  constructor(find) {
    this.find = find;
  }

  /** @param {DeskApi.State} state */
  draw({ overview }) {
    if (!overview) return;
    const plan = [overview.item, overview.programme].filter(Boolean).join(" ");
    setText(this.find(".plan"), plan);
    const note = this.find(".speaker-note");
    note.hidden = !overview.note;
    setText(note.querySelector("summary"), overview.note_title);
    setText(note.querySelector("p"), overview.note);
    setText(this.find(".health"), [overview.health, overview.desks].filter(Boolean).join(" · "));
    this.find(".health").classList.toggle("ill", !overview.is_well);
  }
}
