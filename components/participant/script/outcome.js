// The outcome of a quiz or an assessment: a card of plain text, and a picture from this site only.

/** @param {HTMLElement} card  @param {Api.Outcome | false | null | undefined} outcome */
function drawOutcome(card, outcome) {
  card.hidden = !outcome;
  if (!outcome) return card.replaceChildren();
  const details = (outcome.details ?? []).flatMap(({ label, text }) => [
    element("dt", { textContent: label }),
    element("dd", { textContent: text }),
  ]);
  const head = element("header", {}, element("h2", { tabIndex: -1, textContent: outcome.title }),
    element("p", { textContent: outcome.text ?? "" }));
  const picture = outcome.picture && new URL(outcome.picture, location.href);
  if (picture && picture.origin === location.origin) head.prepend(element("img", { src: picture.pathname, alt: "" }));
  card.replaceChildren(head, ...(details.length ? [element("dl", {}, ...details)] : []));
}
