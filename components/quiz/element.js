/** A new element with properties and children; text is always text. */
function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter(Boolean));
  return made;
}

/** Fills `{name}` in a text. */
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
