// The outcome of a quiz or an assessment: a card of plain text, and a picture from this site only.

/** @param {HTMLElement} card  @param {Api.Outcome | false | null | undefined} found */
function drawOutcome(card, found) {
  card.hidden = !found;
  if (!found) return card.replaceChildren();
  const details = (found.details ?? []).flatMap(({ label, text }) => [
    element("dt", { textContent: label }),
    element("dd", { textContent: text }),
  ]);
  const head = element("header", {}, element("h2", { tabIndex: -1, textContent: found.title }),
    element("p", { textContent: found.text ?? "" }));
  const picture = found.picture && new URL(found.picture, location.href);
  if (picture && picture.origin === location.origin) head.prepend(element("img", { src: picture.pathname, alt: "" }));
  card.replaceChildren(head, ...(details.length ? [element("dl", {}, ...details)] : []));
}
