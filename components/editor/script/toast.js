const SHOWN_MS = 10000;

/** One sentence that leaves by itself, not while it is pointed at or has the focus, with a button that takes it back. */
class Toast {
  /** @param {HTMLElement} node  @param {EditorTexts} texts  @param {(sentence: string) => void} announce */
  constructor(node, texts, announce) {
    this.node = node;
    this.announce = announce;
    this.words = element("p");
    this.button = element("button", { type: "button", className: "button" }, texts.say("undo"));
    this.button.addEventListener("click", () => this.act());
    node.append(this.words, this.button, iconButton("close", texts.say("close"), () => this.hide()));
    this.onUndo = null;
    for (const event of ["pointerleave", "focusout"]) node.addEventListener(event, () => this.wait());
  }

  /** @param {string} sentence  @param {(() => void) | null} [onUndo] */
  show(sentence, onUndo = null) {
    this.onUndo = onUndo;
    setText(this.words, sentence);
    this.button.hidden = !onUndo;
    this.node.hidden = false;
    this.announce(sentence);
    this.wait();
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.isLookedAt ? this.wait() : this.hide()), SHOWN_MS);
  }

  get isLookedAt() { return this.node.matches(":hover") || Boolean(focusWithin(this.node)); }

  act() {
    const { onUndo } = this;
    this.hide();
    onUndo?.();
  }

  hide() {
    clearTimeout(this.timer);
    this.node.hidden = true;
  }
}
