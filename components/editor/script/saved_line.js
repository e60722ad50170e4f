/** By status: its picture; a clock for what goes on. @type {Record<string, string>} */
const STATUS_ICONS = { saved: "check", unchanged: "check", lost: "fault", lost_unkept: "fault", ended: "fault" };
const SAVING_MS = 700;
const QUIET_MS = 20000;

/** Whether all is saved: seen at once, and said aloud when it was in doubt or has not been said for a while. */
class SavedLine {
  /** @param {HTMLElement} node  @param {EditorTexts} texts  @param {(sentence: string) => void} announce */
  constructor(node, texts, announce) {
    this.node = node;
    this.texts = texts;
    this.announce = announce;
    this.shown = "";
    this.saidAt = 0;
  }

  /** @param {Draft} draft */
  draw(draft) {
    const { status } = draft;
    clearTimeout(this.timer);
    if (status === "saving" && this.shown === "saved") this.timer = setTimeout(() => this.show(draft), SAVING_MS);
    else this.show(draft);
  }

  /** @param {Draft} draft */
  show({ status, state, kept }) {
    const time = state?.saved_at ? this.texts.time(state.saved_at) : "";
    const shown = statusName(status, kept.isKept, Boolean(time));
    const words = this.texts.say(`saving.${shown}`, { time });
    const before = this.shown;
    this.shown = shown;
    const key = `${shown} ${time}`;
    if (this.node.dataset.key !== key) {
      this.node.dataset.key = key;
      setAttribute(this.node, "class", `saved ${shown}`);
      const picture = STATUS_ICONS[shown] ?? "waiting";
      const short = shown === "saved" && time;
      this.node.replaceChildren(icon(picture), element("span", { className: short ? "wide-words" : "" }, words));
      if (short) this.node.append(element("span", { className: "narrow-words", ariaHidden: "true" }, time));
    }
    this.say(before, words);
  }

  /** @param {string} before  @param {string} words */
  say(before, words) {
    const isTrouble = this.shown.startsWith("lost");
    const isLong = this.shown === "saved" && before === "saving" && Date.now() - this.saidAt > QUIET_MS;
    const isOver = this.shown === "saved" && before.startsWith("lost");
    if (!(isLong || isOver || (isTrouble && this.shown !== before))) return;
    this.saidAt = Date.now();
    this.announce(words);
  }
}

/** The name of what is said of a status. @param {Draft["status"]} status  @param {boolean} isKept  @param {boolean} isSaved whether anything has been saved yet */
function statusName(status, isKept, isSaved) {
  if (status === "lost" && !isKept) return "lost_unkept";
  return status === "saved" && !isSaved ? "unchanged" : status;
}
