// The field for a question. What is typed stays on the phone until the server has it.

const MAX_CHARS = 200;

class QuestionForm {
  /** @param {Speaker.ParticipantPage} participant  @param {() => void} asked */
  constructor(participant, asked) {
    this.participant = participant;
    this.asked = asked;
    this.isSending = false;
    this.count = element("span", { id: "speaker-count", className: "count num" });
    this.field = element("textarea", {
      id: "speaker-field", className: "field", rows: 2, value: participant.notebook.page.question ?? "", "aria-describedby": "speaker-count speaker-status",
    });
    this.send = element("button", { type: "submit", className: "btn" });
    this.status = element("p", { id: "speaker-status", className: "status", role: "status" });
    this.node = element("form", { noValidate: true },
      element("div", { className: "row" }, element("label", { htmlFor: "speaker-field", textContent: TEXTS.field }), this.count, this.field),
      this.send, this.status);
    this.field.addEventListener("input", () => this.typed());
    this.node.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.draw();
  }

  get text() { return this.field.value.trim().replace(/\s+/gu, " "); }

  get length() { return [...this.text].length; }

  typed() {
    this.participant.notebook.write({ question: this.field.value });
    this.say("");
    this.draw();
  }

  draw() {
    const over = this.length - MAX_CHARS;
    const { lang } = this.participant.page;
    setText(this.count, over > 0 ? fill(pluralForm(TEXTS.over, over, lang), { n: over }) : fill(TEXTS.count, { n: this.length, max: MAX_CHARS }));
    this.count.classList.toggle("full", over > 0);
    setAttribute(this.field, "aria-invalid", over > 0 ? "true" : null);
    setText(this.send, this.isSending ? TEXTS.sending : TEXTS.send);
    setAttribute(this.send, "aria-disabled", this.isSending ? "true" : null);
    this.field.readOnly = this.isSending;
  }

  /** @param {string} text  @param {boolean} [isFault] */
  say(text, isFault = false) {
    setText(this.status, text);
    this.status.classList.toggle("fault", isFault);
  }

  /** @param {string} text */
  refuse(text) {
    this.say(text, true);
    this.field.focus();
  }

  async submit() {
    const { text } = this;
    if (this.isSending) return;
    if (!text) return this.refuse(TEXTS.empty);
    if (this.length > MAX_CHARS) return this.refuse(TEXTS.too_long);
    this.isSending = true;
    this.draw();
    const reply = await post(this.participant, "/questions", { text }).catch(/** @returns {Reply | null} */ () => null);
    this.isSending = false;
    if (reply?.status === 200) this.keep(reply.body);
    else this.say(reply?.body?.message ?? TEXTS.lost, true);
    this.draw();
  }

  /** @param {Api.Asked} asked */
  keep({ state }) {
    this.field.value = "";
    this.participant.notebook.write({ question: "" });
    this.say(TEXTS.asked[state] ?? TEXTS.asked.waiting);
    this.asked();
  }
}

/** The first thing that a phone sends needs its key as well. @param {Speaker.ParticipantPage} participant  @param {string} path  @param {object} body */
async function post({ server }, path, body) {
  if (!server.known) await server.me();
  return server.call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}
