(/** @type {string} */ selector, /** @type {string} */ text) => {
  const element = /** @type {HTMLButtonElement | undefined} */ (drawn(selector, text)[0]);
  if (!element || element.disabled) {
    return null;
  }
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const box = element.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  for (let met = topmost(x, y); met; met = around(met)) {
    if (met === element) {
      return [Math.floor(x), Math.floor(y)];
    }
  }
  return null;
}
