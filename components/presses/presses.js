// Buttons that carry what their label said. They are changed in place, so that an update never takes the focus away.
/**
 * @typedef {object} PressButton
 * @property {string} action
 * @property {Record<string, unknown>} arguments
 * @property {number} rev
 * @property {string} icon
 * @property {string} label
 * @property {string} detail
 * @property {string} kind
 * @property {boolean | null} chosen
 * @property {boolean} disabled
 */

/** @type {WeakMap<Element, { data: { lost: string } }>} */
const BY_ROOT = new WeakMap();
/** @type {WeakMap<Element, Intent>} */
const INTENTS = new WeakMap();

/** @param {HTMLButtonElement} button  @param {string} name */
function part(button, name) {
  return button.querySelector(`.${name}`);
}

/** @param {HTMLElement} root */
function newButton(root) {
  const button = document.createElement("button");
  button.type = "button";
  for (const name of ["icon", "text"]) {
    const span = document.createElement("span");
    span.className = name;
    button.append(span);
  }
  part(button, "icon").setAttribute("aria-hidden", "true");
  part(button, "icon").translate = false;
  part(button, "text").append(document.createElement("b"), document.createElement("small"));
  button.addEventListener("click", (event) => {
    if (event.detail > 1 || button.getAttribute("aria-disabled") === "true") return; // a double click is one press
    const drawn = BY_ROOT.get(root);
    const intent = INTENTS.get(button);
    if (!drawn || !intent) return;
    const status = root.querySelector("p");
    status.textContent = "";
    PRESS_QUEUE.add(root, intent, () => (status.textContent = drawn.data.lost));
  });
  return button;
}

/** @param {HTMLButtonElement} button  @param {PressButton} one */
function drawButton(button, one) {
  INTENTS.set(button, { action: one.action, arguments: one.arguments, rev: one.rev });
  setText(part(button, "icon"), one.icon);
  setText(button.querySelector("b"), one.label);
  setText(button.querySelector("small"), one.detail);
  setAttribute(button, "class", one.kind);
  setAttribute(button, "aria-pressed", one.chosen === null ? null : String(one.chosen));
  setAttribute(button, "aria-disabled", one.disabled ? "true" : null);
}

/**
 * @param {ComponentArguments<{ label: string, layout: string, buttons: PressButton[], outcomes: PressOutcome[], lost: string }>} values
 */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".presses");
  BY_ROOT.set(root, { data });
  const row = root.querySelector(".row");
  setAttribute(row, "class", `row ${data.layout}`);
  setAttribute(row, "role", data.label ? "group" : null);
  setAttribute(row, "aria-label", data.label || null);
  while (row.children.length > data.buttons.length) row.lastElementChild.remove();
  while (row.children.length < data.buttons.length) row.append(newButton(root));
  data.buttons.forEach((one, place) => drawButton(/** @type {HTMLButtonElement} */ (row.children[place]), one));
  PRESS_QUEUE.join(root, setTriggerValue, data.outcomes);
  return () => PRESS_QUEUE.leave(root);
}
