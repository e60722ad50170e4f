/** Writes only what differs, so that an unchanged text keeps its node. @param {Element} node  @param {string} text */
function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
