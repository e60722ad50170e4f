// Themes on the projector: a number in a seed, and what each stands for.

/** @param {Element} node  @param {number} number */
function drawSeed(node, number) {
  setTextOrHide(node, number ? String(number) : "");
  setAttribute(node, "class", `seed theme${number}`);
}

function newThemeTag() {
  return element("span", { className: "in-theme" }, element("i", { className: "seed" }), element("span"));
}

/** @param {Element} tag  @param {number} number  @param {Projector.Theme[]} themes */
function drawThemeTag(tag, number, themes) {
  setShown(/** @type {HTMLElement} */ (tag), number > 0);
  drawSeed(tag.firstElementChild, number);
  setTextOrHide(tag.lastElementChild, number ? ` ${themes[number - 1].label}` : "");
}

/** @param {HTMLElement} list  @param {Projector.Theme[]} themes */
function drawThemeKey(list, themes) {
  setProperty(list, "--columns", themes.length > 5 ? Math.ceil(themes.length / 2) : themes.length);
  const rows = keepChildren(list, themes.length, () =>
    element("li", {}, element("i", { className: "seed" }), element("span"), element("b", { className: "count" })),
  );
  themes.forEach(({ label, count }, index) => {
    const [seed, name, number] = rows[index].children;
    drawSeed(seed, index + 1);
    setTextOrHide(name, label);
    setTextOrHide(number, String(count));
  });
}
