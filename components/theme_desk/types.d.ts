/** Sorting into themes at the desk; the listing as docs/openapi.yaml has it. */
declare namespace Sorting {
  type Listing = Api.Sorting;

  type Theme = Listing["themes"][number];

  type Entry = Api.SortedEntry;

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

  interface Vote {
    source: "answers" | "themes";
    chosen: string[];
    kind: string;
    question: string;
    opens: boolean;
  }
}
