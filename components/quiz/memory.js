/** The answers so far, kept in the browser's tab: a reload goes on where it was, a closed tab forgets. */
class Memory {
  /** @param {Api.Question[]} questions */
  constructor(questions) {
    this.questions = questions;
    this.place = `propelli.quiz.${questions.map(({ id }) => id).join(".")}`;
  }

  /** Only answers that the quiz still knows. */
  read() {
    /** @param {Api.Question} question  @param {QuizForm.Answers} answers */
    const known = ({ id, options }, answers) => options.some((option) => option.id === answers[id]);
    try {
      const answers = JSON.parse(sessionStorage.getItem(this.place)) ?? {};
      return Object.fromEntries(this.questions.filter((one) => known(one, answers)).map(({ id }) => [id, answers[id]]));
    } catch {
      return {};
    }
  }

  /** @param {QuizForm.Answers} answers */
  write(answers) {
    try {
      sessionStorage.setItem(this.place, JSON.stringify(answers));
    } catch {
      // A browser that refuses storage only loses the answers at a reload.
    }
  }

  forget() {
    try {
      sessionStorage.removeItem(this.place);
    } catch {
      // There was nothing to forget.
    }
  }
}
