// Open answers as cards, newest first: the shorter the answer, the larger its letters. Pages are filled by height and
// change by themselves; the list of all answers is read out beside them.
const PAGE_MS = 10000;
const CARD_COLUMNS = 3;
const SHORT_ANSWER = 28;
const MIDDLE_ANSWER = 90;
const MANY_PAGES = 12;

/** @param {string} text */
function cardSize(text) {
  if (text.length > MIDDLE_ANSWER) return "long";
  return text.length > SHORT_ANSWER ? "middle" : "short";
}

function makeCard() {
  return element("li", {}, element("small"), element("span", { className: "text" }), element("b", { className: "count" }));
}

/** @param {Element} card  @param {Projector.Card} answer  @param {boolean} isNewest  @param {Projector.Data} data */
function drawCard(card, { text, count }, isNewest, { texts }) {
  const [newest, words, same] = card.children;
  setTextOrHide(newest, isNewest ? texts.newest : "");
  setTextOrHide(words, text);
  setTextOrHide(same, count > 1 ? texts.same_text.replace("{n}", count) : "");
  setAttribute(card, "data-size", cardSize(text));
  setClass(card, "newest", isNewest);
}

/**
 * Cards to pages: each goes to the shortest column, and begins a page where it does not fit there.
 * @param {number[]} heights
 * @param {number} height
 * @param {number} gap
 */
function cardPages(heights, height, gap) {
  /** @type {number[][][]} */
  const pages = [];
  /** @type {number[]} */
  let filled = [];
  heights.forEach((needed, card) => {
    let column = filled.indexOf(Math.min(...filled));
    if (!pages.length || filled[column] + needed > height) {
      pages.push(Array.from({ length: CARD_COLUMNS }, () => /** @type {number[]} */ ([])));
      filled = Array(CARD_COLUMNS).fill(0);
      column = 0;
    }
    pages.at(-1)[column].push(card);
    filled[column] += needed + gap;
  });
  return pages;
}

/** @type {WeakMap<Element, { drawn: string, newest: string | undefined, page: number, turnAt: number, pages: number }>} */
const CARDS = new WeakMap();

/** @param {HTMLElement} board  @param {Projector.Data} data  @param {Projector.Drawn} state */
function drawCards(board, data, state) {
  const { cards } = data.result;
  const memory = CARDS.get(board) ?? { drawn: "", newest: undefined, page: 0, turnAt: Infinity, pages: 0 };
  CARDS.set(board, memory);
  const drawn = JSON.stringify([cards, board.clientWidth, board.clientHeight, state.tall.matches, data.lang]);
  if (drawn === memory.drawn) return;
  memory.drawn = drawn;
  // What has just come is seen at once.
  if (memory.newest !== cards[0].key) Object.assign(memory, { page: 0, turnAt: performance.now() + PAGE_MS });
  memory.newest = cards[0].key;
  const nodes = cards.map((/** @type {Projector.Card} */ answer, /** @type {number} */ index) => {
    const card = makeCard();
    drawCard(card, answer, index === 0, data);
    return card;
  });
  const pages = placeCards(board, nodes, state.tall.matches);
  memory.pages = pages.length;
  showPage(board, memory.page % pages.length);
}

/** @param {HTMLElement} board  @param {HTMLElement[]} cards  @param {boolean} upright */
function placeCards(board, cards, upright) {
  if (upright) {
    board.replaceChildren(element("div", { className: "page" }, element("ol", {}, ...cards)));
    return [cards];
  }
  const measure = element("ol", {}, ...cards);
  board.replaceChildren(element("div", { className: "page measured" }, measure, ...Array.from({ length: CARD_COLUMNS - 1 }, () => element("ol"))));
  const height = board.clientHeight;
  const gap = parseFloat(getComputedStyle(measure).rowGap) || 0;
  // An answer of many short lines would be higher than the wall: its line breaks become spaces.
  for (const card of cards) setClass(card, "flat", card.offsetHeight > height);
  const pages = cardPages(cards.map((card) => card.offsetHeight), height, gap);
  board.replaceChildren(...pages.map((columns) => element("div", { className: "page" },
    ...columns.map((column) => element("ol", {}, ...column.map((index) => cards[index]))))));
  return pages;
}

/** @param {Element} board  @param {number} page */
function showPage(board, page) {
  const memory = CARDS.get(board);
  memory.page = page;
  [...board.children].forEach((node, index) => setShown(node, index === page));
}

// Called several times a second: turns the page when its time has come, unless movement is stopped.
/** @param {Find} find  @param {Projector.Data} data  @param {Projector.Drawn} state */
function turnCards(find, data, state) {
  const board = find(state.view === "themes" ? ".by-theme" : ".cards");
  const memory = CARDS.get(board);
  if (!memory) return;
  if (state.still || memory.pages < 2) memory.turnAt = performance.now() + PAGE_MS;
  else if (performance.now() >= memory.turnAt) {
    showPage(board, (memory.page + 1) % memory.pages);
    memory.turnAt = performance.now() + PAGE_MS;
  }
  drawPager(find(".pager"), memory, data.texts);
}

/** @param {HTMLElement} pager  @param {{ page: number, pages: number }} memory  @param {TextSection} texts */
function drawPager(pager, { page, pages }, texts) {
  setShown(pager, pages > 1);
  if (pages < 2) return;
  const dots = keepChildren(pager.firstElementChild, pages > MANY_PAGES ? 0 : pages, () => element("i"));
  dots.forEach((dot, index) => setClass(dot, "on", index === page));
  setTextOrHide(pager.lastElementChild, `${page + 1}/${pages}`);
  setAttribute(pager, "aria-label", fill(texts.page, { n: page + 1, max: pages }));
}

/** All answers in order, read out beside the cards. @param {HTMLElement} list  @param {Projector.Data} data */
function drawTextList(list, { result, texts }) {
  const rows = keepChildren(list, result.cards.length, () =>
    element("li", {}, element("span", { className: "text" }), newThemeTag(), " ", element("b", { className: "count" })),
  );
  setAttribute(list, "data-size", "texts");
  result.cards.forEach((/** @type {Projector.Card} */ { text, count, theme }, /** @type {number} */ index) => {
    setTextOrHide(rows[index].firstElementChild, text);
    drawThemeTag(rows[index].children[1], theme ?? 0, result.themes);
    setTextOrHide(rows[index].lastElementChild, count > 1 ? texts.same_text.replace("{n}", count) : "");
  });
}
