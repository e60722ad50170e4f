/**
 * Sets an attribute where it differs; null takes it away.
 * @param {Element} node
 * @param {string} name
 * @param {string | null} value
 */
function setAttribute(node, name, value) {
  if (value === null) node.removeAttribute(name);
  else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}
