// While the projector fills the window, what Streamlit has around it is out of reach for keys and screen readers.
// Only what stands there at the start: a dialog that Streamlit opens later, as when the connection is lost, stays usable.
/** @param {Element} host */
function standAlone(host) {
  /** @type {(() => void)[]} */
  const undo = [];
  for (let at = host; at.parentElement; at = at.parentElement) {
    const parent = at.parentElement;
    const siblings = /** @type {HTMLElement[]} */ ([...parent.children].filter((child) => child instanceof HTMLElement));
    const others = siblings.filter((child) => child !== at && !child.inert);
    for (const other of others) other.inert = true;
    undo.push(() => others.forEach((other) => (other.inert = false)));
    if (parent.getAttribute("tabindex") !== "0") continue;
    parent.tabIndex = -1; // the scroller around the page has nothing to scroll
    undo.push(() => (parent.tabIndex = 0));
  }
  return () => undo.forEach((step) => step());
}
