// Open answers in columns, one a theme. A column that has more than fit turns its pages with the others.
const THEMES_IN_ROW = 5;
const LINES_OF_CARD = 10;

/** @param {Projector.Theme} theme  @param {number} number @returns {{ section: HTMLElement, list: HTMLElement, more: HTMLElement }} */
function newColumn({ label, count }, number) {
  const seed = element("i");
  drawSeed(seed, number);
  const list = element("ol");
  const more = element("p", { className: "more" });
  const head = element("header", {}, seed, element("b", { className: "count" }, String(count)), element("h2", {}, label));
  return { section: element("section", { className: `theme${number}` }, head, list, more), list, more };
}

/** Cards to the pages of one column. @param {number[]} heights  @param {number} height  @param {number} gap */
function columnPages(heights, height, gap) {
  /** @type {number[][]} */
  const pages = [[]];
  let filled = 0;
  heights.forEach((needed, card) => {
    if (filled && filled + needed > height) {
      pages.push([]);
      filled = 0;
    }
    pages.at(-1).push(card);
    filled += needed + gap;
  });
  return pages;
}

/** @param {HTMLElement} board  @param {Projector.Data} data  @param {Projector.Drawn} state */
function drawByTheme(board, data, state) {
  const { cards, themes } = data.result;
  const memory = CARDS.get(board) ?? { drawn: "", newest: undefined, page: 0, turnAt: performance.now() + PAGE_MS, pages: 0 };
  CARDS.set(board, memory);
  const drawn = JSON.stringify([cards, themes, board.clientWidth, board.clientHeight, state.tall.matches, data.lang]);
  if (drawn === memory.drawn) return;
  memory.drawn = drawn;
  const rows = themes.length > THEMES_IN_ROW ? 2 : 1;
  setProperty(board, "--columns", Math.ceil(themes.length / rows));
  setProperty(board, "--rows", rows);
  setProperty(board, "--lines", LINES_OF_CARD / rows);
  setClass(board, "two-rows", rows > 1);
  const grouped = themes.map((/** @type {Projector.Theme} */ _, /** @type {number} */ index) =>
    cards.filter((/** @type {Projector.Card} */ card) => card.theme === index + 1));
  const pages = state.tall.matches ? [grouped] : themePages(board, themes, grouped, data);
  board.replaceChildren(...pages.map((columns) => themePage(themes, grouped, columns, data)));
  memory.pages = pages.length;
  showPage(board, memory.page % pages.length);
}

/**
 * What each page has of each column; a column with fewer pages begins again.
 * @param {HTMLElement} board
 * @param {Projector.Theme[]} themes
 * @param {Projector.Card[][]} grouped
 * @param {Projector.Data} data
 */
function themePages(board, themes, grouped, data) {
  const measured = themePage(themes, grouped, grouped, data);
  measured.classList.add("measured");
  board.replaceChildren(measured);
  const columns = [...measured.querySelectorAll("ol")].map((list, theme) => {
    const heights = [...list.children].map((card) => /** @type {HTMLElement} */ (card).offsetHeight);
    const gap = parseFloat(getComputedStyle(list).rowGap) || 0;
    return columnPages(heights, list.clientHeight, gap).map((page) => page.map((card) => grouped[theme][card]));
  });
  const most = Math.max(1, ...columns.map((pages) => pages.length));
  return Array.from({ length: most }, (_, page) => columns.map((pages) => pages[page % pages.length]));
}

/** @param {Projector.Theme[]} themes  @param {Projector.Card[][]} grouped  @param {Projector.Card[][]} shown  @param {Projector.Data} data */
function themePage(themes, grouped, shown, { texts }) {
  return element("div", { className: "page" }, ...themes.map((theme, index) => {
    const { section, list, more } = newColumn(theme, index + 1);
    list.append(...shown[index].map(({ text, count }) =>
      element("li", {}, element("span", { className: "text" }, text), ...(count > 1 ? [element("b", { className: "same" }, texts.same_text.replace("{n}", count))] : []))));
    const left = grouped[index].length - shown[index].length;
    more.textContent = left ? texts.more_cards.replace("{n}", left) : "";
    return section;
  }));
}
