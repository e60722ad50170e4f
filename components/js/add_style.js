/** The style of a module, where its page stands in the document or in a shadow root. @param {HTMLElement} section  @param {string} style */
function addStyle(section, style) {
  const root = section.getRootNode();
  if (root instanceof ShadowRoot) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return;
  }
  const sheet = document.styleSheets[0];
  sheet.insertRule(`@media all{${style}}`, sheet.cssRules.length);
}
