/** How many texts each language lacks; a press goes to the next of them. */
class MissingTexts {
  /** @param {HTMLElement} node  @param {Editor} editor */
  constructor(node, editor) {
    this.node = node;
    this.editor = editor;
    /** @type {Map<string, HTMLButtonElement>} */
    this.buttons = new Map();
    /** @type {Map<string, EditorApi.Path>} by language: where a press went last */
    this.visited = new Map();
  }

  draw() {
    const missing = this.editor.draft.state?.missing ?? {};
    const languages = Object.keys(missing).filter((lang) => missing[lang].length);
    for (const lang of languages) {
      if (!this.buttons.has(lang)) this.buttons.set(lang, this.newButton(lang));
      setText(this.buttons.get(lang).querySelector("span"), this.editor.texts.say(`missing.${lang}`, { n: missing[lang].length }));
    }
    const focused = focusWithin(this.node);
    placeChildren(this.node, languages.map((lang) => this.buttons.get(lang)));
    if (focused && !focused.isConnected) this.editor.focusPanel();
  }

  /** @param {string} lang */
  newButton(lang) {
    const button = element("button", { type: "button", className: "button plain" }, element("i", { className: "gap" }), element("span"));
    button.addEventListener("click", () => this.visitNext(lang));
    return button;
  }

  /** The next in the order of the list after the one that was visited last, from the first again after the last. @param {string} lang */
  visitNext(lang) {
    const paths = this.editor.draft.state.missing[lang] ?? [];
    const last = this.visited.get(lang);
    const place = last ? paths.findIndex((path) => isSamePath(path, last)) : -1;
    const path = paths[(place + 1) % paths.length];
    if (!path) return;
    this.visited.set(lang, path);
    this.editor.goTo(path, lang);
  }
}
