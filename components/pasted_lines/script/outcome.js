/** What comes out of the lines: a row a question, and between them what became nothing. */
class OutcomeList {
  /** @param {Find} find  @param {LinesPage} page */
  constructor(find, page) {
    this.list = find(".outcome ol");
    this.nothing = find(".nothing");
    this.page = page;
  }

  /** @param {Api.PastedLines} lines */
  draw({ questions, leftovers, forms }) {
    const place = this.focused();
    const rows = [
      ...questions.map((question, index) => ({ line: question.line, row: this.question(question, index + 1, forms) })),
      ...leftovers.map((leftover) => ({ line: leftover.line, row: this.leftover(leftover) })),
    ];
    rows.sort((first, second) => first.line - second.line);
    this.list.replaceChildren(...rows.map(({ row }) => row));
    this.nothing.hidden = rows.length > 0;
    if (place !== null) this.refocus(place);
  }

  /** The line whose choice has the focus. */
  focused() {
    const active = /** @type {ShadowRoot | Document} */ (this.list.getRootNode()).activeElement;
    return this.list.contains(active) ? (/** @type {HTMLElement} */ (active).dataset.line ?? null) : null;
  }

  /** @param {string} line */
  refocus(line) {
    const controls = /** @type {HTMLElement[]} */ ([...this.list.querySelectorAll("[data-line]")]);
    (controls.find((control) => control.dataset.line === line) ?? controls[0] ?? this.page.field).focus();
  }

  /** @param {Api.PastedLines["questions"][number]} question  @param {number} number  @param {Api.PastedLines["forms"]} forms */
  question({ line, question, form, becomes, picture, notes }, number, forms) {
    const { page } = this;
    const choice = element("select", {}, ...forms.map(({ value, label }) => element("option", { value, selected: value === form }, label)));
    choice.setAttribute("aria-label", page.text("paste.kind_of", { question }));
    choice.dataset.line = String(line);
    choice.addEventListener("change", () => page.change(line, choice.value));
    const words = element("span", { className: "words" }, element("b", {}, question), element("span", {}, becomes));
    for (const note of notes) words.append(element("span", { className: "remark" }, icon("warning"), note));
    const drawing = element("img", { src: `${page.base}/assets/svg/${picture}`, alt: "", width: 48, height: 48 });
    return element("li", { className: "got" }, element("i", { className: "number" }, String(number)), drawing, words, choice);
  }

  /** @param {Api.PastedLines["leftovers"][number]} leftover */
  leftover({ line, sentence }) {
    const { page } = this;
    const button = element("button", { type: "button", className: "btn" }, page.text("paste.leave_out"));
    button.dataset.line = String(line);
    button.setAttribute("aria-label", `${page.text("paste.leave_out")}: ${page.text("paste.line", { n: line })} ${sentence}`);
    button.addEventListener("click", () => page.change(line, null));
    const words = element("span", {}, element("b", {}, page.text("paste.line", { n: line })), ` ${sentence}`);
    return element("li", { className: "note" }, icon("warning"), words, button);
  }
}
