// The questions to the speaker: the one that is being answered large, those with most votes beside it.
const MAX_QUESTIONS = 5;

/** @param {Element} parent  @param {Projector.SpeakerQuestion} question  @param {Projector.Data} data */
function drawVotes(parent, { votes }, { texts, lang }) {
  setTextOrHide(parent.firstElementChild, String(votes));
  setTextOrHide(parent.lastElementChild, pluralForm(texts.speaker_votes, votes, lang));
}

function newQuestion() {
  const votes = element("span", { className: "votes" }, element("b"), element("small"));
  return element("li", {}, votes, element("span", { className: "words" }));
}

/** @param {HTMLElement} panel  @param {Projector.Data} data */
function drawSpeaker(panel, data) {
  const { texts, result } = data;
  /** @type {Projector.SpeakerQuestion[]} */
  const open = result.questions.filter((/** @type {Projector.SpeakerQuestion} */ question) => question.state !== "answered");
  const answering = open.find((question) => question.state === "answering");
  const next = open.filter((question) => question !== answering).slice(0, MAX_QUESTIONS - (answering ? 1 : 0));
  setClass(panel, "lacks-now", !answering);
  setClass(panel, "lacks-next", !next.length);
  const [now, following] = panel.querySelectorAll("section");
  setShown(now, Boolean(answering));
  if (answering) drawNow(now, answering, data);
  setShown(following, next.length > 0);
  setTextOrHide(following.querySelector("h2"), answering ? texts.speaker_next : texts.speaker_top);
  const rows = keepChildren(following.querySelector("ol"), next.length, newQuestion);
  next.forEach((question, place) => {
    const [votes, words] = rows[place].children;
    drawVotes(votes, question, data);
    setText(words, question.text);
    setAttribute(words, "data-length", lengthOfQuestion(question.text));
  });
}

/** @param {Element} section  @param {Projector.SpeakerQuestion} question  @param {Projector.Data} data */
function drawNow(section, question, data) {
  setTextOrHide(section.querySelector("h2 span"), data.texts.speaker_now);
  setText(section.querySelector(".words"), question.text);
  setAttribute(section.querySelector(".words"), "data-length", lengthOfQuestion(question.text));
  drawVotes(section.querySelector(".votes"), question, data);
}

/** @param {string} text */
function lengthOfQuestion(text) {
  return text.length > 110 ? "long" : text.length > 60 ? "middling" : "short";
}

/** @param {{ questions: Projector.SpeakerQuestion[] }} result  @param {TextSection} texts */
function speakerFigures({ questions }, texts) {
  return {
    columns: [texts.speaker_question, texts.speaker_state, texts.speaker_votes_given],
    rows: questions.map(({ text, state, votes }) => [text, texts[`speaker_${state}`], votes]),
  };
}
