/** The desk's state, as docs/openapi.yaml and server/usecases/desk_view/payloads.py have it. */
declare namespace DeskApi {
  type Button = Api.Button;

  type Group = Api.Buttons;

  interface Now {
    state: "waiting" | "open" | "closed";
    state_label: string;
    locked: string | null;
    question: string;
    numbers: { label: string; n: number }[];
    clock: string;
    toggle: Button;
    steps: Group;
    activity: string;
    forms: { name: string; label: string }[];
    remote: Button;
  }

  interface Overview {
    item: string;
    programme: string;
    share: number | null;
    note_title: string;
    note: string;
    desks: string;
    health: string;
    is_well: boolean;
  }

  interface Time extends Group {
    own: Button;
  }

  interface ResultsRules extends Group {
    phones: Button;
  }

  interface Groups extends Group {
    note: string;
    layout: Group | null;
  }

  interface Rounds {
    shown: Group | null;
    undo: Button | null;
    new: { label: string; help: string; button: Button } | null;
  }

  interface Words extends Omit<Desk.Data, "lang" | "texts" | "merges"> {}

  interface Answers {
    title: string;
    note: string;
    options: { label: string; count: number; percent: number; detail: string }[];
    order: Group | null;
    statements: { label: string; percents: number[]; figures: string; summary: string }[];
    words: Words | null;
    wording: "words" | "texts";
    themes: { themes: Sorting.Theme[]; unsorted: number; view: Group } | null;
    activity: number | null;
  }

  interface SpeakerQuestion {
    id: number;
    text: string;
    votes: string;
    state: string;
    label: string;
    buttons: Button[];
  }

  interface SpeakerQuestions {
    title: string;
    note: string;
    questions: SpeakerQuestion[];
  }

  interface OwnPace {
    title: string;
    note: string;
    items: { question: string; answered: string }[];
  }

  interface Flood extends Group {
    title: string;
    text: string;
    help: string;
    withdrawn: { text: string; button: Button }[];
  }

  interface Ended {
    title: string;
    help: string;
    link: string;
    href: string;
    button: Button;
  }

  type State = Api.Desk;

  /** What the page hands the desk; `state` is the state as it was drawn first. */
  interface Data {
    base: string;
    room: string;
    lang: string;
    texts: { lost: string; press_lost: string; start_time: string; own_minutes: string; edit_room: string; word_desk: TextSection; theme_desk: TextSection; text_desk: TextSection };
    state: State;
  }

  /** What a press tells whoever sent it; `settled` when the state shows it, or at once where it was not done. */
  interface PressListener {
    done?(): void;
    failed(message: string): void;
    settled(): void;
  }

  /** What the parts of the desk do to the rest of it. */
  interface Context {
    queue: { add(intent: Intent, listener: PressListener): boolean };
    texts: Data["texts"];
    /** Asks the page to open a form of the question that is on. */
    openForm(name: string, activity: string): void;
  }
}
