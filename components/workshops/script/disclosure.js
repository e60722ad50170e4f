let disclosures = 0;

/**
 * A button that shows and hides what stands after it; Escape within it hides it and goes back to the button.
 * What the panel holds is drawn whenever it is shown.
 * @param {HTMLButtonElement} button  @param {HTMLElement} panel  @param {() => Node[]} draw
 */
function disclosure(button, panel, draw) {
  panel.id = panel.id || `disclosed-${(disclosures += 1)}`;
  panel.hidden = true;
  button.setAttribute("aria-controls", panel.id);
  button.setAttribute("aria-expanded", "false");
  /** @param {boolean} isOpen */
  const show = (isOpen) => {
    panel.hidden = !isOpen;
    if (isOpen) panel.replaceChildren(...draw());
    button.setAttribute("aria-expanded", String(isOpen));
  };
  button.addEventListener("click", () => show(panel.hidden === true));
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    show(false);
    button.focus();
  });
}
