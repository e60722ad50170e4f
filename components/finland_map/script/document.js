// Making and changing elements. Words are only ever set as text.
const SVG = "http://www.w3.org/2000/svg";

function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// SVG knows no `hidden`.
function setDrawn(element, drawn) {
  element.style.display = drawn ? "" : "none";
}
