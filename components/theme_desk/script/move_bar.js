/** More themes than these are told by their numbers alone. */
const NAMED_IN_BAR = 5;

/** The bar under the answers: how many are chosen, and a button for each theme that they can go to. */
class MoveBar {
  /** @param {Find} find  @param {(theme: string | null) => void} onMove  @param {() => void} onClear */
  constructor(find, onMove, onClear) {
    this.node = find(".move");
    this.label = find(".move > b");
    this.into = find(".into");
    this.clear = find(".move .clear");
    this.onMove = onMove;
    this.clear.addEventListener("click", onClear);
  }

  /** @param {Sorting.Theme[]} themes  @param {number} chosen  @param {DeskTexts} texts */
  draw(themes, chosen, texts) {
    this.node.hidden = themes.length === 0;
    this.node.classList.toggle("many", themes.length > NAMED_IN_BAR);
    setText(this.label, texts.say(chosen ? "chosen" : "choose_first", { n: chosen }));
    setAttribute(this.into, "aria-label", texts.say("move"));
    const all = [...themes, null];
    while (this.into.children.length > all.length) this.into.lastElementChild.remove();
    while (this.into.children.length < all.length) this.into.append(this.newButton());
    all.forEach((theme, place) => this.drawButton(/** @type {HTMLButtonElement} */ (this.into.children[place]), theme, place, texts));
    for (const button of this.into.children) setAttribute(button, "aria-disabled", chosen ? null : "true");
    this.clear.hidden = chosen === 0;
    setText(this.clear, "×");
    setAttribute(this.clear, "aria-label", texts.say("clear"));
  }

  newButton() {
    const button = element("button", { type: "button" }, element("i"), element("span"));
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-disabled") !== "true") this.onMove(button.dataset.theme || null);
    });
    return button;
  }

  /** @param {HTMLButtonElement} button  @param {Sorting.Theme | null} theme  @param {number} place  @param {DeskTexts} texts */
  drawButton(button, theme, place, texts) {
    button.dataset.theme = theme?.id ?? "";
    drawSeed(/** @type {HTMLElement} */ (button.firstElementChild), theme ? place + 1 : 0);
    const name = theme?.label ?? texts.say("take_out");
    setText(button.lastElementChild, name.split(" ", 1)[0]);
    setAttribute(button, "title", name);
    setAttribute(button, "aria-label", name);
  }
}
