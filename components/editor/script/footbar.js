/** On a phone, the buttons of the screen that is on: what leads on from it. */
class Footbar {
  /** @param {HTMLElement} node  @param {Editor} editor */
  constructor(node, editor) {
    const { texts } = editor;
    this.editor = editor;
    const add = element("button", { type: "button", className: "button go on-programme" });
    editor.programme.joinAdd(add);
    const start = element("button", { type: "button", className: "button fill on-programme on-part" });
    editor.header.start.join(start);
    const preview = element("button", { type: "button", className: "button on-form" }, icon("phone"), element("span", {}, texts.say("show_preview")));
    preview.addEventListener("click", () => editor.showScreen("preview"));
    this.next = element("button", { type: "button", className: "button on-form" }, element("span", {}, texts.say("next_item")), icon("forward"));
    this.next.addEventListener("click", () => this.goOn());
    const back = element("button", { type: "button", className: "button on-preview" }, icon("back"), element("span", {}, texts.say("back_to_form")));
    back.addEventListener("click", () => editor.showScreen("form"));
    node.append(add, start, preview, this.next, back);
  }

  draw() {
    setDisabled(this.next, this.editor.place >= this.editor.items.length - 1);
  }

  goOn() {
    if (this.next.getAttribute("aria-disabled") === "true") return;
    this.editor.chooseItem(this.editor.place + 1);
    this.editor.form.title.focus();
  }
}
