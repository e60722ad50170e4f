/** The number of a theme in a seed of its colour; empty for none. @param {HTMLElement} node  @param {number} number */
function drawSeed(node, number) {
  setText(node, number ? String(number) : "");
  setAttribute(node, "class", `seed theme${number}`);
  node.hidden = !number;
}
