// The land and its numbers. One number is in the tab order; arrow keys move between them.
/** @type {Record<string, number>} */
const STEP_OF_KEY = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

const FULL_SPACING = 44; // closer numbers are drawn smaller
const ABOVE = 40; // of the map's units, above the northernmost number or name

/** Where the drawn part begins: the north without examples is left out. @param {FinlandMap.Data} data */
function northOf({ land, examples }) {
  const highest = Math.min(land.label[1], ...examples.map(({ y }) => y));
  return examples.length ? Math.max(0, highest - ABOVE) : 0;
}

class LandMap {
  /** @param {HTMLElement} element  @param {FinlandMap.Data} data  @param {FinlandMap.Actions} act */
  constructor(element, data, act) {
    this.svg = element.querySelector("svg");
    this.north = northOf(data);
    this.tip = new Tip(element.querySelector(".tip"), data.land, this.north);
    this.act = act;
    this.areas = new Map(data.land.areas.map((area) => [area.code, this._area(area)]));
    this.marks = new Map(data.examples.map((example) => [example.id, this._mark(example, data.land.spacing)]));
    this._build(data);
    this._buildKey(element, data.texts);
  }

  /** @param {Board} board */
  update(board) {
    this.examples = board.examples;
    this.svg.setAttribute("aria-label", board.texts.label);
    const shown = board.shown();
    const entry = (shown.find((example) => example.id === board.chosen) ?? shown[0])?.id;
    for (const example of this.examples) {
      const mark = this.marks.get(example.id);
      for (const drawn of [mark, this.lines.get(example.id)]) if (drawn) setDrawn(drawn, example.shown);
      mark.setAttribute("aria-pressed", String(example.id === board.chosen));
      mark.setAttribute("tabindex", example.id === entry ? "0" : "-1");
      mark.setAttribute("aria-label", `${example.number}. ${example.title}, ${example.place}`);
      mark.classList.toggle("near", example.id === board.near);
    }
    setDrawn(this.label, shown.some((example) => example.kind === "country"));
    for (const [code, area] of this.areas) this._paint(area, shown.filter((example) => example.code === code), board);
    const near = shown.find((example) => example.id === board.near);
    if (near) this.tip.show(near);
    else this.tip.hide();
  }

  /** @param {SVGElement} area  @param {FinlandMap.Example[]} examples  @param {Board} board */
  _paint(area, examples, board) {
    area.classList.toggle("covered", examples.length > 0);
    area.classList.toggle("near", examples.some((example) => example.id === board.near));
    area.classList.toggle("chosen", examples.some((example) => example.id === board.chosen));
    // A press on the shade chooses its example, and a new press the next one of the same area.
    area.onclick = () => {
      const place = examples.findIndex((example) => example.id === board.chosen);
      if (examples.length) this.act.choose(examples[(place + 1) % examples.length].id);
    };
  }

  /** @param {FinlandMap.Area} values */
  _area({ name, path }) {
    return draw("path", { d: path, class: "region" }, draw("title", {}, name));
  }

  /** @param {FinlandMap.Example} example  @param {number} spacing */
  _mark(example, spacing) {
    const mark = drawMark(example.kind, example.number);
    const reach = spacing / 2;
    mark.prepend(draw("rect", { class: "reach", x: -reach, y: -reach, width: spacing, height: spacing }));
    const size = Math.min(1, spacing / FULL_SPACING);
    const scale = size < 1 ? ` scale(${size})` : "";
    mark.setAttribute("transform", `translate(${example.x} ${example.y})${scale}`);
    mark.setAttribute("role", "button");
    mark.dataset.example = example.id;
    mark.addEventListener("click", () => this.act.choose(example.id));
    mark.addEventListener("keydown", (event) => this._key(event, example.id));
    mark.addEventListener("pointerenter", () => this.act.near(example.id));
    mark.addEventListener("pointerleave", () => this.act.near(null));
    mark.addEventListener("focus", () => mark.matches(":focus-visible") && this.act.near(example.id));
    mark.addEventListener("blur", () => this.act.near(null));
    return mark;
  }

  /** @param {KeyboardEvent} event  @param {string} id */
  _key(event, id) {
    const shown = this.examples.filter((example) => example.shown);
    const place = shown.findIndex((example) => example.id === id);
    /** @type {Record<string, number>} */
    const ends = { Home: 0, End: shown.length - 1 };
    const target = ends[event.key] ?? place + (STEP_OF_KEY[event.key] ?? 0);
    if (event.key === "Enter" || event.key === " ") this.act.choose(id);
    else if (event.key === "Escape") this.act.near(null);
    else if (target !== place || event.key in STEP_OF_KEY) this.marks.get(shown.at(target % shown.length).id).focus();
    else return;
    event.preventDefault();
  }

  /** @param {FinlandMap.Data} values */
  _build({ land, examples, texts }) {
    const height = land.height - this.north;
    this.svg.setAttribute("viewBox", `0 ${this.north} ${land.width} ${height}`);
    this.svg.parentElement.style.setProperty("--shape", String(land.width / height));
    const areas = draw("g", { transform: `scale(${1 / land.steps})`, "aria-hidden": "true" }, ...this.areas.values());
    this.lines = new Map(examples.filter((example) => example.joined).map((example) => [example.id, this._line(example)]));
    const [x, y] = land.label;
    this.label = draw("text", { class: "label", x, y, dy: ".36em", "aria-hidden": "true" }, texts.country);
    this.svg.replaceChildren(areas, ...this.lines.values(), this.label, ...this.marks.values());
  }

  /** @param {FinlandMap.Example} values */
  _line({ x, y, joined: [endX, endY] }) {
    const line = draw("line", { x1: x, y1: y, x2: endX, y2: endY });
    return draw("g", { class: "line", "aria-hidden": "true" }, line, draw("circle", { cx: endX, cy: endY, r: 4 }));
  }

  /** @param {HTMLElement} section  @param {Record<string, string>} texts */
  _buildKey(section, texts) {
    const kinds = [["spot", texts.spot_key], ["area", texts.area_key], ["country", texts.country_key]];
    const rows = kinds.map(([kind, words]) => element("li", {}, drawMarkAlone(kind), element("span", {}, words)));
    section.querySelector(".key").replaceChildren(...rows);
    setText(section.querySelector(".source"), texts.source);
  }
}
