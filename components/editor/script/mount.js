/** @type {WeakMap<HTMLElement, Editor>} */
const EDITORS = new WeakMap();

/**
 * Streamlit calls this at each change of the data; the editor itself speaks to the server.
 * @param {ComponentArguments<EditorApi.Data>} values
 */
export default function mountEditor({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".editor");
  /** @param {string} part  @param {string} session  @param {number} rev */
  const showPart = (part, session, rev) => setStateValue("shown", { part, session, rev });
  if (!EDITORS.has(root)) EDITORS.set(root, new Editor(root, data, { showPart }));
  EDITORS.get(root).hearRevision(data.rev);
  return () => {
    EDITORS.get(root)?.stop();
    EDITORS.delete(root);
  };
}
