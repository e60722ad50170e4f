// Keys mean the same wherever the focus is, but in fields and on a control that was reached by Tab. Focus that a mouse left
// behind, or that a closing dialog gave back, was not chosen for its keys.
const FIELDS = "input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=combobox], [role=slider]";

/** @param {AbortSignal} signal */
function watchFocus(signal) {
  let byTab = false;
  /** @type {Element | null} */
  let chosen = null;
  const deepest = () => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at;
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    byTab = event.key === "Tab";
    if (byTab) document.body.removeAttribute("data-by-pointer");
  };
  const onPointer = () => {
    byTab = false;
    chosen = null;
    document.body.setAttribute("data-by-pointer", "");
  };
  const onFocus = () => (chosen = byTab ? deepest() : null);
  // A focus that moves inside one shadow tree is not told outside it: look again when the key is let go.
  /** @param {KeyboardEvent} event */
  const onKeyUp = (event) => event.key === "Tab" && (chosen = deepest());
  const options = { capture: true, signal };
  window.addEventListener("keydown", onKey, options);
  window.addEventListener("keyup", onKeyUp, options);
  window.addEventListener("pointerdown", onPointer, options);
  window.addEventListener("focusin", onFocus, options);
  return {
    /** Whether a key belongs to what has the focus. @param {KeyboardEvent} event */
    keepsKey(event) {
      const path = event.composedPath().filter((target) => target instanceof Element);
      if (path.some((element) => element.matches(FIELDS))) return true;
      const isOwn = event.key === " " || /^(Arrow|Page)/.test(event.key);
      return isOwn && chosen !== null && chosen !== document.body && chosen === path[0];
    },
  };
}
