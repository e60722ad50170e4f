declare namespace Participant {
  interface Data {
    room: string;
    lang: string;
    base?: string;
    texts: TextSection;
    state?: Api.State;
    admitted?: boolean;
    /** Answers are recorded from paper on this page. */
    recording?: Api.PhoneModule;
    retention_days?: number;
    privacy_href?: string;
  }

  /** The state of the room as this page shows it. `options`, `questions` and the limits are there by the kind. */
  interface State extends Partial<Api.State> {
    round: string | null;
    open: boolean;
    results: "shown" | "hidden";
    idle: "wait" | "locked" | "ended" | "gone";
  }

  /** What this phone remembers of a room. */
  interface Memory {
    round?: string | null;
    drafts?: string[];
    own?: string[];
    /** The ids that are chosen, or in a form the option's id by the question's. */
    picked?: any;
    step?: number;
    /** Round to what was begun there, at one's own pace. */
    paced?: Record<string, Memory>;
    outbox?: Api.Submit | null;
    key?: string;
  }

  type Answer = Omit<Api.Submit, "round">;

  type Translator = (name: string, values?: Record<string, any>) => string;

  /** A page to read that stands in the place of the question. */
  interface Reader {
    receive(state: State): void;
  }

  /** Which of several questions this person is at. */
  interface OwnPace {
    /** The state of the question that is on; null where none is, or nothing is at one's own pace. */
    receive(state: Api.State | null): Api.State | null;
    /** The part of a person's answers that is about that question. */
    mine(me: Api.Me): Api.Me;
  }

  /** The button by which another person goes on with this phone. */
  interface AnotherPerson {
    receive(state: Api.State): void;
  }

  /** The module of what own words are shown as. */
  interface ShownWords {
    ask(): void;
    draw(): void;
  }

  interface SendListener {
    sending(): void;
    delayed(busy: boolean): void;
    answered(sent: Api.Submit, reply: Reply): void;
  }

  /** One field for a word or a text. */
  interface WrittenRow {
    number: number;
    node: HTMLElement;
    label: HTMLLabelElement;
    count: HTMLElement;
    input: HTMLInputElement | HTMLTextAreaElement;
    sending: boolean;
    refused: boolean;
    readonly word: string;
  }

  interface Thanks {
    heading?: string;
    text?: string;
    said?: string[];
    hasPropeller?: boolean;
    turns?: boolean;
  }

  interface OptionList {
    name: string;
    options: Api.Option[];
    multiple?: boolean;
    chosen: (string | undefined)[];
    hint?: string;
  }
}
