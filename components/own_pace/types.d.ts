declare namespace Pace {
  /** The section `own_pace` of the texts. */
  type Texts = Record<string, PluralText>;

  /** What the module uses of the participant page. */
  interface ParticipantPage {
    page: { section: HTMLElement; title: HTMLElement; lang: string; t: Participant.Translator; say(text: string, isFault?: boolean): void };
    notebook: { page: Participant.Memory; write(values: Participant.Memory): void };
    sender: { waiting: Api.Submit | null };
    earlier: { part(question: Api.Earlier): Promise<HTMLElement | null> };
    life: AbortController;
    source: Api.State | null;
    receive(state: Api.State): void;
    sync(): Promise<void>;
  }

  interface Row {
    item: Api.State & { round: string };
    own: Api.Me | null;
  }
}

declare const PACE_TEXTS: Pace.Texts;
