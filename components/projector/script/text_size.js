// Larger text for a hall that is deep or a projector that is small, kept in this browser.
const TEXT_SIZES = [85, 100, 115, 130, 150, 175];
const TEXT_SIZE = "propelli:projector-text";

function keptTextSize() {
  try {
    const size = Number(localStorage.getItem(TEXT_SIZE));
    return TEXT_SIZES.includes(size) ? size : 100;
  } catch {
    return 100;
  }
}

/** @param {Projector.Drawn} state  @param {number} size per cent */
function setTextSize(state, size) {
  state.textSize = size;
  setProperty(state.root, "--size", size / 100);
}

/** @param {Projector.Drawn} state  @param {1 | -1} by */
function changeTextSize(state, by) {
  const size = TEXT_SIZES[TEXT_SIZES.indexOf(state.textSize) + by];
  if (!size) return;
  setTextSize(state, size);
  try {
    localStorage.setItem(TEXT_SIZE, String(size));
  } catch { /* forbidden: it lasts as long as the page */ }
  drawScreen(state);
}
