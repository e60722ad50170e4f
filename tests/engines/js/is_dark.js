(/** @type {string} */ selector) => {
  const channels = (/** @type {string} */ colour) => colour.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
  const light = (/** @type {number[]} */ [red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const element = drawn(selector)[0];
  if (!element) {
    return null;
  }
  const words = channels(getComputedStyle(element).color);
  /** @type {Element | null} */
  let behind = element;
  for (; behind; behind = around(behind)) {
    const colour = channels(getComputedStyle(behind).backgroundColor);
    if (colour.length < 4 || colour[3] > 0.5) {
      return light(words) > light(colour);
    }
  }
  return false;
}
