/** The editor's texts in one language: fills `{name}` in, and lets `n` choose where a text has plural forms. */
class EditorTexts {
  /** @param {TextSection} tree  @param {string} lang */
  constructor(tree, lang) {
    this.tree = tree;
    this.lang = lang;
    this.names = new Map();
  }

  /**
   * The text of the section `editor` at a dotted path; an empty one where nothing stands.
   * @param {string} path
   * @param {Record<string, any>} [values]
   */
  at(path, values = {}) {
    const text = path.split(".").reduce((node, name) => node?.[name], this.tree) ?? "";
    return fill(pluralForm(text, values.n, this.lang), values);
  }

  /** A text of `editor.component`. @param {string} path  @param {Record<string, any>} [values] */
  say(path, values) {
    return this.at(`component.${path}`, values);
  }

  /** The name of a language in itself. @param {string} lang */
  language(lang) {
    if (!this.names.has(lang)) {
      const name = new Intl.DisplayNames([lang], { type: "language" }).of(lang) ?? lang;
      this.names.set(lang, name.charAt(0).toLocaleUpperCase(lang) + name.slice(1));
    }
    return this.names.get(lang);
  }

  /** A time of the day as people write it. @param {number} milliseconds */
  time(milliseconds) {
    return new Date(milliseconds).toLocaleTimeString(this.lang === "en" ? "en-GB" : this.lang, { hour: "2-digit", minute: "2-digit" });
  }

  /** A number as people write it. @param {number} value  @param {number} [decimals] at most */
  number(value, decimals = 0) {
    return new Intl.NumberFormat(this.lang, { maximumFractionDigits: decimals }).format(value);
  }
}
