/** One question with its options as buttons: pressing one, or its number, answers. */
class QuestionView {
  /** @param {HTMLElement} node  @param {{ onAnswer(option: string): void, onBack(): void }} values */
  constructor(node, { onAnswer, onBack }) {
    this.node = node;
    this.find = finder(node);
    this.isLocked = false;
    this.onAnswer = onAnswer;
    this.find(".back").onclick = onBack;
    // The second press of a double press would answer the next question unseen.
    this.find(".options").onclick = (event) => event.detail > 1 || this.press(/** @type {Element} */ (event.target).closest("button"));
  }

  /** @param {QuizForm.QuestionDrawing} values */
  draw({ question, place, of, chosen, texts }) {
    this.find(".step").textContent = fill(texts.step, { n: place + 1, max: of });
    this.find(".marks").replaceChildren(...Array.from({ length: of }, (_, index) =>
      element("li", { className: index < place ? "done" : index === place ? "now" : "" })));
    this.find("h2").textContent = question.question;
    this.find(".options").replaceChildren(...question.options.map((option, index) => this._option(option, index, chosen)));
    this.find(".keys").textContent = fill(texts.by_number, { n: question.options.length });
    this.find(".back").textContent = texts.back;
    this.find(".back").hidden = place === 0;
  }

  /** @param {Api.Option} values  @param {number} index  @param {string | undefined} chosen */
  _option({ id, label }, index, chosen) {
    const number = element("span", { className: "number", ariaHidden: "true", textContent: index + 1 });
    const button = element("button", { type: "button", className: "option", value: id }, number, element("span", { textContent: label }));
    button.setAttribute("aria-pressed", String(id === chosen));
    return element("li", {}, button);
  }

  /** @param {HTMLButtonElement | null} button */
  press(button) {
    if (!button || this.isLocked) return;
    for (const one of this.node.querySelectorAll(".option")) one.setAttribute("aria-pressed", String(one === button));
    this.onAnswer(button.value);
  }

  /** Number keys work while focus is inside the quiz, and nowhere else on the page. @param {KeyboardEvent} event */
  key(event) {
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
    this.press(/** @type {HTMLButtonElement} */ (this.node.querySelectorAll(".option")[Number(event.key) - 1]));
  }

  /** @param {boolean} isLocked */
  lock(isLocked) {
    this.isLocked = isLocked;
    this.node.classList.toggle("locked", isLocked);
  }

  focus() {
    this.find("h2").focus();
  }
}
