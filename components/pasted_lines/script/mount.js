/** @type {WeakMap<HTMLElement, LinesPage>} */
const LINES_PAGES = new WeakMap();

/**
 * Streamlit calls this at each change of the data; what is written stays as it is.
 * @param {ComponentArguments<PastedLines.Data>} values
 */
export default function mountPastedLines({ data, parentElement }) {
  const root = parentElement.querySelector(".paste");
  if (!LINES_PAGES.has(root)) LINES_PAGES.set(root, new LinesPage(root, data));
  return () => LINES_PAGES.delete(root);
}
