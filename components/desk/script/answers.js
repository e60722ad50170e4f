/** The answers to what is on: the list of words, options with their people, or a sentence. */
class AnswersPart {
  /** @param {Find} find  @param {DeskWords} words */
  constructor(find, words) {
    this.find = find;
    this.words = words;
  }

  /** @param {DeskApi.State} state */
  draw(state) {
    const { answers } = state;
    this.find(".answers").hidden = !answers;
    this.words.draw(state);
    if (!answers) return;
    setText(this.find(".answers h2"), answers.title);
    setText(this.find(".answers > .help"), answers.note);
    this.drawOptions(answers.options);
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
