// Writes into window.announced every text that a live region comes to hold from now on.
() => {
  const REGION = "[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log]";
  const watched = new WeakSet();
  /** @type {string[]} */
  const announced = [];
  Object.assign(window, { announced });
  const record = (/** @type {Element} */ region) => region.textContent.trim() && announced.push(region.textContent.trim());
  const watch = (/** @type {Element} */ region) => {
    watched.add(region);
    new MutationObserver(() => record(region)).observe(region, { subtree: true, childList: true, characterData: true });
  };
  const search = () => within(document).filter((one) => one.matches(REGION) && !watched.has(one)).forEach(watch);
  search();
  setInterval(search, 100);
}
