// The examples: filters, the map or the list, the chosen one's card, and bars over all of them.

/** @param {Reading.Content} content  @param {Reading.Tools} tools */
function drawExamples({ examples, board: drawn, texts, lang }, { query }) {
  if (!examples || !drawn) return [];
  const holder = element("div", { className: "views by-map" });
  // Our own markup, with no words in it.
  holder.innerHTML = BOARD;
  for (const { card } of drawn.examples) card.links = card.links.map((link) => withRoom(link, query));
  /** @type {string | null} */
  let chosen = history.state?.chosen ?? null;
  /** @type {Record<string, string>} */
  let filters = {};
  const board = new Board(holder.querySelector(".finland-map"), { ...drawn, chosen });
  const update = () => {
    const rows = drawn.examples.map((example) => ({
      ...example,
      shown: Object.entries(filters).every(([name, value]) => examples.words[example.id][name].includes(value)),
    }));
    const n = rows.filter((example) => example.shown).length;
    const counted = fill(pluralForm(examples.counted, n, lang), { n });
    const isShown = rows.some((example) => example.id === chosen && example.shown);
    write.textContent = `${texts.list} (${n})`;
    board.update({ land: drawn.land, examples: rows, chosen: isShown ? chosen : null, texts: { ...drawn.texts, counted } }, choose);
  };
  /** @param {string} id */
  const choose = (id) => {
    chosen = id || null;
    history.replaceState({ ...history.state, chosen }, "");
    update();
  };
  const [map, write] = ["by-map", "by-list"].map((name) => element("button", { type: "button", onclick: () => turn(name) }));
  map.textContent = texts.map;
  /** @param {string} name */
  const turn = (name) => {
    holder.className = `views ${name}`;
    for (const [button, way] of /** @type {[HTMLElement, string][]} */ ([[map, "by-map"], [write, "by-list"]])) {
      button.setAttribute("aria-pressed", String(way === name));
    }
  };
  turn("by-map");
  update();
  return [
    element("p", { className: "help", textContent: examples.note }),
    drawFilters(examples.filters, texts, (values) => {
      filters = values;
      update();
    }),
    element("div", { className: "switch", role: "group", "aria-label": texts.show }, map, write),
    holder,
    ...(examples.charts.length ? [element("h2", { textContent: examples.charts_title })] : []),
    ...examples.charts.map(drawBars),
  ];
}

/** A link of this site keeps the room and the language. @param {FinlandMap.ExampleLink} link  @param {string} query */
function withRoom(link, query) {
  const address = new URL(link.href, location.href);
  return address.origin === location.origin ? { ...link, href: `${address.pathname}${address.search}&${query}` } : link;
}
