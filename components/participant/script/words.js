// Words: as many fields as answers are left, each of one line.

class WordsView extends WrittenView {
  draw() {
    super.draw();
    for (const row of this.rows) row.input.enterKeyHint = this.nextEmpty(row) ? "next" : "send";
  }

  /** @param {Participant.WrittenRow} row */
  nextEmpty(row) { return this.rows.slice(this.rows.indexOf(row) + 1).find(({ word, node }) => !word && !node.hidden); }

  // Enter goes on to the next empty field, and sends where there is none. 229 is an input method's own Enter; a phone's
  // keyboard presses the real one while its word is still being composed, and that word is taken as it stands.
  /** @param {KeyboardEvent} event  @param {Participant.WrittenRow} row */
  pressed(event, row) {
    if (event.key !== "Enter" || event.keyCode === 229) return;
    event.preventDefault();
    const next = this.nextEmpty(row);
    if (next) next.input.focus();
    else this.submit();
  }
}
