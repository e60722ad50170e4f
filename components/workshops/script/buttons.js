// Buttons and links of the organiser's lists.

/**
 * A button with its sign and its words.
 * @param {string} label  @param {string} sign  @param {(button: HTMLButtonElement) => void} press  @param {string} [kind]
 */
function iconButton(label, sign, press, kind = "") {
  const button = element("button", { type: "button", className: `btn ${kind}` }, icon(sign), label);
  button.addEventListener("click", () => press(button));
  return button;
}

/**
 * A link that looks like a button.
 * @param {string} label  @param {string} href  @param {string} [kind]  @param {string} [sign]
 */
function linkButton(label, href, kind = "", sign = "") {
  return element("a", { className: `btn ${kind}`, href, target: "_self" }, ...(sign ? [icon(sign)] : []), label);
}
