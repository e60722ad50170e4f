/** What the editor is drawn of: docs/openapi.yaml has the bodies, workshop/activities/form_fields.py the fields. */
declare namespace EditorApi {
  /** Keys and places from the top of the document to one value. */
  type Path = (string | number)[];

  /** A text by its language; a language that is missing is left out. */
  type LocalisedText = Record<string, string>;

  interface Change {
    op: "set" | "insert" | "remove" | "move";
    path: Path;
    value?: any;
    to?: number;
  }

  /** A change with the ids of what its path led through when it was made; null where a step had none. */
  interface AnchoredChange extends Change {
    ids: (string | null)[];
  }

  /** What is sent as one: the organiser's one action, or an undo or redo. */
  interface Entry {
    serial: string;
    changes: AnchoredChange[];
    step: "undo" | "redo" | null;
    isTyping: boolean;
    /** By `Date.now()`: when it may be sent, and when it must be. */
    sendAt: number;
    latest: number;
    /** The revision that it was sent for; null before. */
    rev: number | null;
  }

  interface Choice {
    value: string;
    label: string;
  }

  interface Field {
    name: string;
    type: string;
    label: string;
    hint?: string;
    required: boolean;
    max?: number | null;
    multiline?: boolean;
    least?: number | null;
    most?: number | null;
    choices?: Choice[];
    fields?: Field[];
    source?: string[];
  }

  interface Kind {
    kind: string;
    label: string;
    about: string;
    picture: string;
    fields: Field[];
    blank: Record<string, any>;
    available: boolean;
  }

  interface Finding {
    path: Path;
    sentence: string;
    blocking: boolean;
  }

  /** What a receipt and a state have in common. */
  interface Standing {
    rev: number;
    saved_at: number | null;
    findings: Finding[];
    missing: Record<string, Path[]>;
    can_undo: boolean;
    can_redo: boolean;
    can_start: boolean;
  }

  interface State extends Standing {
    id: string;
    title: string;
    document: any;
    example_count?: number;
    editor: { mine: boolean; since: number | null };
    kinds: Kind[];
    forms: Record<string, Field>;
    part_changes: Record<string, { begin: Change[]; end: Change[] }>;
  }

  interface Receipt extends Standing {
    changes: Change[];
  }

  type Part = "programme" | "assessment" | "quiz" | "examples" | "pages" | "details";

  /** What the page hands the editor; `item` is the id of the chosen one, empty for the first. */
  interface Data {
    base: string;
    workshop: string;
    lang: string;
    part: Part;
    item: string;
    /** The draft's revision when the page was drawn. */
    rev: number;
    /** The section `editor` of the texts: `component`, and what other parts have beside it. */
    texts: TextSection;
  }

  /** What a draft tells whoever draws it. */
  interface DraftListener {
    /** The document, its findings or its standing have changed. */
    changed(): void;
    /** Where an undo or a redo has changed something. */
    stepped(step: "undo" | "redo", path: Path): void;
    /** The document was changed elsewhere, and what is shown is the newest. */
    renewed(): void;
    /** A change that the server refused for good. */
    refused(sentence: string): void;
    /** The right or the workshop has ended. */
    ended(sentence: string): void;
  }

  /** One field of a form, as components/editor/script/fields has them by their types. */
  interface FieldPart {
    node: HTMLElement;
    /** Draws the value that stands at the path, in place. */
    draw(value: any, path: Path): void;
    /** Takes the focus for a path within the field, in a language where one is named. */
    focusOn?(path: Path, lang: string | null): void;
  }

  /** The texts of the section `editor`; `say` are those of its `component`. */
  interface Texts {
    at(path: string, values?: Record<string, any>): string;
    say(path: string, values?: Record<string, any>): string;
    language(lang: string): string;
    time(milliseconds: number): string;
    /** A number as people write it, with at most so many decimals. */
    number(value: number, decimals?: number): string;
  }

  /** What a field may ask of the form that it stands in. */
  interface FormContext {
    texts: Texts;
    /** The languages of the workshop; the first is the one that the others fall back to. */
    languages: string[];
    /** The whole draft as it is on the screen. */
    document: any;
    /** Does changes at once, as one step; typing in one place is joined. */
    change(changes: Change[], isTyping?: boolean): void;
    /** The findings at the path and under it, or at the path alone; they count as drawn. */
    findingsAt(path: Path, isWithin: boolean): Finding[];
    /** Says that this field edits the path, for links to it. */
    register(path: Path, field: FieldPart): void;
    /** What the server has computed of the draft under a name, its `balance` or its `cases`; null before it arrives. */
    derived(name: string): any;
    /** A new field of this description; null for a type that nothing draws. */
    newField(field: Field): FieldPart | null;
    announce(sentence: string): void;
  }

  /** What a form stands in: the editor of a workshop, or of one item alone. */
  interface FormHost {
    texts: Texts;
    languages: string[];
    part: Part;
    isReadOnly: boolean;
    isPreviewed: boolean;
    /** What the server computes of a draft, by name. */
    derived: { at(name: string): any };
    /** Begins and takes away the part that the form edits; null where there are no such parts. */
    partSwitch: { node: HTMLElement; draw(): void } | null;
    draft: { document: any; state: { kinds: Kind[] } | null; change(changes: Change[], isTyping?: boolean): void };
    findingsUnder(path: Path): Finding[];
    changeKind(opener: HTMLElement): void;
    showScreen(screen: "programme" | "form" | "preview"): void;
    announce(sentence: string): void;
  }

  /** The views of one item. */
  interface Preview {
    show(what: { item: string; lang: string; theme: string; rev: number }): void;
    destroy(): void;
  }
}
