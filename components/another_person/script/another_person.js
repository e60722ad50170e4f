// The button that begins anew as another respondent. Nothing of the one before stays on the phone.

const RECORDED = "propelli:recorded";

class AnotherPerson {
  /** @param {AnotherPersonPage.ParticipantPage} participant */
  constructor(participant) {
    const { section } = participant.page;
    this.participant = participant;
    this.records = Boolean(participant.recording);
    this.help = element("p", { className: "help" });
    this.begin = element("button", { type: "button", className: "btn second", onclick: () => this.press() });
    this.cancel = element("button", { type: "button", className: "clear", textContent: PERSON_TEXTS.cancel, onclick: () => this.ask(false) });
    this.status = element("p", { className: "status fault", role: "status" });
    this.node = element("section", { className: this.records ? "another records" : "another" }, this.help, this.begin, this.cancel, this.status);
    addStyle(section, STYLE);
    section.querySelector(".foot").before(this.node);
    this.ask(false);
    if (this.records && sessionStorage.getItem(RECORDED) !== participant.notebook.name) this.start();
  }

  /** @param {Api.State} state */
  receive(state) {
    this.node.hidden = !this.records && !state.another;
  }

  /** A phone's owner is asked first; whoever records from paper presses once a paper. @param {boolean} isAsked */
  ask(isAsked) {
    this.isAsked = isAsked;
    setText(this.begin, PERSON_TEXTS[this.records ? "next" : isAsked ? "confirm" : "another"]);
    setText(this.help, PERSON_TEXTS[this.records ? "recording" : "warning"]);
    this.help.hidden = !this.records && !isAsked;
    this.cancel.hidden = !isAsked;
    setText(this.status, "");
  }

  press() {
    const { sender, view } = this.participant;
    if (sender.waiting) return setText(this.status, PERSON_TEXTS.waits);
    if (view?.unsent().length) return setText(this.status, PERSON_TEXTS.unsent);
    if (this.records || this.isAsked) return this.start();
    this.ask(true);
  }

  async start() {
    const { server, notebook } = this.participant;
    const reply = await server.call("/person", { method: "POST" }).catch(/** @returns {Reply | null} */ () => null);
    if (reply?.status !== 204) return setText(this.status, reply?.body?.message ?? PERSON_TEXTS.lost);
    try {
      if (this.records) sessionStorage.setItem(RECORDED, notebook.name);
      localStorage.removeItem(notebook.name);
    } catch { /* forbidden: nothing is kept there either */ }
    history.replaceState(null, "");
    scrollTo(0, 0);
    location.reload();
  }
}

/** @type {WeakMap<AnotherPersonPage.ParticipantPage, AnotherPerson>} */
const OPENED = new WeakMap();

/** @param {AnotherPersonPage.ParticipantPage} participant */
export function open(participant) {
  if (!OPENED.has(participant)) OPENED.set(participant, new AnotherPerson(participant));
  return OPENED.get(participant);
}
