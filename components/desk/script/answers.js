/** The answers to what is on: the list of words, options with their people, statements with their steps, or a sentence. */
class AnswersPart {
  /** @param {Find} find  @param {DeskWords} words  @param {DeskApi.Context} desk */
  constructor(find, words, desk) {
    this.find = find;
    this.words = words;
    this.order = new PressGroup(find(".order"), desk, "segments pairs");
  }

  /** @param {DeskApi.State} state */
  draw(state) {
    const { answers } = state;
    this.find(".answers").hidden = !answers;
    this.words.draw(state);
    if (!answers) return;
    setText(this.find(".answers h2"), answers.title);
    setText(this.find(".answers > .help"), answers.note);
    this.order.draw(answers.order, state.rev);
    this.drawOptions(answers.options);
    this.drawStatements(answers.statements);
  }

  /** @param {DeskApi.Answers["statements"]} statements */
  drawStatements(statements) {
    const list = this.find(".statements");
    list.hidden = statements.length === 0;
    while (list.children.length > statements.length) list.lastElementChild.remove();
    while (list.children.length < statements.length) {
      list.append(element("li", {}, element("b"), element("span", { className: "parts", "aria-hidden": "true" }), element("span"), element("span")));
    }
    statements.forEach(({ label, percents, figures, summary }, place) => {
      const [title, parts, counts, middle] = list.children[place].children;
      setText(title, label);
      setText(counts, figures);
      setText(middle, summary);
      while (parts.children.length > percents.length) parts.lastElementChild.remove();
      while (parts.children.length < percents.length) parts.append(element("i"));
      percents.forEach((percent, step) => {
        const part = /** @type {HTMLElement} */ (parts.children[step]);
        setAttribute(part, "class", stepClass(percents.length, step));
        part.style.flexGrow = String(percent);
        part.hidden = !percent;
      });
    });
  }

  /** @param {DeskApi.Answers["options"]} options */
  drawOptions(options) {
    const list = this.find(".options");
    list.hidden = options.length === 0;
    while (list.children.length > options.length) list.lastElementChild.remove();
    while (list.children.length < options.length) list.append(element("li", {}, element("span"), element("b"), element("i"), element("small")));
    options.forEach(({ label, count, percent, detail }, place) => {
      const row = list.children[place];
      setText(row.querySelector("span"), label);
      setText(row.querySelector("b"), String(count));
      row.querySelector("i").style.inlineSize = `${percent}%`;
      setText(row.querySelector("small"), detail);
    });
  }
}
