/** What has the focus within a node, in a shadow root too. @param {HTMLElement} node  @returns {HTMLElement | null} */
function focusWithin(node) {
  const root = /** @type {Document | ShadowRoot} */ (node.getRootNode());
  const focused = /** @type {HTMLElement | null} */ (root.activeElement);
  return focused && node.contains(focused) ? focused : null;
}

/** Makes these the children of a node, in this order; those that stay keep their focus. @param {HTMLElement} parent  @param {HTMLElement[]} nodes */
function placeChildren(parent, nodes) {
  const focused = focusWithin(parent);
  for (const child of [...parent.children]) if (!nodes.includes(/** @type {HTMLElement} */ (child))) child.remove();
  nodes.forEach((node, place) => {
    if (parent.children[place] !== node) parent.insertBefore(node, parent.children[place] ?? null);
  });
  if (focused?.isConnected && focusWithin(parent) !== focused) focused.focus({ preventScroll: true });
}
