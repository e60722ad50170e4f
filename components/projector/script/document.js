// Small changes to the page: each touches only what differs, so that an update every half second is not seen.
function setTextOrHide(node, text) {
  setText(node, text ?? "");
  setShown(node, Boolean(text));
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

function keepChildren(parent, count, make) {
  while (parent.children.length > count) parent.lastElementChild.remove();
  while (parent.children.length < count) parent.append(make());
  return [...parent.children];
}

// The text with {name} filled in, where a value may be an element that stands out; a plural is chosen by its number n.
function fillText(node, template, values, lang) {
  const signature = JSON.stringify([template, values]);
  if (node.dataset.filled === signature) return;
  node.dataset.filled = signature;
  const parts = pluralForm(template, values.n, lang).split(/\{(\w+)\}/).map((part, index) =>
    index % 2 ? element("b", {}, String(values[part])) : part,
  );
  node.replaceChildren(...parts);
}
