// In another site's frame, such as a slide: our other pages stand in no frame, so links to them open beside it.
function openLinksBeside() {
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element && target.closest("a");
    if (link && link.pathname !== location.pathname) link.target = "_blank";
  }, { capture: true });
}
