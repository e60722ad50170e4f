// Questions at one's own pace: the list of them, or one of them in the ordinary form. The address and the Back button tell the same.

class OwnPace {
  /** @param {Pace.ParticipantPage} participant */
  constructor(participant) {
    const { section, lang } = participant.page;
    this.participant = participant;
    this.section = section;
    this.lang = lang;
    this.drafts = new ItemDrafts(participant.notebook);
    this.list = new ItemList(participant, (round) => this.open(round));
    this.back = element("button", { type: "button", className: "clear pace-back", onclick: () => this.leave() });
    this.onward = element("button", { type: "button", className: "btn pace-onward" });
    /** @type {string | null} the question that is on */
    this.round = history.state?.pace ?? null;
    /** @type {Map<string, Api.Me>} */
    this.own = new Map();
    /** @type {Api.OwnPace | null} */
    this.pace = null;
    section.prepend(this.back);
    (section.querySelector(".another") ?? section.querySelector(".foot")).before(this.list.node, this.onward);
    addStyle(section, STYLE);
    addEventListener("popstate", () => this.move(history.state?.pace ?? null), { signal: participant.life.signal });
  }

  /** @param {Api.State | null} state  @returns {Api.State | null} */
  receive(state) {
    this.pace = state?.own_pace ?? null;
    const { notebook } = this.participant;
    const items = this.pace?.items ?? [];
    const item = items.find(({ round }) => round === this.round) ?? null;
    if (!item) this.round = null;
    if (items.some(({ round }) => round === notebook.page.round) || item) this.drafts.move(this.round);
    this.draw();
    if (!state) return null;
    // What is told of the others makes no other question of this one.
    const { rev, locked, ended, speaker } = state;
    return { ...(item ?? state), rev, locked, ended, speaker, own_pace: undefined };
  }

  /** @param {Api.Me} me */
  mine(me) {
    for (const own of me.items ?? []) if (own.round) this.own.set(own.round, own);
    this.draw();
    return { ...me, ...this.own.get(this.round ?? "") };
  }

  get rows() {
    return (this.pace?.items ?? []).flatMap(({ round, ...item }) => round ? [{ item: { ...item, round }, own: this.own.get(round) ?? null }] : []);
  }

  draw() {
    const { section, round, rows, pace } = this;
    const isItem = Boolean(pace && round);
    section.classList.toggle("paces", Boolean(pace) && !isItem);
    this.back.hidden = this.onward.hidden = !isItem;
    if (!pace) return;
    this.list.draw(rows, pace);
    if (isItem) this.drawWay(rows);
  }

  /** The ways from a question. @param {Pace.Row[]} rows */
  drawWay(rows) {
    const place = rows.findIndex(({ item }) => item.round === this.round);
    const ahead = [...rows.slice(place + 1), ...rows.slice(0, place)];
    const next = ahead.find((row) => row.item.open && !isAnswered(row));
    const done = isAnswered(rows[place]);
    setText(this.back, say("back", this.lang, { place: place + 1, n: rows.length }));
    const label = !next ? "finish" : done ? "go_on" : "skip";
    setText(this.onward, say(label, this.lang, { place: next ? rows.indexOf(next) + 1 : 0 }));
    this.onward.classList.toggle("second", !done);
    this.onward.onclick = () => next ? this.open(next.item.round) : this.leave();
  }

  /** @param {string} round */
  open(round) {
    if (this.isHeld(round)) return;
    history[history.state?.pace ? "replaceState" : "pushState"]({ ...history.state, pace: round }, "");
    this.move(round);
  }

  // The list may lie before this page in the history, or not at all after a reload.
  leave() {
    if (this.isHeld(null)) return;
    history.back();
  }

  /** Whether an answer is still on its way; tells it. @param {string | null} round */
  isHeld(round) {
    const { sender: { waiting }, page } = this.participant;
    if (!waiting || waiting.round === round) return false;
    page.say(say("waits", this.lang), true);
    setText(this.list.status, say("waits", this.lang));
    return true;
  }

  /** @param {string | null} round */
  move(round) {
    if (round === this.round || !this.pace) return;
    this.round = round;
    setText(this.list.status, "");
    this.drafts.move(round);
    const { source } = this.participant;
    if (source) this.participant.receive(source);
    scrollTo(0, 0);
    (round ? this.participant.page.title : this.list.title).focus({ preventScroll: true });
    this.participant.sync();
  }
}

/** @type {WeakMap<Pace.ParticipantPage, OwnPace>} */
const OPENED = new WeakMap();

/** @param {Pace.ParticipantPage} participant */
export function open(participant) {
  if (!OPENED.has(participant)) OPENED.set(participant, new OwnPace(participant));
  return OPENED.get(participant);
}
