// A list that was typed into one field: its words, and the question whether they are sent one by one.

// Stands for the comma of a decimal number, which parts nothing.
const DECIMAL_COMMA = "\u001c";

/** The words of a list; one where the text is no list. @param {string} text */
const listedWords = (text) => unique(text.replace(/(\d),(?=\d)/g, `$1${DECIMAL_COMMA}`).split(/[,;]/)
  .map((part) => cleaned(part.split(DECIMAL_COMMA).join(","))).filter((part) => /[\p{L}\p{N}\p{S}]/u.test(part)));

class WordListQuestion {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.title = element("p", { id: "word-list" });
    this.words = element("ul", { className: "listed" });
    this.words.translate = false;
    this.several = element("button", { type: "button", className: "btn" });
    this.single = element("button", { type: "button", className: "btn second", textContent: page.t("list_single") });
    this.node = element("div", { className: "word-list", role: "group", hidden: true },
      this.title, this.words, element("div", { className: "buttons" }, this.several, this.single));
    this.node.setAttribute("aria-labelledby", this.title.id);
  }

  /** @param {string[]} words  @param {(isSeveral: boolean) => void} answer */
  ask(words, answer) {
    const { page, node } = this;
    const n = words.length;
    write(this.title, page.t(`list_${n}`));
    this.words.replaceChildren(...words.map((word) => element("li", { textContent: word })));
    write(this.several, page.t("list_several", { n }));
    this.several.onclick = () => answer(true);
    this.single.onclick = () => answer(false);
    node.hidden = false;
    this.several.focus();
  }

  close() { this.node.hidden = true; }
}
