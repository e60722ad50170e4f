// The live cloud: every word is one <text>, moved by transforms, so that a kept word glides and never blinks.
const CLOUD_NS = "http://www.w3.org/2000/svg";
const CLOUD_EM = 100;
const CLOUD_BASELINE = 28;
const CLOUD_LINE = 108;
const CLOUD_FADE_MS = 700;
const CLOUD_SEED = "M4 0H24a16 16 0 0 1 16 16V24a16 16 0 0 1-16 16H16A16 16 0 0 1 0 24V4a4 4 0 0 1 4-4Z";
const CLOUD_SEED_SIDE = 40;
/** @type {WeakMap<SVGSVGElement, Map<string, Cloud.Drawn>>} */
const cloudWords = new WeakMap();

/** @param {Cloud.Word} word  @param {number} [zoom] */
function cloudPlace(word, zoom = 1) {
  return `translate(${word.x}px, ${word.y}px) scale(${(word.size * zoom) / CLOUD_EM})`;
}

/** @param {SVGTextElement} element  @param {Cloud.Word} word */
function cloudLines(element, word) {
  const spans = word.lines.map((line, row) => {
    const span = document.createElementNS(CLOUD_NS, "tspan");
    span.textContent = line;
    span.setAttribute("x", "0");
    span.setAttribute("y", String(CLOUD_BASELINE + CLOUD_LINE * (row - (word.lines.length - 1) / 2)));
    return span;
  });
  element.replaceChildren(...spans);
  spans.forEach((span, row) => cloudSqueeze(span, word.widths[row] * CLOUD_EM));
}

// Another font, or a script whose width the layout only estimates, may not run over its neighbours.
/** @param {SVGTSpanElement} span  @param {number} width */
function cloudSqueeze(span, width) {
  if (span.getComputedTextLength() <= width) return;
  span.setAttribute("textLength", String(width));
  span.setAttribute("lengthAdjust", "spacingAndGlyphs");
}

// The number of a word's theme in a seed, at the place that the layout keeps free for it.
/** @param {SVGSVGElement} svg  @param {Cloud.Drawn} entry  @param {Cloud.Word} word */
function cloudMark(svg, entry, word) {
  if (!word.theme) {
    entry.mark?.remove();
    entry.mark = null;
    return;
  }
  if (!entry.mark) {
    entry.mark = document.createElementNS(CLOUD_NS, "g");
    const seed = document.createElementNS(CLOUD_NS, "path");
    const digit = document.createElementNS(CLOUD_NS, "text");
    seed.setAttribute("d", CLOUD_SEED);
    digit.setAttribute("x", "20");
    digit.setAttribute("y", "31");
    entry.mark.append(seed, digit);
    svg.append(entry.mark);
  }
  const [x, y, side] = word.mark;
  const drawn = JSON.stringify([word.theme, word.mark]);
  if (entry.mark.dataset.drawn === drawn) return;
  entry.mark.dataset.drawn = drawn;
  entry.mark.setAttribute("class", `mark theme${word.theme}`);
  entry.mark.lastElementChild.textContent = String(word.theme);
  entry.mark.style.transform = `translate(${x - side / 2}px, ${y - side / 2}px) scale(${side / CLOUD_SEED_SIDE})`;
}

// Where words are sorted, they have their themes' colours, and the text's where they are in none.
/** @param {Cloud.Word} word  @param {boolean} isSorted */
function cloudClass(word, isSorted) {
  if (!isSorted) return `word ink${word.ink}`;
  return word.theme ? `word theme${word.theme}` : "word ink4";
}

/** @param {SVGSVGElement} svg  @param {Cloud.Word} word @returns {Cloud.Drawn} */
function cloudEnter(svg, word) {
  const element = document.createElementNS(CLOUD_NS, "text");
  element.style.transform = cloudPlace(word, 0.4);
  element.style.opacity = "0";
  svg.append(element);
  element.getBoundingClientRect(); // the browser must have seen the start, or it draws the end at once
  return { element, mark: null, lines: "", place: "" };
}

/** @param {Cloud.Drawn} entry */
function cloudLeave({ element, mark }) {
  mark?.remove();
  element.style.opacity = "0";
  setTimeout(() => element.remove(), CLOUD_FADE_MS);
}

/** @param {SVGSVGElement} svg  @param {Cloud.Drawing} drawing  @param {boolean} [isSorted] */
function drawCloud(svg, drawing, isSorted = false) {
  if (!cloudWords.has(svg)) cloudWords.set(svg, new Map());
  const shown = cloudWords.get(svg);
  const box = `0 0 ${drawing.width} ${drawing.height}`;
  if (svg.getAttribute("viewBox") !== box) svg.setAttribute("viewBox", box);
  const keys = new Set(drawing.words.map((word) => word.key));
  for (const [key, entry] of shown) {
    if (!keys.has(key)) {
      shown.delete(key);
      cloudLeave(entry);
    }
  }
  for (const word of drawing.words) {
    if (!shown.has(word.key)) shown.set(word.key, cloudEnter(svg, word));
    const entry = shown.get(word.key);
    const inks = cloudClass(word, isSorted);
    if (entry.element.getAttribute("class") !== inks) entry.element.setAttribute("class", inks);
    cloudMark(svg, entry, word);
    const lines = JSON.stringify([word.lines, word.widths]);
    if (entry.lines !== lines) {
      cloudLines(entry.element, word);
      entry.lines = lines;
    }
    const place = cloudPlace(word);
    if (entry.place === place) continue;
    entry.place = place;
    entry.element.style.transform = place;
    entry.element.style.opacity = "1";
  }
}
