/** @type {WeakMap<HTMLElement, Editor>} */
const EDITORS = new WeakMap();

/**
 * Streamlit calls this at each change of the data; the editor itself speaks to the server.
 * @param {ComponentArguments<EditorApi.Data>} values
 */
export default function mountEditor({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".editor");
  if (!EDITORS.has(root)) EDITORS.set(root, new Editor(root, data, { showPart: (part) => setStateValue("part", part) }));
  return () => {
    EDITORS.get(root)?.stop();
    EDITORS.delete(root);
  };
}
