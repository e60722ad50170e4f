/**
 * Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y). In a field that has been typed in since it got the focus they are the browser's
 * own, word by word and without the server; everywhere else they take back and bring back the last saved change.
 */
class UndoKeys {
  /** @param {HTMLElement} root  @param {Draft} draft */
  constructor(root, draft) {
    this.draft = draft;
    /** @type {EventTarget | null} */
    this.typed = null;
    root.addEventListener("input", (event) => (this.typed = event.target));
    root.addEventListener("focusout", () => (this.typed = null));
    root.addEventListener("keydown", (event) => this.press(event));
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    if (event.target === this.typed) return;
    event.preventDefault();
    event.stopPropagation();
    this.draft.step(key === "y" || event.shiftKey ? "redo" : "undo");
  }
}
