/** Every document and open shadow root of the page. */
const roots = () => {
  /** @type {(Document | ShadowRoot)[]} */
  const all = [document];
  for (const root of all) {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) {
        all.push(element.shadowRoot);
      }
    }
  }
  return all;
};

/**
 * The drawn elements of a selector that have these words in them.
 * @param {string} selector
 * @param {string} [text]
 */
const drawn = (selector, text = "") =>
  roots()
    .flatMap((root) => [...root.querySelectorAll(selector)])
    .filter((element) => {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const words = (element.textContent ?? "") + (element.getAttribute("aria-label") ?? "");
      return box.width > 0 && box.height > 0 && style.visibility !== "hidden" && words.includes(text);
    });

/**
 * What the pointer meets at a place, through open shadow roots.
 * @param {number} x
 * @param {number} y
 */
const topmost = (x, y) => {
  let element = document.elementFromPoint(x, y);
  while (element?.shadowRoot) {
    const inner = element.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === element) {
      break;
    }
    element = inner;
  }
  return element;
};

/**
 * The element around this one, out of a shadow root too.
 * @param {Element} element
 * @returns {Element | null}
 */
const around = (element) => {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
};
