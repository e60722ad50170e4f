declare namespace Speaker {
  /** The section `speaker` of the texts. */
  type Texts = TextSection & { states: Record<string, string>; asked: Record<string, string> };

  /** What the page uses of the participant page. */
  interface ParticipantPage {
    page: { section: HTMLElement; title: HTMLElement; lang: string };
    server: {
      known: boolean;
      me(): Promise<Reply>;
      call(path: string, options?: RequestInit): Promise<Reply>;
    };
    notebook: { page: { question?: string }; write(values: { question: string }): void };
    state: Participant.State;
    life: AbortController;
  }

  type Vote = (question: Api.SpeakerQuestion, wanted: boolean) => void;
}

declare const TEXTS: Speaker.Texts;
