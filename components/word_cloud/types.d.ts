declare namespace Cloud {
  interface Word {
    key: string;
    x: number;
    y: number;
    size: number;
    ink: number;
    lines: string[];
    widths: number[];
    /** The number of its theme, 0 for none, and the mark's middle and side: where words are sorted. */
    theme?: number;
    mark?: [number, number, number];
  }

  interface Drawing {
    width: number;
    height: number;
    words: Word[];
  }

  /** A word that is drawn, and what it was drawn from. */
  interface Drawn {
    element: SVGTextElement;
    mark: SVGGElement | null;
    lines: string;
    place: string;
  }
}
