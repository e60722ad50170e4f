/** The answers that are sorted, each a row with a check box; one row at a time is on the way of the Tab key. */
class SortingRows {
  /** @param {HTMLElement} list */
  constructor(list) {
    this.list = list;
    /** @type {Map<string, SortingRow>} */
    this.rows = new Map();
  }

  /** @param {Sorting.RowView[]} views  @param {DeskTexts} texts */
  draw(views, texts) {
    const before = this.rows;
    this.rows = new Map(views.map(({ entry }) => [entry.key, before.get(entry.key) ?? new SortingRow(entry.key)]));
    for (const view of views) this.rows.get(view.entry.key).update(view, texts);
    for (const [key, row] of before) if (!this.rows.has(key)) row.node.remove();
    putInOrder(this.list, [...this.rows.values()].map((row) => row.node));
  }

  /** @param {string} key */
  focus(key) {
    const row = this.rows.get(key);
    row?.box.focus({ preventScroll: true });
    row?.node.scrollIntoView({ block: "nearest" });
  }

  get hasFocus() {
    const root = /** @type {Document | ShadowRoot} */ (this.list.getRootNode());
    return this.list.contains(root.activeElement);
  }
}

/** One answer; `update` changes only what differs. */
class SortingRow {
  /** @param {string} key */
  constructor(key) {
    this.box = element("input", { type: "checkbox" });
    this.text = element("span", { className: "text", dir: "auto", translate: false });
    this.count = element("span", { className: "count" });
    this.state = element("span", { className: "state" });
    this.seed = element("i");
    this.theme = element("span", { className: "in-theme" }, this.seed, element("span"));
    this.offerSeed = element("i");
    this.offer = element("button", { type: "button", className: "offer" }, this.offerSeed, element("b"), element("small"));
    const pick = element("label", { className: "pick" }, this.box, element("span", { className: "said" }, this.text, this.count, this.state));
    this.node = element("li", { draggable: true }, pick, this.theme, this.offer);
    this.node.dataset.key = key;
    this.drawn = "";
  }

  /** @param {Sorting.RowView} view  @param {DeskTexts} texts */
  update(view, texts) {
    this.box.checked = view.chosen;
    const drawn = JSON.stringify(view);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const { entry, number, label, chosen, current, offer } = view;
    setText(this.text, entry.text);
    setText(this.count, entry.count > 1 ? texts.say("people", { n: entry.count }) : "");
    setText(this.state, entry.waiting ? texts.say("waiting") : "");
    this.node.classList.toggle("chosen", chosen);
    this.box.tabIndex = current ? 0 : -1;
    drawSeed(this.seed, number);
    setText(this.theme.lastElementChild, label);
    this.theme.hidden = !number;
    this.drawOffer(offer, current, texts);
  }

  /** @param {Sorting.RowView["offer"]} offer  @param {boolean} current  @param {DeskTexts} texts */
  drawOffer(offer, current, texts) {
    this.offer.hidden = !offer;
    if (!offer) return;
    this.offer.tabIndex = current ? 0 : -1;
    this.offer.dataset.theme = offer.theme;
    drawSeed(this.offerSeed, offer.number);
    setText(this.offer.querySelector("b"), offer.label);
    setText(this.offer.querySelector("small"), texts.say("shared_word", { word: offer.word }));
  }
}
