// Whether an element is whole within the window with nothing over it.
(/** @type {HTMLElement} */ one) => {
  const box = one.getBoundingClientRect();
  const middle = /** @type {Document | ShadowRoot} */ (one.getRootNode()).elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return box.top >= 0 && box.bottom <= innerHeight && middle === one;
}
