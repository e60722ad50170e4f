declare namespace Projector {
  type View =
    | "join" | "question" | "hold" | "cloud" | "list" | "bars" | "ranking" | "dots" | "figures" | "quiz" | "withheld" | "empty"
    | "cards" | "themes" | "scale" | "groups" | "speaker";

  /** What the page gives: it does not change while the page is open. */
  interface Page {
    room: string;
    lang: string;
    base: string;
    texts: TextSection;
    addresses: {
      code: string; address: string; url: string; qr: string; closing: string; results: string; results_qr: string;
    };
    /** Whether the facilitator's keys work here. */
    keys: boolean;
    /** What the address asks for: the picture alone, without a background; an item that is held. */
    only_result?: boolean;
    transparent?: boolean;
    item?: string | null;
    /** The state at the start; null where there is no such room. */
    state: State | null;
  }

  /** What the stream tells, the same for all who watch. */
  type State = Omit<Api.Projector, "hold"> & { hold: Api.Projector["hold"] | "gone" };

  /** What is drawn. */
  interface Data extends State {
    lang: string;
    texts: TextSection;
    keys: boolean;
    room: Page["addresses"] & { title: string };
  }

  /** What the projector remembers between two drawings. */
  interface Drawn {
    root: HTMLElement;
    find: Find;
    data: Data;
    view: View;
    listing: boolean;
    still: boolean;
    deadline: number | null;
    remaining: string;
    below: number;
    tall: MediaQueryList;
    beforeHold: { see(view: string): void; meant(intent: Intent): Intent };
    /** Per cent. */
    textSize: number;
    actions: Record<string, () => void>;
    press(intent: Intent): void;
  }

  type Drawing = (find: Find, data: Data, state: Drawn) => void;

  /** How the results of one kind of question are drawn. */
  interface ResultKind {
    view(result: any, listing: boolean): View;
    drawings: Partial<Record<View, Drawing>>;
    answered?: string;
    /** The same as a table, where the picture can be exchanged for one. */
    figures?(result: any, texts: TextSection): Figures;
    /** The list of the same beside the picture: the texts of its name, of the way back, and of what is below. */
    list?: { name: string; back: string; left: string };
    /** The text for answers that nobody may see yet. */
    coming?: string;
    /** What is counted in the place of those who have answered. */
    people?: { label: string; n(result: any): number };
    tick?: Drawing;
  }

  interface Figures {
    columns: string[];
    rows: (string | number)[][];
  }

  interface RankedOption extends Api.Ranked {
    /** How many gave each place, and how many none. */
    places: number[];
    unplaced: number;
  }

  interface SpeakerQuestion {
    text: string;
    votes: number;
    state: "shown" | "answering" | "answered";
  }

  interface DottedOption {
    label: string;
    dots: number;
    people: number;
    /** How many dots are drawn. */
    drawn: number;
  }

  interface Option {
    label: string;
    count: number;
    percent: number;
  }

  /** The rows have a share and a count in each group. */
  interface GroupsResult {
    rows: string[];
    groups: Group[];
  }

  interface Group {
    label: string;
    people: number;
    counts: number[];
    percents: number[];
  }

  interface Card {
    key: string;
    text: string;
    count: number;
    /** The number of its theme, 0 for none. */
    theme?: number;
  }

  interface Theme {
    id: string;
    label: string;
    count: number;
  }

  /** Statements with their steps, which have either two ends or, in the assessment, a name each. */
  interface ScaleResult {
    statements: Pick<Api.Statement, "label" | "steps" | "percents" | "unsure" | "median" | "summary">[];
    low?: string;
    high?: string;
    steps?: string[];
    has_unsure: boolean;
  }

  interface QuizType {
    title: string;
    count: number;
    picture: string;
    ink: string;
  }
}
