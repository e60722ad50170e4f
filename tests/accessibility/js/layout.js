// What a person would stumble over: targets too small, what does not fit the width, no heading or two of the page.
() => {
  const LEAST = 44;
  const CONTROL = "a[href], button, input, select, textarea, summary, [role=button], [role=link], [role=checkbox], "
    + "[role=radio], [role=switch], [role=tab], [role=option], [role=combobox]";
  const upwards = function* (/** @type {any} */ one) {
    for (let at = one; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) yield at;
  };
  const isUnder = (/** @type {any} */ one, /** @type {(element: any) => boolean} */ test) => [...upwards(one)].some(test);
  const isSeen = (/** @type {any} */ one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && !isUnder(one, (at) => at.inert || at.getAttribute("aria-hidden") === "true");
  const keyOf = (/** @type {any} */ one) => /st-key-[\w-]+/.exec(one.getAttribute?.("class") ?? "")?.[0] ?? one.dataset?.testid;
  const name = (/** @type {any} */ one) => {
    const words = one.getAttribute("aria-label") || one.textContent || one.name || "";
    const places = [...upwards(one)].map(keyOf).filter(Boolean).slice(0, 2).join(" < ");
    return `${one.tagName.toLowerCase()} “${words.trim().slice(0, 40)}” in ${places}`;
  };
  /** @type {any[]} */
  const all = within(document);
  const modal = all.find((one) => one.matches("dialog[open], [role=dialog]") && isSeen(one));
  /** @type {any[]} */
  const scope = modal ? within(modal) : all;

  // The pointer's target may be larger than the box: a label, or a pseudo-element over the whole card.
  const labelOf = (/** @type {any} */ one) => one.labels?.[0] ?? one.closest("label");
  const belongs = (/** @type {any} */ hit, /** @type {any} */ one) => hit && (one === hit || one.contains(hit) || labelOf(one)?.contains(hit));
  /** @type {(one: any, x: number, y: number, dx: number, dy: number) => number} */
  const reach = (one, x, y, dx, dy) => {
    let far = 0;
    const root = one.getRootNode();
    while (far < LEAST && belongs(root.elementFromPoint(x + dx * (far + 1), y + dy * (far + 1)), one)) far += 1;
    return far;
  };
  const isInSentence = (/** @type {any} */ one) => one.tagName === "A" && getComputedStyle(one).display === "inline"
    && one.parentElement.textContent.trim() !== one.textContent.trim();
  const sizeOf = (/** @type {any} */ one) => {
    const hidden = !isSeen(one) || Math.min(one.offsetWidth, one.offsetHeight) < 3;
    const shown = hidden ? labelOf(one) : one;
    if (!shown || !isSeen(shown)) return null;
    let box = shown.getBoundingClientRect();
    if (Math.min(box.width, box.height) >= LEAST - 0.5) return null;
    shown.scrollIntoView({ block: "center", behavior: "instant" });
    box = shown.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    if (!belongs(shown.getRootNode().elementFromPoint(x, y), one)) return null;
    const width = Math.max(box.width, reach(one, x, y, -1, 0) + reach(one, x, y, 1, 0) + 1);
    const height = Math.max(box.height, reach(one, x, y, 0, -1) + reach(one, x, y, 0, 1) + 1);
    return Math.min(width, height) >= LEAST - 0.5 ? null : [width, height].map(Math.round);
  };
  const small = scope.filter((one) => one.matches(CONTROL) && !one.disabled && !isInSentence(one))
    .map((one) => [one, sizeOf(one)]).filter(([, size]) => size)
    .map(([one, [width, height]]) => `target ${width} x ${height}: ${name(one)}`);

  // What scrolls sideways by itself (a table of data, code) may be wider than the page; the page may not.
  const scrollsItself = (/** @type {any} */ one) => isUnder(one, (at) => at !== one && at.scrollWidth > at.clientWidth + 1
    && /auto|scroll/.test(getComputedStyle(at).overflowX) && at.matches("pre, pre *, [role=grid] *, [role=region] *"));
  const isCut = (/** @type {any} */ one) => isUnder(one, (at) => {
    const style = getComputedStyle(at);
    return style.clipPath === "inset(50%)" || style.clip === "rect(0px, 0px, 0px, 0px)";
  });
  const saysSomething = (/** @type {any} */ one) => one.matches(CONTROL)
    || [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const texts = scope.filter((one) => saysSomething(one) && !(one instanceof SVGElement) && isSeen(one));
  const wide = texts.filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width > 2 && (box.right > innerWidth + 1 || box.left < -1) && !scrollsItself(one) && !isCut(one);
  }).map((one) => `wider than the page: ${name(one)}`);
  if (document.documentElement.scrollWidth > innerWidth) wide.push("the page scrolls sideways");

  const titles = all.filter((one) => one.tagName === "H1" && isSeen(one)).length;
  const headings = modal || titles === 1 ? [] : [`level-one headings: ${titles}`];
  return { small: [...new Set(small)], wide: [...new Set(wide)], headings };
}
