/**
 * Adds a style to where an element stands, in the document or in a shadow root.
 * @param {HTMLElement} node
 * @param {string} style
 */
function addStyle(node, style) {
  const root = node.getRootNode();
  if (root instanceof ShadowRoot) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return;
  }
  const sheet = document.styleSheets[0];
  sheet.insertRule(`@media all{${style}}`, sheet.cssRules.length);
}
