/** Buttons under one label, with the sentence of a press that was not done beside them. */
class PressGroup {
  /**
   * `look` is how they are laid out: row, segments, column.
   * @param {HTMLElement} node
   * @param {DeskApi.Context} desk
   * @param {string} look
   */
  constructor(node, desk, look) {
    this.desk = desk;
    this.node = node;
    this.label = element("span", { className: "label" });
    this.row = element("div", { className: `row ${look}` });
    this.note = element("p", { role: "status" });
    node.append(this.label, element("div", { className: "presses" }, this.row, this.note));
    /** @type {HTMLButtonElement[]} */
    this.buttons = [];
    /** @type {Map<HTMLButtonElement, Intent>} */
    this.intents = new Map();
  }

  /**
   * Draws the group for a revision, or hides it where there is none.
   * @param {DeskApi.Group | null} group
   * @param {number} rev
   */
  draw(group, rev) {
    this.node.hidden = !group;
    if (!group) return;
    setText(this.label, group.label);
    setAttribute(this.row, "role", group.label ? "group" : null);
    setAttribute(this.row, "aria-label", group.label || null);
    while (this.buttons.length > group.buttons.length) this.drop(this.buttons.pop());
    while (this.buttons.length < group.buttons.length) this.add();
    group.buttons.forEach((data, place) => this.drawButton(this.buttons[place], data, rev));
  }

  add() {
    const button = newPressButton((pressed) => this.press(pressed, this.intents.get(pressed)));
    const last = this.buttons.at(-1);
    this.row.insertBefore(button, last ? last.nextSibling : this.row.firstChild); // what else stands in the row is last
    this.buttons.push(button);
  }

  /** A focus on a button that leaves goes to the one before it. @param {HTMLButtonElement} button */
  drop(button) {
    const root = /** @type {Document | ShadowRoot} */ (button.getRootNode());
    if (root.activeElement === button) this.buttons.at(-1)?.focus({ preventScroll: true });
    this.intents.delete(button);
    button.remove();
  }

  /** @param {HTMLButtonElement} button  @param {DeskApi.Button} data  @param {number} rev */
  drawButton(button, data, rev) {
    this.intents.set(button, { action: data.action, arguments: data.arguments, rev });
    drawPressButton(button, data);
    if (data.picture) this.drawPicture(button, data.picture);
    if (data.minutes !== undefined) this.drawMinutes(button, data.minutes);
  }

  /** @param {HTMLButtonElement} button  @param {string} address */
  drawPicture(button, address) {
    const picture = button.querySelector("img") ?? element("img", { alt: "", width: 40, height: 40 });
    setAttribute(picture, "src", address);
    if (!picture.parentNode) button.prepend(picture);
  }

  /** @param {HTMLButtonElement} button  @param {string} minutes */
  drawMinutes(button, minutes) {
    const planned = button.querySelector(".minutes") ?? element("span", { className: "minutes" });
    setText(planned, minutes);
    if (!planned.parentNode) button.append(planned);
  }

  /** @param {HTMLButtonElement} button  @param {Intent} intent */
  press(button, intent) {
    setText(this.note, "");
    const isSent = this.desk.queue.add(intent, {
      failed: (message) => setText(this.note, message),
      settled: () => setAttribute(button, "aria-busy", null),
    });
    if (isSent) setAttribute(button, "aria-busy", "true");
  }
}
