// Everything that is told of the chosen example.
class Card {
  /** @param {HTMLElement} element  @param {FinlandMap.Actions} act */
  constructor(element, act) {
    this.element = element;
    this.act = act;
    this.signature = "";
  }

  /** @param {Board} board */
  update(board) {
    const example = board.chosenExample();
    const signature = JSON.stringify(example ?? [board.texts.choose, board.texts.choose_help]);
    if (this.signature === signature) return;
    this.signature = signature;
    this.element.classList.toggle("empty", !example);
    this.element.replaceChildren(...(example ? this._whole(example, board.texts) : this._hint(board.texts)));
  }

  /** @param {Record<string, string>} texts */
  _hint(texts) {
    return [element("h2", {}, texts.choose), element("p", {}, texts.choose_help)];
  }

  /** @param {FinlandMap.Example} example  @param {Record<string, string>} texts */
  _whole(example, texts) {
    const { card } = example;
    const close = element("button", { className: "close" }, texts.close);
    close.type = "button";
    close.addEventListener("click", () => this.act.choose(""));
    const top = element("div", { className: "top" }, drawMarkAlone(example.kind, example.number), element("p", { className: "place" }, example.place), close);
    const facts = element("dl", {}, ...card.facts.map((fact) => this._fact(fact)));
    const marks = element("ul", { className: "told" }, ...card.marks.map((mark) => this._evidenceMark(mark)));
    /** @type {HTMLElement[]} */
    const parts = [top, element("h2", {}, example.title), element("p", { className: "summary" }, card.summary)];
    const { title, points } = card.practice;
    if (points.length) {
      parts.push(element("h3", {}, title), element("ul", { className: "practice" }, ...points.map((point) => element("li", {}, point))));
    }
    parts.push(facts);
    if (card.marks.length) parts.push(element("h3", {}, card.marks_title), marks);
    if (card.note) parts.push(element("p", { className: "note" }, card.note));
    parts.push(element("div", { className: "links" }, ...card.links.map((link) => this._link(link))));
    return parts;
  }

  /** @param {FinlandMap.Fact} values */
  _fact({ term, items }) {
    const words = items.map((item) => element("li", { className: item.sure ? "" : "unsure" }, item.text));
    return element("div", {}, element("dt", {}, term), element("dd", {}, element("ul", { className: "words" }, ...words)));
  }

  /** @param {FinlandMap.Told} values */
  _evidenceMark({ symbol, name, word }) {
    const sign = element("span", { className: "symbol" }, symbol);
    sign.setAttribute("aria-hidden", "true");
    return element("li", {}, sign, element("span", { className: "name" }, name), element("span", { className: "word" }, word));
  }

  /** @param {FinlandMap.ExampleLink} values */
  _link({ label, href, hint, outside }) {
    const link = element("a", { className: outside ? "outside" : "main" }, label);
    link.href = href;
    if (outside) {
      link.target = "_blank";
      link.rel = "noopener noreferrer";
    }
    if (hint) link.append(element("span", { className: "hint" }, ` (${hint})`));
    return link;
  }
}
