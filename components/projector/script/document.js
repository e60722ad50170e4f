// Small changes to the page: each touches only what differs, so that an update every half second is not seen.
function setText(element, text) {
  const value = text ?? "";
  if (element.textContent !== value) element.textContent = value;
  setShown(element, value !== "");
}

function setAttribute(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function setShown(element, shown) {
  if (element.hidden === shown) element.hidden = !shown;
}

function setClass(element, name, wanted) {
  if (element.classList.contains(name) !== wanted) element.classList.toggle(name, wanted);
}

function setProperty(element, name, value) {
  if (element.style.getPropertyValue(name) !== String(value)) element.style.setProperty(name, value);
}

function makeElement(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

function keepChildren(parent, count, make) {
  while (parent.children.length > count) parent.lastElementChild.remove();
  while (parent.children.length < count) parent.append(make());
  return [...parent.children];
}

// The text with {name} filled in, where a value may be an element that stands out; a plural is chosen by its number n.
function fillText(element, template, values, lang) {
  const signature = JSON.stringify([template, values]);
  if (element.dataset.filled === signature) return;
  element.dataset.filled = signature;
  const text = typeof template === "object" ? (template[pluralForm(lang, values.n)] ?? template.other) : template;
  const parts = text.split(/\{(\w+)\}/).map((part, index) =>
    index % 2 ? makeElement("b", "", String(values[part])) : part,
  );
  element.replaceChildren(...parts);
}

const pluralRules = new Map();

function pluralForm(lang, n) {
  if (!pluralRules.has(lang)) pluralRules.set(lang, new Intl.PluralRules(lang));
  return pluralRules.get(lang).select(n);
}
