/** @type {WeakMap<HTMLElement, DeskPage>} */
const DESK_PAGES = new WeakMap();

/**
 * Streamlit calls this at each change of the data; the desk itself follows the line.
 * @param {ComponentArguments<DeskApi.Data>} values
 */
export default function mountDesk({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".desk");
  if (!DESK_PAGES.has(root)) DESK_PAGES.set(root, new DeskPage(root, data, setTriggerValue));
  return () => {
    DESK_PAGES.get(root)?.stop();
    DESK_PAGES.delete(root);
  };
}
