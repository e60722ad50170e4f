// Small changes to the page: each touches only what differs, so that an update every half second is not seen.
/** @param {Element} node  @param {string | null | undefined} text */
function setTextOrHide(node, text) {
  setText(node, text ?? "");
  setShown(node, Boolean(text));
}

/** @param {Element} node  @param {boolean} shown */
function setShown(node, shown) {
  if (node instanceof HTMLElement && node.hidden === shown) node.hidden = !shown;
}

/** @param {Element} element  @param {string} name  @param {boolean} isOn */
function setClass(element, name, isOn) {
  if (element.classList.contains(name) !== isOn) element.classList.toggle(name, isOn);
}

/** @param {Element} node  @param {string} name  @param {string | number} value */
function setProperty(node, name, value) {
  const { style } = /** @type {HTMLElement} */ (node);
  if (style.getPropertyValue(name) !== String(value)) style.setProperty(name, String(value));
}

/** @param {Element} parent  @param {number} count  @param {() => Element} make */
function keepChildren(parent, count, make) {
  while (parent.children.length > count) parent.lastElementChild.remove();
  while (parent.children.length < count) parent.append(make());
  return [...parent.children];
}

// The text with {name} filled in, where a value may be an element that stands out; a plural is chosen by its number n.
/**
 * @param {HTMLElement} node
 * @param {PluralText} template
 * @param {Record<string, any>} values
 * @param {string} lang
 */
function fillText(node, template, values, lang) {
  const signature = JSON.stringify([template, values]);
  if (node.dataset.filled === signature) return;
  node.dataset.filled = signature;
  const parts = pluralForm(template, values.n, lang).split(/\{(\w+)\}/).map((part, index) =>
    index % 2 ? element("b", {}, String(values[part])) : part,
  );
  node.replaceChildren(...parts);
}
