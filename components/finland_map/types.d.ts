declare namespace FinlandMap {
  interface Data {
    land: Land;
    examples: Example[];
    chosen: string | null;
    /** Shown on a projector, one example at a time. */
    tour?: boolean;
    texts: Record<string, string>;
  }

  interface Land {
    width: number;
    height: number;
    steps: number;
    spacing: number;
    label: [number, number];
    areas: Area[];
  }

  interface Area {
    code: string;
    name: string;
    path: string;
  }

  interface Example {
    id: string;
    kind: "spot" | "area" | "country";
    code: string;
    number: number;
    title: string;
    place: string;
    shown: boolean;
    x: number;
    y: number;
    joined: [number, number] | null;
    card: ExampleCard;
  }

  interface ExampleCard {
    summary: string;
    practice: { title: string; points: string[] };
    facts: Fact[];
    marks_title: string;
    marks: Told[];
    note: string;
    links: ExampleLink[];
  }

  interface Fact {
    term: string;
    items: { text: string; sure: boolean }[];
  }

  interface Told {
    symbol: string;
    name: string;
    word: string;
  }

  interface ExampleLink {
    label: string;
    href: string;
    hint: string;
    outside: boolean;
  }

  interface Actions {
    choose(id: string): void;
    near(id: string | null): void;
  }
}
