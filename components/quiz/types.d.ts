declare namespace QuizForm {
  interface Data {
    texts: Record<string, string>;
    intro: string;
    faces: Face[];
    questions: Api.Question[];
    result: Result | null;
  }

  interface Face {
    picture: string;
    name: string;
  }

  interface Result {
    code: string;
    kicker: string;
    title: string;
    types: string;
    text: string;
    flavour: string;
    ink: string;
    pictures: string[];
    details: Detail[];
  }

  interface Detail {
    label: string;
    text: string[];
    picture?: string;
  }

  /** Question's id -> option's id. */
  type Answers = Record<string, string>;

  interface QuestionDrawing {
    question: Api.Question;
    place: number;
    of: number;
    chosen: string | undefined;
    texts: Record<string, string>;
  }
}
