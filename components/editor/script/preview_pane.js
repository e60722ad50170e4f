/** The preview beside the form: in which language and theme, and the views themselves. */
class PreviewPane {
  /** @param {HTMLElement} node  @param {Editor} editor */
  constructor(node, editor) {
    const { texts } = editor;
    this.node = node;
    this.editor = editor;
    this.lang = "";
    this.theme = themeOf(node);
    setAttribute(node, "aria-label", texts.say("preview"));
    this.languages = element("div", { className: "segments", role: "group", ariaLabel: texts.say("preview_language") });
    this.themes = element("div", { className: "segments", role: "group", ariaLabel: texts.say("preview_theme") });
    for (const theme of ["light", "dark"]) {
      const button = iconButton(theme, texts.say(`themes.${theme}`), () => this.choose({ theme }), "segment");
      button.dataset.theme = theme;
      this.themes.append(button);
    }
    this.views = element("div", { className: "views" });
    const back = element("button", { type: "button", className: "button between" }, icon("back"), element("span", {}, texts.say("back_to_form")));
    back.addEventListener("click", () => editor.showScreen("form"));
    node.append(element("h2", {}, texts.say("preview"), back), element("div", { className: "controls" }, this.languages, this.themes), this.views);
    /** @type {EditorApi.Preview | null} */
    this.preview = null;
    this.shown = "";
  }

  /** @param {{ lang?: string, theme?: string }} choice */
  choose(choice) {
    Object.assign(this, choice);
    this.draw();
  }

  draw() {
    const { draft, item, languages, data, isPreviewed } = this.editor;
    this.node.hidden = !isPreviewed;
    if (!draft.state || !isPreviewed) return;
    if (!languages.includes(this.lang)) this.lang = languages.includes(data.lang) ? data.lang : languages[0];
    this.drawLanguages(languages);
    for (const button of this.themes.querySelectorAll("button")) setAttribute(button, "aria-pressed", String(button.dataset.theme === this.theme));
    const { lang, theme } = this;
    const shown = JSON.stringify([item?.id, lang, theme, draft.state.rev]);
    if (!item?.id || shown === this.shown) return;
    this.shown = shown;
    const { base, workshop } = data;
    this.preview ??= mountPreview(this.views, { base, workshop, lang, theme, texts: data.texts.preview ?? {} });
    this.preview.show({ item: item.id, lang, theme, rev: draft.state.rev });
  }

  /** @param {string[]} languages */
  drawLanguages(languages) {
    if (this.languages.children.length !== languages.length || [...this.languages.children].some((button, place) => button.getAttribute("lang") !== languages[place])) {
      this.languages.replaceChildren(...languages.map((lang) => this.newLanguage(lang)));
    }
    this.languages.hidden = languages.length < 2;
    for (const button of this.languages.children) setAttribute(button, "aria-pressed", String(button.getAttribute("lang") === this.lang));
  }

  /** @param {string} lang */
  newLanguage(lang) {
    const button = element("button", { type: "button", className: "segment", lang }, this.editor.texts.language(lang));
    button.addEventListener("click", () => this.choose({ lang }));
    return button;
  }

  stop() {
    this.preview?.destroy();
  }
}

/** The theme that an element is drawn in. @param {Element} node */
function themeOf(node) {
  const schemes = getComputedStyle(node).colorScheme.split(" ");
  if (schemes.includes("dark") && !schemes.includes("light")) return "dark";
  if (schemes.includes("light") && !schemes.includes("dark")) return "light";
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
