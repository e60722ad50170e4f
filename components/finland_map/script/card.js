// Everything that is told of the chosen example.
class Card {
  constructor(element, act) {
    this.element = element;
    this.act = act;
  }

  update(board) {
    const example = board.chosenExample();
    const signature = JSON.stringify(example ?? [board.texts.choose, board.texts.choose_help]);
    if (this.signature === signature) return;
    this.signature = signature;
    this.element.classList.toggle("empty", !example);
    this.element.replaceChildren(...(example ? this._whole(example, board.texts) : this._hint(board.texts)));
  }

  _hint(texts) {
    return [make("h2", "", texts.choose), make("p", "", texts.choose_help)];
  }

  _whole(example, texts) {
    const { card } = example;
    const close = make("button", "close", texts.close);
    close.type = "button";
    close.addEventListener("click", () => this.act.choose(""));
    const top = make("div", "top", drawMarkAlone(example.kind, example.number), make("p", "place", example.place), close);
    const facts = make("dl", "", ...card.facts.map((fact) => this._fact(fact)));
    const told = make("ul", "told", ...card.marks.map((one) => this._told(one)));
    const parts = [top, make("h2", "", example.title), make("p", "summary", card.summary), facts];
    parts.push(make("h3", "", card.marks_title), told);
    if (card.note) parts.push(make("p", "note", card.note));
    parts.push(make("div", "links", ...card.links.map((link) => this._link(link))));
    return parts;
  }

  _fact({ term, items }) {
    const words = items.map((item) => make("li", item.sure ? "" : "unsure", item.text));
    return make("div", "", make("dt", "", term), make("dd", "", make("ul", "words", ...words)));
  }

  _told({ symbol, name, word }) {
    const sign = make("span", "symbol", symbol);
    sign.setAttribute("aria-hidden", "true");
    return make("li", "", sign, make("span", "name", name), make("span", "word", word));
  }

  _link({ label, href, hint, outside }) {
    const link = make("a", outside ? "outside" : "main", label);
    link.href = href;
    if (outside) {
      link.target = "_blank";
      link.rel = "noopener noreferrer";
    }
    if (hint) link.append(make("span", "hint", ` (${hint})`));
    return link;
  }
}
