/** If the server has not answered by then, the last question can be answered again. */
const PATIENCE_MS = 8000;

/** The whole quiz: start, questions, result. */
class Quiz {
  /** @param {HTMLElement} section */
  constructor(section) {
    this.section = section;
    this.find = finder(section);
    this.view = new QuestionView(this.find(".question"), {
      onAnswer: (option) => this.answer(option),
      onBack: () => this.go(this.place - 1),
    });
    this.find(".begin").onclick = () => this.go(0);
    section.onkeydown = (event) => this.place !== null && this.view.key(event);
    /** @type {number | null} */
    this.place = null;
    /** @type {string | null} */
    this.code = null;
    this.drawn = "";
    this.isFresh = false;
    /** @type {QuizForm.Answers} */
    this.answers = {};
  }

  /**
   * Takes in the page's data; `send` hands the finished form to the page.
   * @param {QuizForm.Data} data
   * @param {(form: QuizForm.Answers) => void} send
   */
  update(data, send) {
    const isFirst = !this.data;
    this.send = send;
    const serialized = JSON.stringify(data);
    if (serialized === this.drawn) return;
    this.drawn = serialized;
    this.data = data;
    if (isFirst) this._resume();
    const code = data.result?.code ?? null;
    const isAgain = this.code !== null && code === null;
    if (code !== this.code || isFirst) {
      this.code = code;
      if (data.result) this._finish();
      else if (isAgain) this._restart();
    }
    this.draw();
    if (!isFirst && (isAgain || this.isFresh)) this._focus();
    this.isFresh = false;
  }

  _resume() {
    this.memory = new Memory(this.data.questions);
    this.answers = this.memory.read();
    const open = this.data.questions.findIndex(({ id }) => !this.answers[id]);
    const isBegun = Object.keys(this.answers).length > 0;
    if (isBegun) this.place = open < 0 ? this.data.questions.length - 1 : open;
  }

  _finish() {
    clearTimeout(this.timer);
    this.memory.forget();
    this.answers = {};
    this.place = null;
    this.isFresh = true;
    drawCard(this.find(".card"), this.data.result);
  }

  _restart() {
    this.answers = {};
    this.place = 0;
  }

  /** @param {string} option */
  answer(option) {
    const { questions } = this.data;
    this.answers[questions[this.place].id] = option;
    this.memory.write(this.answers);
    if (this.place < questions.length - 1) return this.go(this.place + 1);
    this.view.lock(true);
    this.find(".status").textContent = this.data.texts.counting;
    this.send({ ...this.answers });
    this.timer = setTimeout(() => this._again(), PATIENCE_MS);
  }

  _again() {
    this.view.lock(false);
    this.find(".status").textContent = this.data.texts.late;
  }

  /** @param {number} place */
  go(place) {
    this.place = place;
    this.draw();
    this._focus();
  }

  draw() {
    const { texts, intro, questions, faces, result } = this.data;
    const isAsking = !result && this.place !== null;
    this.find(".start").hidden = Boolean(result) || isAsking;
    this.find(".question").hidden = !isAsking;
    this.find(".card").hidden = !result;
    this.find(".begin").textContent = texts.begin;
    this.find(".intro").textContent = intro;
    if (!this.find(".start .faces").childElementCount)
      this.find(".start .faces").append(...faces.map(({ picture, name }) => element("li", {}, element("img", { src: picture, alt: "" }), name)));
    this.find(".status").textContent = "";
    if (!isAsking) return;
    clearTimeout(this.timer);
    this.view.lock(false);
    const question = questions[this.place];
    this.view.draw({ question, place: this.place, of: questions.length, chosen: this.answers[question.id], texts });
  }

  _focus() {
    if (this.data.result) this.find(".card h2").focus();
    else this.view.focus();
  }

  stop() {
    clearTimeout(this.timer);
  }
}

const QUIZZES = new WeakMap();

/**
 * Streamlit calls this at each change of the data, with the same parent element.
 * @param {ComponentArguments<QuizForm.Data>} values
 */
export default function quiz({ data, parentElement, setTriggerValue }) {
  const section = parentElement.querySelector(".quiz");
  if (!QUIZZES.has(section)) QUIZZES.set(section, new Quiz(section));
  const running = QUIZZES.get(section);
  running.update(data, (/** @type {QuizForm.Answers} */ form) => setTriggerValue("form", form));
  return () => {
    running.stop();
    QUIZZES.delete(section);
  };
}
