/** @type {WeakSet<HTMLElement>} */
const ITEM_FORMS = new WeakSet();

/**
 * Streamlit calls this at each change of the data; the form begins once.
 * @param {ComponentArguments<ItemForm.Data>} values
 */
export default function mountItemForm({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".item-form");
  if (ITEM_FORMS.has(root)) return;
  ITEM_FORMS.add(root);
  new ItemEditor(root, data, { close: () => setTriggerValue("closed", { serial: newSerial() }) });
}
