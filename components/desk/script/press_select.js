/** A choice that is made seldom: a list under its label, whose options are the buttons of a group. */
class PressSelect {
  /** @param {HTMLElement} node  @param {DeskApi.Context} desk */
  constructor(node, desk) {
    this.desk = desk;
    this.node = node;
    this.label = element("span", { className: "label" });
    this.select = element("select");
    this.note = element("p", { role: "status" });
    node.append(element("label", {}, this.label, this.select), this.note);
    /** @type {DeskApi.Button[]} */
    this.buttons = [];
    this.rev = 0;
    this.isSent = false;
    this.select.addEventListener("change", () => this.press());
  }

  /** @param {DeskApi.Group | null} group  @param {number} rev */
  draw(group, rev) {
    this.node.hidden = !group;
    if (!group) return;
    this.buttons = group.buttons;
    this.rev = rev;
    setText(this.label, group.label);
    const { options } = this.select;
    while (options.length > group.buttons.length) options.remove(options.length - 1);
    while (options.length < group.buttons.length) options.add(new Option());
    group.buttons.forEach(({ label }, place) => setText(options[place], label));
    if (!this.isSent) this.choose();
  }

  /** What is so at the server. */
  choose() {
    this.select.selectedIndex = this.buttons.findIndex(({ chosen }) => chosen);
  }

  press() {
    const { action, arguments: values } = this.buttons[this.select.selectedIndex];
    setText(this.note, "");
    this.isSent = this.desk.queue.add({ action, arguments: values, rev: this.rev }, {
      failed: (message) => {
        setText(this.note, message);
        this.isSent = false;
        this.choose();
      },
      settled: () => (this.isSent = false),
    });
    if (!this.isSent) this.choose();
  }
}
