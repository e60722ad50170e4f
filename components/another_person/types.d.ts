declare namespace AnotherPersonPage {
  /** What the module uses of the participant page. */
  interface ParticipantPage {
    page: { section: HTMLElement };
    notebook: { name: string; page: Participant.Memory; write(values: Participant.Memory): void };
    sender: { waiting: Api.Submit | null };
    server: { call(path: string, options?: RequestInit): Promise<Reply> };
    recording: Api.PhoneModule | null;
    view: { unsent(): string[] } | null;
  }
}

/** The section `another_person` of the texts. */
declare const PERSON_TEXTS: Record<string, string>;
