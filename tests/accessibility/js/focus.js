// Where the focus is, whether a ring is drawn around it, and whether it is within the window; null where it is nowhere.
() => {
  let at = /** @type {HTMLInputElement} */ (document.activeElement);
  while (at?.shadowRoot?.activeElement) at = /** @type {HTMLInputElement} */ (at.shadowRoot.activeElement);
  if (!at || at === document.body) return null;
  const frame = at instanceof HTMLIFrameElement ? at : null; // a page within the page has a focus of its own
  if (frame?.contentDocument?.activeElement) at = /** @type {HTMLInputElement} */ (frame.contentDocument.activeElement);
  const shown = frame ?? (at.offsetWidth > 2 || at instanceof SVGElement ? at : at.closest("label") ?? at);
  const ringed = [at, at.closest("label"), at.parentElement, at.parentElement?.parentElement, ...at.children];
  const box = shown.getBoundingClientRect();
  const name = at.getAttribute("aria-label") || at.labels?.[0]?.textContent || at.textContent || at.tagName;
  return {
    name: name.trim().slice(0, 60),
    ring: ringed.some((one) => one && hasOutline(getComputedStyle(one))),
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}
