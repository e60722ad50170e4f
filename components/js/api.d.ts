/** The bodies of the HTTP API: the schemas of docs/openapi.yaml, by their names. */
declare namespace Api {
  interface Error {
    error: string;
    message: string;
    answer?: string;
    findings?: { path: (string | number)[]; sentence: string }[];
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
    kind: "words" | "choice" | "ranking" | "dots" | "form" | "link" | "text" | "scale";
    question: string;
    help?: string;
    groups_note?: string;
    options?: Option[];
    multiple?: boolean;
    places?: number;
    dots?: number;
    max_per_option?: number | null;
    statements?: Option[];
    steps?: 4 | 5 | 7;
    low?: string;
    high?: string;
    unsure?: boolean;
    /** Those of a form; elsewhere `true` while the room takes questions to the speaker. */
    questions?: Question[];
    speaker?: PhoneModule;
    shown_words?: PhoneModule;
    own_pace?: OwnPace;
    /** There while another person may go on with a phone. */
    another?: PhoneModule;
    /** How long a question at one's own pace is planned to take. */
    minutes?: number;
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
    earlier?: Earlier[];
  }

  /** A question that is over, whose results may be looked at while nothing is asked. */
  interface Earlier {
    round: string;
    kind: State["kind"];
    question: string;
    multiple: boolean;
  }

  /** A module that a phone fetches when it needs it. */
  interface PhoneModule {
    script: string;
  }

  /** Questions at one's own pace, each as if it alone were on; `until` is told in words. */
  interface OwnPace extends PhoneModule {
    title: string;
    until: string | null;
    items: State[];
  }

  /** An own word that is shown under another name. */
  interface ShownWord {
    text: string;
    shown: string;
    suggested: boolean;
  }

  interface ShownWords {
    round: string | null;
    words: ShownWord[];
  }

  interface SpeakerQuestion {
    id: number;
    text: string;
    votes: number;
    mine: boolean;
    voted: boolean;
    state: "waiting" | "shown" | "answering" | "answered" | "hidden";
  }

  interface SpeakerQuestions {
    questions: SpeakerQuestion[];
  }

  interface Asked {
    id: number;
    state: "waiting" | "shown" | "answering" | "answered" | "hidden";
  }

  interface Vote {
    id: number;
    votes: number;
    voted: boolean;
  }

  interface Retracted {
    left: number;
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
    ranking?: string[];
    dots?: Record<string, number>;
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
    /** At one's own pace, the answers to each question. */
    items?: Me[];
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
    ranking?: Ranked[];
    dots?: { id: string; label: string; dots: number; people: number }[];
    statements?: Statement[];
    rounded?: boolean;
  }

  /** An option by its place; `standing` and `mean` are null before the first answer. */
  interface Ranked {
    id: string;
    label: string;
    standing: number | null;
    is_tied: boolean;
    mean: string | null;
    first: number;
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
    view: "join" | "question" | "results" | "hold" | "questions";
    hold: "pause" | "ended" | "missing";
    published: boolean;
    locked: boolean;
    title: string;
    question: string | null;
    state: "waiting" | "open" | "closed" | null;
    closes_in_ms: number | null;
    empty: string | null;
    link: boolean;
    /** The address of the picture beside a link. */
    picture: string | null;
    /** What can be chosen, ranked or rated, where the question stands alone. */
    choices: string[];
    answered: number;
    present: number;
    /** By the kind of question: components/projector/component.py says which fields each has. */
    result: any;
  }

  interface Preview {
    participant: State;
    projector: Projector;
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
    minutes?: string;
  }

  interface Sorting {
    themes: { id: string; label: string; count: number }[];
    unsorted: number;
    entries: SortedEntry[];
    newest: { id: number; kind: string; text: string; target: string | null; n: number } | null;
  }

  /** An entry of `Sorting`; `theme` is a theme's id, and `keys` are what a press names. */
  interface SortedEntry {
    key: string;
    keys: string[];
    text: string;
    count: number;
    weight: number;
    waiting: boolean;
    theme: string | null;
    suggestion: { theme: string; word: string } | null;
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
    groups: DeskApi.Groups | null;
    rounds: DeskApi.Rounds | null;
    programme: Buttons;
    answers: DeskApi.Answers | null;
    own_pace: DeskApi.OwnPace | null;
    speaker_questions: DeskApi.SpeakerQuestions | null;
    flood: DeskApi.Flood | null;
    ended: DeskApi.Ended | null;
    overview: DeskApi.Overview | null;
  }

  interface Pressed {
    rev: number;
  }

  interface Workshops {
    workshops: Workshop[];
  }

  /** A card of the organiser's list; `items` are its programme strip. */
  interface Workshop {
    id: string;
    title: string;
    facts: string[];
    items: { kind: string; name: string; picture: string; minutes: number | null }[];
    built_in: boolean;
    archived: boolean;
    front: boolean;
    fault: { title: string; text: string } | null;
    rooms: ListedRoom[];
  }

  interface ListedRoom {
    code: string;
    shown_code: string;
    title: string;
    when: string;
    open: boolean;
    people: string;
  }

  /** What pasted lines become; `text` is the lines as they stand after a change that was asked for. */
  interface PastedLines {
    text: string;
    changed: boolean;
    questions: PastedQuestion[];
    leftovers: { line: number; sentence: string }[];
    forms: { value: string; label: string }[];
    items?: any[];
  }

  interface PastedQuestion {
    line: number;
    question: string;
    form: string;
    becomes: string;
    picture: string;
    notes: string[];
  }

  interface NewWorkshop {
    id: string;
  }

  type DraftPath = (string | number)[];

  /** Either `changes`, or `undo`, or `redo`. */
  interface DraftPress {
    session: string;
    rev: number;
    changes?: DraftChange[];
    undo?: boolean;
    redo?: boolean;
  }

  interface DraftChange {
    op: "set" | "insert" | "remove" | "move";
    path: DraftPath;
    value?: any;
    to?: number;
  }

  interface DraftFinding {
    path: DraftPath;
    sentence: string;
    blocking: boolean;
  }

  /** `changes` are done after those that were sent, and before those that were not. */
  interface DraftSaved {
    rev: number;
    saved_at: number;
    changes: DraftChange[];
    findings: DraftFinding[];
    missing: Record<string, DraftPath[]>;
    can_undo: boolean;
    can_redo: boolean;
    can_start: boolean;
  }

  interface DraftState {
    id: string;
    title: string;
    rev: number;
    saved_at: number;
    document: any;
    example_count: number;
    findings: DraftFinding[];
    missing: Record<string, DraftPath[]>;
    can_undo: boolean;
    can_redo: boolean;
    editor: { mine: boolean; since: number | null };
    kinds: DraftKind[];
    forms: Record<string, DraftField>;
    part_changes: Record<string, { begin: DraftChange[]; end: DraftChange[] }>;
    can_start: boolean;
  }

  /** Shares are one altogether. */
  interface DraftBalance {
    rev: number;
    shares: Record<string, number>;
    dual: number;
    combinations: number;
    exact: boolean;
    rare: string[];
  }

  interface DraftCase {
    case: string;
    status: "empty" | "firm" | "open";
    worst: string | null;
    best: string | null;
    deciding: string[];
    lowered: string[];
  }

  interface DraftCases {
    rev: number;
    cases: DraftCase[];
  }

  interface DraftKind {
    kind: string;
    label: string;
    about: string;
    picture: string;
    fields: DraftField[];
    blank: any;
    available: boolean;
  }

  interface DraftField {
    name: string;
    type: string;
    label: string;
    hint: string;
    required: boolean;
    max: number | null;
    multiline: boolean;
    least: number | null;
    most: number | null;
    choices: { value: string; label: string }[];
    fields: DraftField[];
    source: string[];
  }
}
