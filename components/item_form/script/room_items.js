/** The items of a room to choose one from; those that have answers say why they are not edited. */
class RoomItems {
  /** @param {HTMLElement} node  @param {ItemForm.Listed[]} items  @param {(item: ItemForm.Listed) => void} onChoice */
  constructor(node, items, onChoice) {
    this.node = node;
    this.buttons = items.map((item) => this.newButton(item, onChoice));
    node.append(element("ol", {}, ...this.buttons.map((button) => element("li", {}, button))));
  }

  /** @param {ItemForm.Listed} item  @param {(item: ItemForm.Listed) => void} onChoice */
  newButton(item, onChoice) {
    const { title, picture, reason } = item;
    const words = element("span", {}, element("b", {}, title), element("small", {}, reason ?? ""));
    const button = element("button", { type: "button" }, element("img", { alt: "", width: 40, height: 40, src: picture }), words);
    setDisabled(button, Boolean(reason));
    button.addEventListener("click", () => reason || onChoice(item));
    return button;
  }

  /** @param {boolean} isShown */
  show(isShown) {
    this.node.hidden = !isShown;
  }

  focus() {
    this.buttons.find((button) => button.getAttribute("aria-disabled") !== "true")?.focus();
  }
}
