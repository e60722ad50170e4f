/** Which answers are listed: all, those in no theme, or those that wait; and those that hold what is searched for. */
class SortingFilters {
  /** @param {Find} find  @param {() => void} onChange */
  constructor(find, onChange) {
    this.group = find(".filters");
    this.search = find(".narrow .search");
    this.input = /** @type {HTMLInputElement} */ (find(".narrow input"));
    /** @type {Sorting.Filter} */
    this.chosen = "all";
    this.buttons = new Map(["all", "none", "waiting"].map((name) => [name, element("button", { type: "button", className: "chip" })]));
    for (const [name, button] of this.buttons) {
      button.dataset.filter = name;
      button.addEventListener("click", () => {
        this.chosen = /** @type {Sorting.Filter} */ (name);
        onChange();
      });
    }
    this.group.append(...this.buttons.values());
    this.input.addEventListener("input", onChange);
  }

  /** @param {Sorting.Entry[]} entries  @param {SortingMoves} moves  @param {DeskTexts} texts */
  chosenOf(entries, moves, texts) {
    const query = texts.folded(this.input.value).trim();
    return entries.filter((entry) => {
      if (query && !texts.folded(entry.text).includes(query)) return false;
      if (this.chosen === "waiting") return entry.waiting;
      return this.chosen === "all" || moves.themeOf(entry) === null;
    });
  }

  /** @param {Sorting.Entry[]} entries  @param {SortingMoves} moves  @param {DeskTexts} texts */
  draw(entries, moves, texts) {
    const counts = {
      all: entries.length,
      none: entries.filter((entry) => moves.themeOf(entry) === null).length,
      waiting: entries.filter((entry) => entry.waiting).length,
    };
    setAttribute(this.group, "aria-label", texts.say("filter"));
    setText(this.search.querySelector("span"), texts.say("search"));
    for (const [name, button] of this.buttons) {
      const n = counts[/** @type {Sorting.Filter} */ (name)];
      setText(button, texts.say(`filters.${name}`, { n }));
      setAttribute(button, "aria-pressed", String(this.chosen === name));
      button.hidden = name === "waiting" && !n && this.chosen !== name;
    }
  }
}
