/** Sorting into themes at the desk; the listing as docs/openapi.yaml has it. */
declare namespace Sorting {
  interface Theme {
    id: string;
    label: string;
    count: number;
  }

  interface Entry {
    key: string;
    /** The fold keys of all that it was typed as. */
    keys: string[];
    text: string;
    count: number;
    /** What it adds to the count of its theme. */
    weight: number;
    waiting: boolean;
    theme: string | null;
    suggestion: { theme: string; word: string } | null;
  }

  interface Listing {
    themes: Theme[];
    unsorted: number;
    entries: Entry[];
  }

  type Filter = "all" | "none" | "waiting";

  /** A placement that the listing may not show yet; `doneAt` is when the server told that it was done. */
  interface Move {
    theme: string | null;
    doneAt: number;
  }

  /** What a row shows. */
  interface RowView {
    entry: Entry;
    number: number;
    label: string;
    chosen: boolean;
    current: boolean;
    offer: { number: number; label: string; word: string; theme: string } | null;
  }

  /** What the parts ask of the whole. */
  interface Desk {
    texts: DeskTexts;
    themes: Theme[];
    visible: Entry[];
    selection: SortingSelection;
    place(entries: Entry[], theme: string | null): void;
    draw(): void;
  }

  interface Vote {
    source: "answers" | "themes";
    chosen: string[];
    kind: string;
    question: string;
    opens: boolean;
  }
}
