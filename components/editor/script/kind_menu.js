/** The kinds of questions with their pictures, to choose one from. */
class KindMenu {
  /** @param {HTMLDialogElement} dialog  @param {EditorApi.FormHost} editor */
  constructor(dialog, editor) {
    this.dialog = dialog;
    this.editor = editor;
    this.title = element("h2", { id: "editor-kinds-title" });
    this.list = element("ul");
    dialog.setAttribute("aria-labelledby", "editor-kinds-title");
    this.other = element("button", { type: "button", className: "other", hidden: true });
    dialog.append(element("div", { className: "head" }, this.title, iconButton("close", editor.texts.say("close"), () => dialog.close())), this.list, this.other);
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    dialog.addEventListener("close", () => this.closed());
    dialog.addEventListener("keydown", (event) => event.stopPropagation());
    moveByArrows(this.list, "button");
    /** @type {HTMLElement | null} */
    this.opener = null;
    /** @type {(() => void) | null} */
    this.afterClose = null;
  }

  /**
   * @param {string} title
   * @param {string | null} current the kind that is not offered
   * @param {HTMLElement} opener what gets the focus when nothing is chosen
   * @param {(kind: EditorApi.Kind) => void} onChoice
   * @param {{ label: string, open(): void } | null} [other] another way, below the kinds
   */
  open(title, current, opener, onChoice, other = null) {
    this.opener = opener;
    this.afterClose = null;
    setText(this.title, title);
    const kinds = this.editor.draft.state.kinds.filter(({ kind }) => kind !== current);
    this.list.replaceChildren(...kinds.map((kind) => this.newChoice(kind, onChoice)));
    this.other.hidden = !other;
    if (other) this.other.replaceChildren(icon("lines"), other.label);
    this.other.onclick = () => {
      this.afterClose = () => other.open();
      this.dialog.close();
    };
    this.dialog.showModal();
    this.list.querySelector("button")?.focus();
  }

  /** @param {EditorApi.Kind} kind  @param {(kind: EditorApi.Kind) => void} onChoice */
  newChoice(kind, onChoice) {
    const picture = element("img", { alt: "", width: 64, height: 64, src: kind.picture });
    const about = kind.available ? kind.about : this.editor.texts.say("kind_unavailable");
    const button = element("button", { type: "button" }, picture, element("span", {}, element("b", {}, kind.label), element("small", {}, about)));
    setDisabled(button, !kind.available);
    button.addEventListener("click", () => {
      if (!kind.available) return;
      this.afterClose = () => onChoice(kind);
      this.dialog.close();
    });
    return element("li", {}, button);
  }

  closed() {
    const { afterClose, opener } = this;
    this.afterClose = null;
    if (afterClose) afterClose();
    else opener?.focus();
  }
}
