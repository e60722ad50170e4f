/** What stands under the text: a number for each line, and a ground for what became nothing. It wraps as the text does. */
class LinesMirror {
  /** @param {HTMLElement} root  @param {HTMLTextAreaElement} field */
  constructor(root, field) {
    this.root = root;
    this.field = field;
  }

  /** @param {Map<number, number>} questions line to the question's number  @param {Set<number>} leftovers */
  draw(questions, leftovers) {
    const lines = this.field.value.split("\n").map((text, place) => {
      const line = place + 1;
      const number = questions.get(line);
      const kind = number ? "question" : leftovers.has(line) ? "odd" : "";
      return element("p", { className: kind }, element("i", {}, String(number ?? line)), text || "\u200b");
    });
    this.root.replaceChildren(...lines);
  }
}
