/**
 * Which findings are told. What is empty and on the screen is not a fault before its field has been left, or before
 * somebody asks for all of them: whoever begins an item has not forgotten anything yet.
 */
class QuietFaults {
  /** @param {Editor} editor */
  constructor(editor) {
    this.editor = editor;
    /** Paths whose findings are told, each by `keyOf`. @type {Set<string>} */
    this.told = new Set();
    this.isPressed = false;
    this.isStale = false;
    const { root } = editor;
    root.addEventListener("focusout", ({ target }) => this.leave(/** @type {HTMLElement} */ (target)));
    root.addEventListener("pointerdown", () => { this.isPressed = true; }, true);
    for (const name of ["pointerup", "pointercancel"]) window.addEventListener(name, () => this.release(), { signal: editor.draft.ending.signal });
  }

  /** @param {EditorApi.Finding[]} findings */
  filtered(findings) {
    return findings.filter((finding) => !this.isQuiet(finding));
  }

  /** @param {EditorApi.Finding} finding */
  isQuiet({ path }) {
    return this.editor.isShown(path) && isBlank(valueAt(this.editor.draft.document, path)) && !this.isTold(path);
  }

  /** @param {EditorApi.Path} path */
  isTold(path) {
    return path.some((_, place) => this.told.has(this.keyOf(path.slice(0, place + 1))));
  }

  /** A path with ids for places, so that it leads to the same row where others move. @param {EditorApi.Path} path */
  keyOf(path) {
    let value = this.editor.draft.document;
    return JSON.stringify(path.map((key) => {
      value = value?.[key];
      return value?.id ?? key;
    }));
  }

  /** Tells everything that there is now. */
  tellAll() {
    for (const { path } of this.editor.draft.state?.findings ?? []) this.told.add(this.keyOf(path));
  }

  /** @param {HTMLElement} field */
  leave(field) {
    const path = this.editor.form.pathOf(field);
    if (!path || this.isTold(path)) return;
    this.told.add(this.keyOf(path));
    this.isStale = this.isPressed;
    if (!this.isPressed) setTimeout(() => this.editor.draw()); // the field may be leaving with its row just now
  }

  /** What is pressed must not move away under the pointer by what is told of the field before. */
  release() {
    this.isPressed = false;
    if (this.isStale) setTimeout(() => this.editor.draw());
    this.isStale = false;
  }
}

/** Whether nothing has been written: in a text, in any language of it, in a list. @param {any} value @returns {boolean} */
function isBlank(value) {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.values(value).every((words) => words === "");
}
