const PLURAL_RULES = new Map();

/**
 * The form of a text for the number `n`, where the text has plural forms.
 * @param {PluralText} text
 * @param {number} n
 * @param {string} lang
 */
function pluralForm(text, n, lang) {
  if (typeof text === "string") return text;
  if (!PLURAL_RULES.has(lang)) PLURAL_RULES.set(lang, new Intl.PluralRules(lang));
  return text[PLURAL_RULES.get(lang).select(n)] ?? text.other ?? "";
}
