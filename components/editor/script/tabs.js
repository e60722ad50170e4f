/** The parts of the workshop, each with the number of its faults. */
class EditorTabs {
  /** @param {HTMLElement} node  @param {Editor} editor */
  constructor(node, editor) {
    this.node = node;
    this.editor = editor;
    setAttribute(node, "aria-label", editor.texts.say("parts_label"));
    this.tabs = PARTS.map((part) => this.newTab(part));
    node.append(...this.tabs.map(({ button }) => button));
    moveByArrows(node, "[role=tab]", (button) => button.click());
  }

  /** @param {EditorApi.Part} part */
  newTab(part) {
    const faults = element("span", { className: "number", hidden: true });
    const button = element("button", { type: "button", className: "tab", role: "tab", id: `editor-tab-${part}` });
    setAttribute(button, "aria-controls", "editor-panel");
    button.append(element("span", {}, this.editor.texts.say(`parts.${part}`)), faults);
    button.addEventListener("click", () => this.editor.showPart(part));
    return { part, button, faults };
  }

  draw() {
    const { part: chosen, texts } = this.editor;
    const blocking = this.editor.blockingUnder([]);
    for (const { part, button, faults } of this.tabs) {
      const n = blocking.filter(({ path }) => partOf(path) === part).length;
      setAttribute(button, "aria-selected", String(part === chosen));
      button.tabIndex = part === chosen ? 0 : -1;
      faults.hidden = n === 0;
      if (faults.dataset.n === String(n)) continue;
      faults.dataset.n = String(n);
      const spoken = element("span", { className: "unseen" }, texts.say("faults", { n }));
      faults.replaceChildren(icon("fault"), element("span", { ariaHidden: "true" }, String(n)), spoken);
    }
  }
}
