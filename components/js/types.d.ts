/** What all scripts know of the page: its markup is ours, so what a script looks for in it is there. */
interface ParentNode {
  querySelector<Name extends keyof HTMLElementTagNameMap>(selectors: Name): HTMLElementTagNameMap[Name];
  querySelector<Found extends Element = HTMLElement>(selectors: string): Found;
  querySelectorAll<Name extends keyof HTMLElementTagNameMap>(selectors: Name): NodeListOf<HTMLElementTagNameMap[Name]>;
  querySelectorAll<Found extends Element = HTMLElement>(selectors: string): NodeListOf<Found>;
}

interface Element {
  /** The name stands on the element itself or around it. */
  closest<Name extends keyof HTMLElementTagNameMap>(selectors: Name): HTMLElementTagNameMap[Name] | null;
  closest<Found extends Element = HTMLElement>(selectors: string): Found | null;
}

/** Looks for an element of the component by its selector. */
interface Find {
  <Name extends keyof HTMLElementTagNameMap>(selector: Name): HTMLElementTagNameMap[Name];
  <Found extends Element = HTMLElement>(selector: string): Found;
}

/** A text of `data/texts`, whole or by the plural forms of the language. */
type PluralText = string | { [form: string]: string };

/** A section of `data/texts`: a text, plural forms or a section within it, by name. */
type TextSection = Record<string, any>;

/** What Streamlit calls a component's default export with. */
interface ComponentArguments<Data> {
  data: Data;
  parentElement: HTMLElement;
  setStateValue(name: string, value: unknown): void;
  setTriggerValue(name: string, value: unknown): void;
}

/** What a button or a key asks the desk to do, and the state of the room that it was drawn for. */
interface Intent {
  action: string;
  arguments: Record<string, unknown>;
  rev?: number;
}

/** What the server says of an earlier press. */
interface PressOutcome {
  serial: string;
  refused: boolean;
}

/** An answer of the server; `body` is null where it has none. */
interface Reply {
  status: number;
  body: any;
}

/** Where a stream comes from; `longestWait` is the most milliseconds from one try to the next. */
interface StreamServer {
  readonly events: string;
  readonly longestWait?: number;
  /** The state where it is newer than `rev`. */
  state(rev?: number | string): Promise<Reply>;
}

interface StreamListener {
  /** The state that was heard last. */
  source: { rev?: number } | null;
  opened(): void;
  receive(state: any): void;
  roomDeleted(message: string): void;
  refused(): void;
  lost(): void;
}

/** What the page around a preview hands it. */
interface PreviewMessage {
  type: "preview";
  state: any;
  lang: string;
  theme: "light" | "dark";
}
