declare namespace Projector {
  type View = "join" | "question" | "hold" | "cloud" | "list" | "bars" | "quiz" | "criteria" | "withheld" | "empty";

  interface Data {
    lang: string;
    texts: TextSection;
    view: "join" | "question" | "results" | "hold";
    hold: "pause" | "ended" | "gone";
    room: { code: string; address: string; url?: string; qr: string; title: string; closing: string };
    question?: string;
    link?: boolean;
    state: "waiting" | "open" | "closed" | null;
    closes_in_ms?: number | null;
    answered?: number;
    present?: number;
    empty?: string;
    /** The results of the round by their kind: components/projector/__init__.py says which fields each has. */
    result: any;
    keys?: boolean;
    rev?: number;
    intents?: Record<string, Intent>;
    outcomes?: PressOutcome[];
  }

  /** What the projector remembers between two updates. */
  interface State {
    root: HTMLElement;
    find: Find;
    data: Data;
    listing: boolean;
    still: boolean;
    deadline: number | null;
    remaining: string;
    below: number;
    heardAt: number;
    tall: MediaQueryList;
    actions: Record<string, () => void>;
    end(): void;
  }

  type Drawing = (find: Find, data: Data, state: State) => void;

  /** How the results of one kind of question are drawn. */
  interface ResultKind {
    view(result: any, listing: boolean): View;
    drawings: Partial<Record<View, Drawing>>;
    answered?: string;
  }

  interface Option {
    label: string;
    count: number;
    percent: number;
  }

  interface QuizType {
    title: string;
    count: number;
    picture: string;
    ink: string;
  }

  interface Criterion {
    label: string;
    levels: number[];
    unknown?: number;
  }

  interface AssessmentResult {
    level_labels: string[];
    criteria: Criterion[];
  }
}
