// The button that leads to the questions to the speaker, in the top bar while the room has them on.

const BUBBLE = "M4 4h13a3 3 0 0 1 3 3v7a3 3 0 0 1-3 3h-5l-4 4v-4H7a3 3 0 0 1-3-3zM9.600 8.600c.3-2.600 4.600-2.400 4.500.3 0 1.600-2 1.800-2 3.300M12.100 14.300h.01";

class SpeakerButton {
  /** @param {ParticipantPage} participant */
  constructor(participant) {
    this.participant = participant;
    const { section, t } = participant.page;
    const icon = /** @type {SVGElement} */ (section.querySelector("template").content.lastElementChild.cloneNode(true));
    icon.querySelector("path").setAttribute("d", BUBBLE);
    this.button = element("button", { type: "button", className: "ask", hidden: true, onclick: () => this.open() }, icon, t("ask"));
    const top = plainPage && document.querySelector(".top");
    if (top) top.append(this.button);
    else section.prepend(this.button);
    /** @type {Api.PhoneModule | null} */
    this.speaker = null;
    /** @type {{ receive(state: Participant.State): void } | null} */
    this.page = null;
  }

  /** @param {Participant.State} state */
  receive(state) {
    const isReopened = !this.speaker && state.speaker && history.state?.speaker;
    this.speaker = state.speaker;
    this.button.hidden = !this.speaker;
    this.page?.receive(state);
    // Here as before a reload.
    if (isReopened) this.open();
  }

  async open() {
    this.page = await openPart(this.participant, this.speaker);
  }
}
