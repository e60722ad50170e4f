/** The texts of one language: fills `{name}` in, and lets `n` choose where a text has plural forms. */
class DeskTexts {
  constructor(tree, lang) {
    this.tree = tree;
    this.lang = lang;
    this.plurals = new Intl.PluralRules(lang);
  }

  /** The text at a dotted path; an empty text where nothing stands. */
  say(path, values = {}) {
    const found = path.split(".").reduce((node, name) => node?.[name], this.tree) ?? "";
    const chosen = typeof found === "string" ? found : found[this.plurals.select(values.n)] ?? found.other ?? "";
    return chosen.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
  }

  folded(text) {
    return text.normalize("NFC").toLocaleLowerCase(this.lang);
  }
}

/** Writes only what differs, so that an unchanged text keeps its node. */
function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function setAttribute(node, name, value) {
  if (value === null) node.removeAttribute(name);
  else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

/** A button's visible words and, where they would not do alone, what a screen reader says. */
function setButton(button, text, spoken = null) {
  setText(button, text);
  setAttribute(button, "aria-label", spoken);
  button.hidden = text === "";
}
