declare namespace Desk {
  interface Data {
    lang: string;
    texts: TextSection;
    approval: boolean;
    entries: Entry[];
    decisions: Decision[];
    totals?: Record<string, number>;
    /** Whether entries have forms that can be joined and taken apart. */
    merges?: boolean;
  }

  interface Form {
    key: string;
    text: string;
    count: number;
  }

  interface Entry extends Form {
    hidden: boolean;
    blocked: boolean;
    waiting: boolean;
    forms: Form[];
    /** Forms that somebody says are another word; `count` is how many do. Other lists have none. */
    suggestions?: Form[];
  }

  interface Decision {
    id: number;
    kind: string;
    text: string;
    target: string | null;
  }

  type GroupName = "waiting" | "blocked" | "words";
  type Movement = "free" | "append" | "frozen";

  /** What became of a sent action: whether the server took it. */
  type Answered = (isDone: boolean) => void;

  /** The action that is sent to the server. */
  interface Action {
    action: "hide" | "restore" | "approve" | "join" | "apart" | "keep" | "undo";
    keys: string[];
    target: string | null;
    decision: number | null;
  }

  /** An action with what confirms it and what it concerns on the screen; see DeskActions. */
  interface Step extends Action {
    others: string[];
    marks: string[];
    words: Record<string, string | number>;
    state?: "queued" | "sent" | "failed";
  }

  interface ActionListener {
    send(action: Action, answered: Answered): void;
    onDone(step: Step): void;
    onFailed(step: Step): void;
    onChange(): void;
  }

  interface Templates {
    row: HTMLTemplateElement;
    form: HTMLTemplateElement;
    suggestion: HTMLTemplateElement;
  }

  interface RowView {
    entry: Entry;
    group: GroupName;
    open: boolean;
    busy: boolean;
    failed: boolean;
    merging: "source" | "target" | null;
    joinable: boolean;
  }

  interface Search {
    query: string;
    key: string | null;
  }
}
