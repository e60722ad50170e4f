declare namespace Cloud {
  interface Word {
    key: string;
    x: number;
    y: number;
    size: number;
    ink: number;
    lines: string[];
    widths: number[];
  }

  interface Drawing {
    width: number;
    height: number;
    words: Word[];
  }

  /** A word that is drawn, and what it was drawn from. */
  interface Drawn {
    element: SVGTextElement;
    lines: string;
    place: string;
  }
}
