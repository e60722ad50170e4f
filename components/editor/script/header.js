/** The bar above all: the way back, the title, undo and redo, and the start of a room. */
class EditorHeader {
  /** @param {Find} find  @param {Editor} editor */
  constructor(find, editor) {
    const { texts, draft, data } = editor;
    this.find = find;
    this.editor = editor;
    const back = find(".back");
    setAttribute(find(".logo"), "href", `${data.base}/?kieli=${data.lang}`);
    setAttribute(find(".logo source"), "srcset", `${data.base}/assets/svg/logo_dark.svg`);
    setAttribute(find(".logo img"), "src", `${data.base}/assets/svg/logo_light.svg`);
    setAttribute(back, "href", `${data.base}/ohjaus?kieli=${data.lang}`);
    setAttribute(back, "aria-label", texts.say("back_to_workshops"));
    back.append(icon("back"), element("span", { className: "wide-words" }, texts.say("workshops")));
    find(".to-programme").append(icon("back"), element("span", {}, texts.say("parts.programme")));
    find(".to-programme").addEventListener("click", () => editor.showScreen("programme"));
    this.saved = new SavedLine(find(".saved"), texts, (sentence) => editor.announce(sentence));
    this.undo = iconButton("undo", texts.say("undo"), () => draft.step("undo"));
    this.redo = iconButton("redo", texts.say("redo"), () => draft.step("redo"));
    find(".history").append(this.undo, this.redo);
    this.start = new StartButton(editor);
    this.start.join(find(".start"));
  }

  draw() {
    const { draft } = this.editor;
    const { state, queue } = draft;
    const languages = this.editor.languages;
    setText(this.find("h1"), firstText(draft.document?.workshop?.title, languages) || this.editor.texts.say("untitled"));
    this.saved.draw(draft);
    const isFree = Boolean(state) && draft.status !== "paused" && draft.status !== "ended" && draft.status !== "lost";
    setDisabled(this.undo, !isFree || !(state.can_undo || queue.length));
    setDisabled(this.redo, !isFree || !state.can_redo || Boolean(queue.length));
    this.start.draw();
  }
}
