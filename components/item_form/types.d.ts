/** What a page hands the form of one item of a room, and what the form draws. */
declare namespace ItemForm {
  /** An item as the form begins it; `name` is that in the room, null for a new question. */
  interface Subject {
    name: string | null;
    /** As in a workshop's draft, without an id. */
    item: Record<string, any>;
    languages: string[];
  }

  /** An item of the room that may be edited, or that no more may. */
  interface Listed extends Subject {
    name: string;
    title: string;
    picture: string;
    /** Why it is not edited; null for one that is. */
    reason: string | null;
  }

  interface Data {
    base: string;
    /** The room's code. */
    room: string;
    lang: string;
    rev: number;
    kinds: EditorApi.Kind[];
    /** The section `editor` of the texts. */
    texts: TextSection;
    /** What a press that is lost on its way says. */
    lost: string;
    /** The one item of this form; null where one of `items` is chosen. */
    subject: Subject | null;
    items: Listed[];
  }
}
