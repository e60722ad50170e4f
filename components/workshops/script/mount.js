/** @type {WeakMap<HTMLElement, WorkshopsView>} */
const WORKSHOP_VIEWS = new WeakMap();

/**
 * Streamlit calls this at each change of the data; the list itself follows what is done on the page.
 * @param {ComponentArguments<WorkshopsPage.Data>} values
 */
export default function mountWorkshops({ data, parentElement }) {
  const root = parentElement.querySelector(".workshops");
  if (!WORKSHOP_VIEWS.has(root)) WORKSHOP_VIEWS.set(root, new WorkshopsView(root, data));
  return () => WORKSHOP_VIEWS.delete(root);
}
