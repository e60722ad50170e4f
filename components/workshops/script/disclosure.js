let disclosures = 0;

/**
 * A button that shows and hides what stands after it; Escape within it hides it and goes back to the button.
 * @param {HTMLButtonElement} button  @param {HTMLElement} panel
 */
function disclosure(button, panel) {
  panel.id = panel.id || `disclosed-${(disclosures += 1)}`;
  panel.hidden = true;
  button.setAttribute("aria-controls", panel.id);
  button.setAttribute("aria-expanded", "false");
  /** @param {boolean} isOpen */
  const show = (isOpen) => {
    panel.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
  };
  button.addEventListener("click", () => show(panel.hidden === true));
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    show(false);
    button.focus();
  });
  return show;
}
