// In a frame, such as a slide: our other pages stand in no other site's frame, so links to them open beside it.
/** @param {AbortSignal} signal */
function openLinksBeside(signal) {
  if (window.top === window) return;
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element && target.closest("a");
    if (link && link.pathname !== location.pathname) link.target = "_blank";
  }, { capture: true, signal });
}
