/** The organiser's list of workshops, as docs/openapi.yaml and server/usecases/workshop_list.py have it. */
declare namespace WorkshopsPage {
  /** What the page hands the component: the list as it is first, and how large a file may be. */
  interface Data {
    base: string;
    lang: string;
    texts: TextSection;
    list: Api.Workshops;
    max_file_mb: number;
    /** Whether the ways to a new workshop are open at first, where they are behind a button. */
    opens_new: boolean;
  }

  interface Server {
    post(path: string, body?: Record<string, unknown>): Promise<Reply>;
    workshop(workshop: string, action: string, body?: Record<string, unknown>): Promise<Reply>;
    room(code: string, action: string, body?: Record<string, unknown>): Promise<Reply>;
    file(file: File): Promise<Reply>;
  }

  /** What the parts of the page ask of it. */
  interface Context {
    base: string;
    lang: string;
    server: Server;
    text(key: string, values?: Record<string, string | number>): string;
    /** Does something on the server, once at a time; says what came of it, and shows the list as it then is. */
    act(button: HTMLButtonElement, job: () => Promise<Reply>, done: (body: any) => string | null): Promise<boolean>;
    go(address: string): void;
    /** The workshops that a new one can be made of. */
    readonly all: Api.Workshop[];
  }
}
