// Buttons that carry what their label said. They are changed in place, so that an update never takes the focus away.
/** @type {WeakMap<Element, { data: { lost: string } }>} */
const BY_ROOT = new WeakMap();
/** @type {WeakMap<Element, Intent>} */
const INTENTS = new WeakMap();

/** @param {HTMLElement} root */
function newButton(root) {
  return newPressButton((button) => {
    const drawn = BY_ROOT.get(root);
    const intent = INTENTS.get(button);
    if (!drawn || !intent) return;
    const status = root.querySelector("p");
    status.textContent = "";
    PRESS_QUEUE.add(root, intent, () => (status.textContent = drawn.data.lost));
  });
}

/** @param {HTMLButtonElement} button  @param {PressButton} one */
function drawButton(button, one) {
  INTENTS.set(button, { action: one.action, arguments: one.arguments, rev: one.rev });
  drawPressButton(button, one);
}

/**
 * @param {ComponentArguments<{ label: string, buttons: PressButton[], outcomes: PressOutcome[], lost: string }>} values
 */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".presses");
  BY_ROOT.set(root, { data });
  const row = root.querySelector(".row");
  setAttribute(row, "role", data.label ? "group" : null);
  setAttribute(row, "aria-label", data.label || null);
  while (row.children.length > data.buttons.length) row.lastElementChild?.remove();
  while (row.children.length < data.buttons.length) row.append(newButton(root));
  data.buttons.forEach((one, place) => drawButton(/** @type {HTMLButtonElement} */ (row.children[place]), one));
  PRESS_QUEUE.join(root, setTriggerValue, data.outcomes);
  return () => PRESS_QUEUE.leave(root);
}
