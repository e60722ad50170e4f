// The same examples as words: every number of the map with its name and its place.
class List {
  /** @param {HTMLElement} element  @param {FinlandMap.Data} data  @param {FinlandMap.Actions} act */
  constructor(element, data, act) {
    this.element = element;
    this.rows = new Map(data.examples.map((example) => [example.id, this._row(example, act)]));
    element.querySelector("ol").append(...this.rows.values());
  }

  /** @param {Board} board */
  update(board) {
    setText(this.element.querySelector("h2"), board.texts.counted);
    const none = this.element.querySelector(".none");
    setText(none, board.texts.none);
    none.hidden = board.shown().length > 0;
    for (const example of board.examples) {
      const row = this.rows.get(example.id);
      row.hidden = !example.shown;
      row.classList.toggle("near", example.id === board.near);
      row.firstElementChild.setAttribute("aria-pressed", String(example.id === board.chosen));
    }
  }

  /** @param {FinlandMap.Example} example  @param {FinlandMap.Actions} act */
  _row(example, act) {
    const names = element("span", { className: "names" }, element("span", { className: "title" }, example.title), element("span", { className: "place" }, example.place));
    const number = element("span", { className: "reader" }, `${example.number}. `);
    const button = element("button", {}, drawMarkAlone(example.kind, example.number), number, names);
    button.type = "button";
    button.addEventListener("click", () => act.choose(example.id));
    button.addEventListener("pointerenter", () => act.near(example.id));
    button.addEventListener("pointerleave", () => act.near(null));
    return element("li", {}, button);
  }
}
