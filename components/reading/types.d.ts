declare namespace Reading {
  interface Content {
    lang: string;
    texts: Record<string, string>;
    /** Name of a page -> its fragment in the address. */
    addresses: Record<Api.Reading["page"], string>;
    /** Null in a workshop without examples, as `examples` is; nothing leads to their page then. */
    board: Omit<FinlandMap.Data, "chosen"> | null;
    examples: Examples | null;
    closing: Closing;
  }

  interface Examples {
    title: string;
    note: string;
    counted: PluralText;
    filters: Filter[];
    /** Id of an example -> the names that it has in each filter. */
    words: Record<string, Record<string, string[]>>;
    charts_title: string;
    charts: Chart[];
  }

  interface Filter {
    name: string;
    label: string;
    options: { value: string; label: string }[];
  }

  interface Chart {
    title: string;
    caption: string;
    series: { name: string; hatched: boolean; values: number[] }[];
    labels: string[];
  }

  interface Closing {
    title: string;
    links_title: string;
    /** In this page: a reading page, or an address that opens in a new tab. */
    links: { label: string; help: string; picture: string; href: string; page?: Api.Reading["page"]; main: boolean }[];
    hashtag: string;
    /** A point with an address is a link that opens in a new tab. */
    parts: { title: string; paragraphs: string[]; points: { label: string; href: string }[] }[];
    contact: string;
  }

  /** What a page draws, and the room's part of its links. */
  interface Tools {
    query: string;
    open(page: Api.Reading["page"]): void;
  }

  /** The participant page's own object, as far as it is used here. */
  interface ParticipantPage {
    page: { section: HTMLElement; title: HTMLElement; t: Participant.Translator };
    state: Participant.State;
    reader: Participant.Reader | null;
    life: AbortController;
    read(reading: Api.Reading): void;
  }
}

/** Put before the scripts when the module is made: the content, the style sheet, the map's markup. */
declare const CONTENT: Reading.Content;
declare const STYLE: string;
declare const BOARD: string;
