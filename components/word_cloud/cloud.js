// The live cloud: every word is one <text>, moved by transforms, so that a kept word glides and never blinks.
const CLOUD_NS = "http://www.w3.org/2000/svg";
const CLOUD_EM = 100;
const CLOUD_BASELINE = 28;
const CLOUD_LINE = 108;
const CLOUD_FADE_MS = 700;
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

/** @param {SVGSVGElement} svg  @param {Cloud.Word} word */
function cloudEnter(svg, word) {
  const element = document.createElementNS(CLOUD_NS, "text");
  element.setAttribute("class", `word ink${word.ink}`);
  element.style.transform = cloudPlace(word, 0.4);
  element.style.opacity = "0";
  svg.append(element);
  element.getBoundingClientRect(); // the browser must have seen the start, or it draws the end at once
  return { element, lines: "", place: "" };
}

/** @param {SVGTextElement} element */
function cloudLeave(element) {
  element.style.opacity = "0";
  setTimeout(() => element.remove(), CLOUD_FADE_MS);
}

/** @param {SVGSVGElement} svg  @param {Cloud.Drawing} drawing */
function drawCloud(svg, drawing) {
  if (!cloudWords.has(svg)) cloudWords.set(svg, new Map());
  const shown = cloudWords.get(svg);
  const box = `0 0 ${drawing.width} ${drawing.height}`;
  if (svg.getAttribute("viewBox") !== box) svg.setAttribute("viewBox", box);
  const keys = new Set(drawing.words.map((word) => word.key));
  for (const [key, { element }] of shown) {
    if (!keys.has(key)) {
      shown.delete(key);
      cloudLeave(element);
    }
  }
  for (const word of drawing.words) {
    if (!shown.has(word.key)) shown.set(word.key, cloudEnter(svg, word));
    const entry = shown.get(word.key);
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
