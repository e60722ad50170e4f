/** Sentences under the tabs: another who edits, and what has ended. */
class EditorNotes {
  /** @param {HTMLElement} node  @param {Editor} editor */
  constructor(node, editor) {
    this.node = node;
    this.editor = editor;
    this.takeOver = element("button", { type: "button", className: "button" }, editor.texts.say("take_over"));
    this.takeOver.addEventListener("click", () => this.take());
    this.words = element("p");
    this.note = element("div", { className: "note", hidden: true }, icon("waiting"), this.words, this.takeOver);
    node.append(this.note);
    this.sentence = "";
  }

  /** @param {string} sentence */
  end(sentence) {
    this.sentence = sentence;
    this.draw();
  }

  draw() {
    const { draft, texts } = this.editor;
    const isPaused = draft.status === "paused";
    const since = isPaused ? texts.time(draft.state.editor.since) : "";
    const words = this.sentence || (isPaused ? texts.say("another_edits", { time: since }) : "");
    if (words && words !== this.words.textContent) this.editor.announce(words);
    setText(this.words, words);
    if (!isPaused && focusWithin(this.note)) this.editor.focusPanel();
    this.note.hidden = !words;
    this.takeOver.hidden = !isPaused;
  }

  async take() {
    await this.editor.draft.takeOver();
    this.editor.announce(this.editor.texts.say("taken_over"));
  }
}
