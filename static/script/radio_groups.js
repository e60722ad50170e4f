"use strict";
/* Streamlit lets the Tab key into a choice of one at its first button: the focus goes on to the chosen one. */
(() => {
  let byTab = false;
  addEventListener("keydown", (event) => (byTab = event.key === "Tab"), true);
  addEventListener("pointerdown", () => (byTab = false), true);
  addEventListener("focusin", ({ target, relatedTarget }) => {
    const group = byTab && target instanceof Element ? target.closest("[role=radiogroup]") : null;
    if (!group || group.contains(/** @type {Node | null} */ (relatedTarget))) return;
    const chosen = group.querySelector("button[role=radio][aria-checked=true]");
    if (chosen instanceof HTMLElement && chosen !== target) chosen.focus();
  });
})();
