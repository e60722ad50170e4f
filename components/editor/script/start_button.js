/** Starts a room of the workshop; while faults block it, says how many there are and leads to the first. */
class StartButton {
  /** @param {Editor} editor */
  constructor(editor) {
    this.editor = editor;
    /** @type {HTMLElement[]} */
    this.buttons = [];
    this.isStarting = false;
  }

  /** @param {HTMLElement} button */
  join(button) {
    button.append(icon("play"), element("span", {}, this.editor.texts.say("start")));
    button.addEventListener("click", () => this.press());
    this.buttons.push(button);
  }

  get blocking() {
    return (this.editor.draft.state?.findings ?? []).filter(({ blocking }) => blocking);
  }

  /** Why a room cannot be started now; empty where it can. */
  get reason() {
    const { draft, texts } = this.editor;
    const n = this.blocking.length;
    if (n) return texts.say("start_faults", { n });
    if (draft.status === "paused") return texts.say("start_paused");
    if (draft.status === "lost" || draft.status === "ended") return texts.say("start_lost");
    return draft.state?.can_start ? "" : texts.say("start_unfinished");
  }

  draw() {
    const { reason } = this;
    for (const button of this.buttons) {
      setDisabled(button, Boolean(reason) || this.isStarting);
      setAttribute(button, "title", reason || null);
      setAttribute(button, "aria-description", reason || null);
    }
  }

  async press() {
    const { editor, reason } = this;
    if (this.isStarting) return;
    if (reason) {
      editor.tellFaults();
      editor.toast.show(reason);
      if (this.blocking.length) editor.goTo(this.blocking[0].path);
      return;
    }
    this.isStarting = true;
    this.draw();
    const { status, body } = (await editor.draft.settle()) ? await editor.draft.server.startRoom().catch(() => LOST_REPLY) : LOST_REPLY;
    this.isStarting = false;
    this.draw();
    if (status === 200 || status === 201) editor.leaveTo(`/ohjaus?huone=${body.code}`);
    else editor.toast.show(body?.message ?? editor.texts.say("start_lost"));
  }
}
