/** The bodies of the HTTP API: the schemas of docs/openapi.yaml, by their names. */
declare namespace Api {
  interface Error {
    error: string;
    message: string;
    answer?: string;
  }

  interface Option {
    id: string;
    label: string;
  }

  interface State {
    rev: number;
    room: string;
    lang: "fi" | "sv" | "en";
    round: string | null;
    kind: "words" | "choice" | "form" | "link" | "text" | "scale";
    question: string;
    help?: string;
    options?: Option[];
    multiple?: boolean;
    statements?: Option[];
    steps?: 4 | 5 | 7;
    low?: string;
    high?: string;
    unsure?: boolean;
    questions?: Question[];
    max_answers?: number;
    max_chars?: number;
    approval?: boolean;
    open: boolean;
    closes_in_ms: number | null;
    results: "shown" | "hidden";
    href?: string | null;
    reading?: Reading;
    locked: boolean;
    ended: boolean;
    links?: { label: string; href: string; reading?: Reading }[];
  }

  /** A page that the phone draws itself, with the module that does it. */
  interface Reading {
    page: "examples" | "closing";
    script: string;
  }

  /** One question of a form, an item of a state's `questions`. */
  interface Question {
    id: string;
    question: string;
    help?: string;
    options: Option[];
  }

  interface Submit {
    round: string;
    words?: string[];
    texts?: string[];
    choices?: string[];
    form?: Record<string, string>;
    scale?: Record<string, number | null>;
  }

  interface Receipt {
    saved: string[];
    left: number;
    result: Outcome | null;
  }

  interface Me {
    round: string | null;
    answers: string[];
    left: number;
    known: boolean;
    admitted: boolean;
    result?: Outcome | null;
  }

  /** What a form gives: the `result` of a receipt. */
  interface Outcome {
    title: string;
    text?: string;
    picture?: string;
    details?: { label: string; text: string }[];
  }

  interface Results {
    round: string;
    n: number;
    words?: { text: string; count: number }[];
    texts?: { text: string; count: number }[];
    left_out?: number;
    options?: { id: string; label: string; count: number; percent: number }[];
    statements?: Statement[];
    rounded?: boolean;
  }

  /** The answers to one statement: people and whole per cent by step, and what is told of the middle. */
  interface Statement {
    id: string;
    label: string;
    steps: number[];
    percents: number[];
    unsure: number;
    median: [number, number] | null;
    mean: number | null;
    summary: string[];
  }

  interface Projector {
    rev: number;
    intents: Record<string, { action: string; arguments: Record<string, unknown> }>;
    view: "join" | "question" | "results" | "hold";
    hold: "pause" | "ended";
    title: string;
    question: string | null;
    state: "waiting" | "open" | "closed" | null;
    closes_in_ms: number | null;
    empty: string | null;
    link: boolean;
    answered: number;
    present: number;
    /** By the kind of question: components/projector/component.py says which fields each has. */
    result: any;
  }

  interface Press {
    action: string;
    arguments: Record<string, unknown>;
    rev: number;
    serial?: string;
  }

  interface Button {
    label: string;
    detail: string;
    icon: string;
    kind: string;
    action: string;
    arguments: Record<string, unknown>;
    chosen: boolean | null;
    disabled: boolean;
    picture?: string;
  }

  interface Buttons {
    label: string;
    buttons: Button[];
  }

  interface Desk {
    rev: number;
    lang: string;
    title: string;
    closes_in_ms: number | null;
    intents: Record<string, Intent>;
    now: DeskApi.Now | null;
    time: DeskApi.Time | null;
    view: Buttons | null;
    results_rules: DeskApi.ResultsRules | null;
    rounds: DeskApi.Rounds | null;
    programme: Buttons;
    answers: DeskApi.Answers | null;
    flood: DeskApi.Flood | null;
    ended: DeskApi.Ended | null;
  }

  interface Pressed {
    rev: number;
  }
}
