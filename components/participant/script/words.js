// Words: as many fields as answers are left, each of one line.

class WordsView extends WrittenView {
  below() {
    this.question = new WordListQuestion(this.page);
    // Texts that are one answer, whatever stands between their words.
    this.whole = new Set();
    return [this.question.node];
  }

  changed() {
    this.question.close();
    super.changed();
  }

  submit() {
    const row = this.isClosed() ? null : this.typed.find((typed) => !typed.sending && this.fits(typed));
    if (!row) return super.submit();
    const words = listedWords(row.word);
    this.question.ask(words, (isSeveral) => {
      if (isSeveral) this.part(row, words);
      else this.whole.add(row.word);
      this.question.close();
      this.submit();
    });
  }

  // Whether a list was typed, and there is a field for each of its words.
  /** @param {Participant.WrittenRow} row */
  fits({ word }) {
    const { length } = listedWords(word);
    return length > 1 && !this.whole.has(word) && this.typed.length - 1 + length <= this.rows.length;
  }

  /** @param {Participant.WrittenRow} row  @param {string[]} words */
  part(row, words) {
    const places = [row, ...this.rows.filter((other) => !other.word)];
    words.forEach((word, place) => { places[place].input.value = word; });
    this.changed();
  }

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
