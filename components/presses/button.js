/**
 * A button as the server tells it.
 * @typedef {object} PressButton
 * @property {string} action
 * @property {Record<string, unknown>} arguments
 * @property {number} [rev]
 * @property {string} icon
 * @property {string} label
 * @property {string} detail
 * @property {string} kind
 * @property {boolean | null} chosen
 * @property {boolean} disabled
 * @property {string} [picture]
 */

/** @param {HTMLElement} button  @param {string} name */
function buttonPart(button, name) {
  return button.querySelector(`.${name}`);
}

/** A button without its words yet. @param {(button: HTMLButtonElement) => void} onPress */
function newPressButton(onPress) {
  const button = document.createElement("button");
  button.type = "button";
  for (const name of ["icon", "text"]) {
    const made = document.createElement("span");
    made.className = name;
    button.append(made);
  }
  buttonPart(button, "icon").setAttribute("aria-hidden", "true");
  buttonPart(button, "icon").translate = false;
  buttonPart(button, "text").append(document.createElement("b"), document.createElement("small"));
  button.addEventListener("click", (event) => {
    if (event.detail > 1 || button.getAttribute("aria-disabled") === "true") return; // a double click is one press
    onPress(button);
  });
  return button;
}

/** Changes the button in place, so that an update never takes the focus away. @param {HTMLButtonElement} button  @param {PressButton} data */
function drawPressButton(button, data) {
  setText(buttonPart(button, "icon"), data.icon);
  setText(button.querySelector("b"), data.label);
  setText(button.querySelector("small"), data.detail);
  setAttribute(button, "class", data.kind);
  setAttribute(button, "aria-pressed", data.chosen === null ? null : String(data.chosen));
  setAttribute(button, "aria-disabled", data.disabled ? "true" : null);
}
