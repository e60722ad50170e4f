/** Minutes that an item without planned ones is as wide as. */
const USUAL_MINUTES = 5;
/** More items than have room for pictures. */
const MANY_ITEMS = 16;

/**
 * The programme as a strip: a piece an item, as wide as its minutes, with the picture of its kind.
 * @param {Api.Workshop["items"]} items  @param {string} base  @param {string} label
 */
function programmeStrip(items, base, label) {
  const pieces = items.map(({ kind, name, picture, minutes }) => {
    const drawing = element("img", { src: `${base}/assets/svg/${picture}`, alt: "", width: 34, height: 34 });
    const piece = element("li", { className: kind, title: name }, drawing, element("span", { className: "sr" }, name));
    piece.style.setProperty("--minutes", String(minutes ?? USUAL_MINUTES));
    return piece;
  });
  const kind = items.length > MANY_ITEMS ? "strip many" : "strip";
  return element("ol", { className: kind, "aria-label": label }, ...pieces);
}
