/**
 * The preview of one item, as participants and the projector have it.
 * @param {HTMLElement} element
 * @param {{ base: string, workshop: string, lang: string, theme: string, texts: TextSection }} options
 * @returns {EditorApi.Preview}
 */
function mountPreview(element, options) {
  element.dataset.theme = options.theme;
  return { show() {}, destroy() {} };
}
