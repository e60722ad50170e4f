// Characters: what counts as one, and the screen's words with their values filled in.

// Around people's own words inside a text: a control character, which no cleaned word holds.
const OWN = "\u001a";
const JOINER = "\u200d";
// The same two sets as on the server, beyond the categories that tell: of no width, and drawing an empty place.
const INVISIBLE = /[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\ufdd0-\ufdef\ufe00-\ufe0d\ufff0-\ufff8\ufffe\uffff\u{16fe4}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;
const BLANK = /[\u2800\u3164\uffa0\ufffc\u{13441}\u{13442}\u{1d159}]/gu;

// The same rules as on the server, which has the last word: the joiner stays only inside an emoji, and a combining
// mark only on a letter.
/** @param {string} typed */
function cleaned(typed) {
  return typed
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(BLANK, " ")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, (character, at, whole) =>
      character === JOINER && whole.charCodeAt(at - 1) >= 0x2190 ? JOINER : "")
    .replace(/(^|\s)[\p{M}\u200d]+/gu, "$1")
    .replace(/([\u0300-\u036f]{2})[\u0300-\u036f]+/gu, "$1")
    .normalize("NFC")
    .trim()
    .replace(/\s+/gu, " ");
}

// The same with the line breaks that were typed: one empty line at most in a row, none at the edges.
/** @param {string} typed */
const cleanedLines = (typed) => typed.split(/\r\n|[\n\r\v\f\x85\u2028\u2029]/u).map(cleaned).join("\n")
  .replace(/\n{3,}/g, "\n\n").replace(/^\n+|\n+$/g, "");

// Code points, as Python's len() counts; a string's own length counts an emoji twice.
/** @param {string} text */
const lengthOf = (text) => [...text].length;

/** Each of them once. @param {string[]} items */
const unique = (items) => [...new Set(items)];

// translator(texts, lang)(name, values): `n` chooses between the plural forms; `what` are people's own words.
/** @param {TextSection} texts  @param {string} lang */
function translator(texts, lang) {
  const plural = new Intl.PluralRules(lang);
  /** @type {Participant.Translator} */
  const translate = (name, values = {}) => {
    const form = texts[name];
    const text = typeof form === "string" ? form : form[plural.select(values.n)] ?? form.other;
    return String(text).replace(/\{(\w+)\}/g, (_, /** @type {string} */ key) => key === "what" ? OWN + values[key] + OWN : values[key]);
  };
  return translate;
}
