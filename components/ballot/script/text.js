// Text: what counts as a character, and the screen's words with their values filled in.

// Around people's own words inside a text: a control character, which no cleaned word holds.
const OWN = "\u001a";
const JOINER = "\u200d";

// The same rules as on the server, which has the last word: the joiner stays only inside an emoji.
function cleaned(typed) {
  return typed
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, (found, at, whole) =>
      found === JOINER && whole.charCodeAt(at - 1) >= 0x2190 ? JOINER : "")
    .replace(/([\u0300-\u036f]{2})[\u0300-\u036f]+/gu, "$1")
    .trim()
    .replace(/\s+/gu, " ");
}

// Code points, as Python's len() counts; a string's own length counts an emoji twice.
const lengthOf = (typed) => [...cleaned(typed)].length;

const unique = (items) => [...new Set(items)];

// translator(texts, lang)(name, values): `n` chooses between the plural forms; `what` are people's own words.
function translator(texts, lang) {
  const plural = new Intl.PluralRules(lang);
  return (name, values = {}) => {
    const found = texts[name];
    const text = typeof found === "string" ? found : found[plural.select(values.n)] ?? found.other;
    return text.replace(/\{(\w+)\}/g, (_, key) => key === "what" ? OWN + values[key] + OWN : values[key]);
  };
}
