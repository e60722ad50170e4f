/** The texts of one language: fills `{name}` in, and lets `n` choose where a text has plural forms. */
class DeskTexts {
  /** @param {TextSection} tree  @param {string} lang */
  constructor(tree, lang) {
    this.tree = tree;
    this.lang = lang;
  }

  /**
   * The text at a dotted path; an empty text where nothing stands.
   * @param {string} path
   * @param {Record<string, any>} [values]
   */
  say(path, values = {}) {
    const text = path.split(".").reduce((node, name) => node?.[name], this.tree) ?? "";
    return fill(pluralForm(text, values.n, this.lang), values);
  }

  /** @param {string} text */
  folded(text) {
    return text.normalize("NFC").toLocaleLowerCase(this.lang);
  }
}

/**
 * A button's visible words and, where they would not do alone, what a screen reader says.
 * @param {HTMLElement} button
 * @param {string} text
 * @param {string | null} [spoken]
 */
function setButton(button, text, spoken = null) {
  setText(button, text);
  setAttribute(button, "aria-label", spoken);
  button.hidden = text === "";
}
