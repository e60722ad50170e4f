// Writes into window.told every text that a live region comes to hold from now on.
() => {
  const REGION = "[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log]";
  const watched = new WeakSet();
  window.told = [];
  const tell = (region) => region.textContent.trim() && window.told.push(region.textContent.trim());
  const watch = (region) => {
    watched.add(region);
    new MutationObserver(() => tell(region)).observe(region, { subtree: true, childList: true, characterData: true });
  };
  const look = () => within(document).filter((one) => one.matches(REGION) && !watched.has(one)).forEach(watch);
  look();
  setInterval(look, 100);
}
