// The board inside a Streamlit page.

const BOARDS = new WeakMap();

/**
 * Streamlit calls this at each change of the data, with the same parent element.
 * @param {ComponentArguments<FinlandMap.Data>} values
 */
export default function finlandMap({ data, parentElement, setStateValue }) {
  const section = parentElement.querySelector(".finland-map");
  if (!BOARDS.has(section)) BOARDS.set(section, new Board(section, data));
  // The time makes a second press of the same example a new one; of quick presses the last is kept.
  BOARDS.get(section).update(data, (/** @type {string} */ id) => setStateValue("chosen", { id, at: Date.now() }));
  return () => BOARDS.delete(section);
}
