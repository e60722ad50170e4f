/** @type {WeakMap<HTMLElement, Editor>} */
const EDITORS = new WeakMap();

/**
 * Streamlit calls this at each change of the data; the editor itself speaks to the server.
 * @param {ComponentArguments<EditorApi.Data>} values
 */
export default function mountEditor({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".editor");
  /** @param {string} part  @param {string} session */
  const showPart = (part, session) => setStateValue("shown", { part, session });
  if (!EDITORS.has(root)) EDITORS.set(root, new Editor(root, data, { showPart }));
  return () => {
    EDITORS.get(root)?.stop();
    EDITORS.delete(root);
  };
}
