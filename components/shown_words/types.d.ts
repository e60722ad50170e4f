declare namespace ShownWords {
  /** What the module uses of the view of the question. */
  interface View {
    own: string[];
    state: { round: string | null; open: boolean };
    page: {
      section: HTMLElement;
      said: HTMLElement;
      redraw(change: () => void): void;
      announce(text: string): void;
      say(text: string, isFault?: boolean): void;
    };
    notebook: { page: { round?: string | null } };
    sender: {
      server: {
        call(path: string, options?: RequestInit): Promise<Reply>;
      };
    };
  }
}

declare const SENTENCES: TextSection;
