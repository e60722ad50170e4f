/** The arrows move the focus among the elements of a selector, round and round. @param {HTMLElement} node  @param {string} selector  @param {(chosen: HTMLElement) => void} [onMove] */
function moveByArrows(node, selector, onMove) {
  node.addEventListener("keydown", (event) => {
    const places = /** @type {HTMLElement[]} */ ([...node.querySelectorAll(selector)]);
    const here = places.indexOf(/** @type {HTMLElement} */ (event.target));
    if (here < 0 || hasModifier(event)) return;
    const steps = { ArrowRight: here + 1, ArrowDown: here + 1, ArrowLeft: here - 1, ArrowUp: here - 1, Home: 0, End: places.length - 1 };
    const step = /** @type {Record<string, number>} */ (steps)[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = places[(step + places.length) % places.length];
    next.focus();
    onMove?.(next);
  });
}
