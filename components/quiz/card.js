/**
 * The result: the drawing in front of a propeller that turns once, and what is said of the type.
 * @param {HTMLElement} card
 * @param {QuizForm.Result} result
 */
function drawCard(card, result) {
  card.className = `card ${result.ink}`;
  card.replaceChildren(cardHead(result), element("dl", {}, ...result.details.map(cardDetail)));
}

/** @param {QuizForm.Result} values */
function cardHead({ kicker, title, types, text, flavour, pictures }) {
  const words = element("div", { className: "words" },
    ...(kicker ? [element("p", { className: "kicker", textContent: kicker })] : []),
    element("h2", { tabIndex: -1, textContent: title }),
    ...(types ? [element("p", { className: "types", textContent: types })] : []),
    element("p", { className: "tagline", textContent: text }),
    ...(flavour ? [element("p", { className: "flavour", textContent: flavour })] : []));
  const faces = element("div", { className: pictures.length > 1 ? "faces two" : "faces" },
    element("span", { className: "propeller" }), ...pictures.map((src) => element("img", { src, alt: "" })));
  return element("header", {}, words, faces);
}

/** @param {QuizForm.Detail} values */
function cardDetail({ label, text, picture }) {
  const face = picture ? [element("img", { src: picture, alt: "" })] : [];
  return element("div", { className: picture ? "with-face" : "" },
    element("dt", {}, ...face, label), ...text.map((sentence) => element("dd", { textContent: sentence })));
}
