// The board inside a Streamlit page.

/** @type {WeakMap<Element, { board: Board, tour: Tour }>} */
const BOARDS = new WeakMap();

/**
 * Streamlit calls this at each change of the data, with the same parent element.
 * @param {ComponentArguments<FinlandMap.Data>} values
 */
export default function finlandMap({ data, parentElement, setStateValue }) {
  const section = parentElement.querySelector(".finland-map");
  if (!BOARDS.has(section)) {
    const board = new Board(section, data);
    BOARDS.set(section, { board, tour: new Tour(board) });
  }
  const { board, tour } = BOARDS.get(section);
  tour.update(Boolean(data.tour));
  // The time makes a second press of the same example a new one; of quick presses the last is kept.
  board.update(data, (/** @type {string} */ id) => setStateValue("chosen", { id, at: Date.now() }));
  return () => {
    tour.end();
    BOARDS.delete(section);
  };
}
