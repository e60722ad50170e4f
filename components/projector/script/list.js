// The words as a list: smaller where they are many, and whole rows only; what is left over is told in the footer.
const MANY_WORDS = 60;

/** @param {HTMLElement} list  @param {{ list: [string, number][], themes: Projector.Theme[], list_themes: number[] }} result */
function drawList(list, { list: words, themes, list_themes }) {
  setAttribute(list, "data-size", words.length > MANY_WORDS ? "small" : "normal");
  const rows = keepChildren(list, words.length, () =>
    element("li", {}, element("span", { className: "text" }), newThemeTag(), " ", element("b", { className: "count" })),
  );
  words.forEach(([text, count], index) => {
    setTextOrHide(rows[index].firstElementChild, text);
    drawThemeTag(rows[index].children[1], list_themes[index] ?? 0, themes);
    setTextOrHide(rows[index].lastElementChild, String(count));
  });
}

// Ends the list after its last row that fits, and counts the words below; an upright window scrolls and keeps them all.
/** @param {HTMLElement} list  @param {HTMLElement} room  @param {boolean} upright */
function fitList(list, room, upright) {
  setProperty(list, "max-height", "none");
  const rows = [...list.children].map((row) => row.getBoundingClientRect());
  if (upright || !rows.length) return 0;
  const edge = room.getBoundingClientRect().bottom - list.getBoundingClientRect().top + rows[0].top;
  const below = rows.filter((row) => row.bottom > edge);
  if (!below.length) return 0;
  setProperty(list, "max-height", `${below[0].top - rows[0].top}px`);
  return below.length;
}
