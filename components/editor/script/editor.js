/** The editor of one workshop: its parts are drawn in place whenever the draft has changed. @implements {EditorApi.DraftListener} */
class Editor {
  /** @param {HTMLElement} root  @param {EditorApi.Data} data  @param {{ showPart(part: string, session: string, rev: number): void }} page */
  constructor(root, data, page) {
    this.root = root;
    this.find = finder(root);
    this.data = data;
    this.page = page;
    this.texts = new EditorTexts(data.texts, data.lang);
    /** @type {EditorApi.Part} */
    this.part = PARTS.includes(data.part) ? data.part : "programme";
    this.place = 0;
    /** The id of the chosen item, by which it is found where others move; null until the server has named it. @type {string | null} */
    this.itemId = data.item || null;
    this.choices = 0;
    /** What is told of the draft's findings. @type {EditorApi.Finding[]} */
    this.findings = [];
    this.session = new EditingSession(data.workshop);
    this.begin();
  }

  async begin() {
    const { data, root, find } = this;
    const session = await this.session.begin();
    if (this.isStopped) return;
    this.draft = new Draft(new EditorServer(data, session), new KeptChanges(data.workshop, session), this);
    this.derived = new DerivedValues(this.draft, () => this.draw());
    this.partSwitch = new PartSwitch(this);
    this.toast = new Toast(find(".toast"), this.texts, (sentence) => this.announce(sentence));
    this.kindMenu = new KindMenu(find("dialog.kinds"), this);
    this.pasteQuestions = new PasteQuestions(find("dialog.paste-questions"), this);
    this.header = new EditorHeader(find, this);
    this.tabs = new EditorTabs(find(".tabs"), this);
    this.missing = new MissingTexts(find(".missing"), this);
    this.notes = new EditorNotes(find(".notes"), this);
    this.programme = new Programme(find(".programme"), this);
    this.form = new EditorForm(find(".form"), this);
    this.preview = new PreviewPane(find(".preview"), this);
    this.footbar = new Footbar(find(".footbar"), this);
    this.keys = new UndoKeys(root, this.draft);
    this.quiet = new QuietFaults(this);
    this.parts = [this.header, this.tabs, this.missing, this.notes, this.programme, this.preview, this.footbar];
    this.showScreen("programme");
    this.draw();
    await this.draft.open();
    this.tellFaults();
    if (this.part === "examples") this.tellPage();
    this.programme.rows[this.place]?.node.scrollIntoView({ block: "nearest" });
    if (this.data.item || this.part !== "programme") this.showScreen("form");
  }

  /** @returns {any[]} */
  get items() { return this.draft.document?.workshop?.activities ?? []; }

  get item() { return this.items[this.place]; }

  /** @returns {string[]} */
  get languages() {
    const { languages } = this.draft.document?.workshop ?? {};
    return languages?.length ? languages : [this.data.lang];
  }

  get isReadOnly() { return this.draft.status === "paused" || this.draft.status === "ended"; }

  get isPreviewed() { return this.part === "programme" && Boolean(this.item); }

  /** @param {any} item */
  kindOf(item) {
    return this.draft.state?.kinds.find(({ kind }) => kind === item?.kind);
  }

  /** Whether a path is edited in what is on the screen. @param {EditorApi.Path} path */
  isShown(path) {
    return partOf(path) === this.part && (this.part !== "programme" || path[PART_ROOTS.programme.length] === this.place);
  }

  /** Every fault is told from now on, also of what has only been begun. */
  tellFaults() {
    this.quiet.tellAll();
    this.draw();
  }

  /** @param {EditorApi.Path} path */
  findingsUnder(path) {
    return this.findings.filter((finding) => startsWith(finding.path, path));
  }

  /** @param {EditorApi.Path} path */
  blockingUnder(path) {
    return this.findingsUnder(path).filter(({ blocking }) => blocking);
  }

  changed() {
    this.findItem();
    this.draw();
    if (this.part === "examples" && this.draft.state && this.draft.state.rev !== this.pageRevision) this.tellPage();
  }

  /** The page draws the examples: it is told what is shown, and at which revision. */
  tellPage() {
    this.pageRevision = this.draft.state?.rev ?? 0;
    this.page.showPart(this.part, this.session.name, this.pageRevision);
  }

  /** The page has changed the draft, or has drawn it as it is. @param {number} rev */
  hearRevision(rev) {
    this.pageRevision = rev;
    if (this.draft?.state && rev > this.draft.state.rev) this.draft.look();
  }

  /** Keeps to the chosen item where others have moved; its neighbour is chosen where it has gone. */
  findItem() {
    const place = this.itemId ? this.items.findIndex(({ id }) => id === this.itemId) : this.place;
    if (place >= 0) this.place = place;
    this.place = Math.max(0, Math.min(this.place, this.items.length - 1));
    if (place < 0 && this.draft.state) this.choices += 1;
    if (this.draft.state) this.itemId = this.item?.id ?? null;
  }

  draw() {
    const { root, part, texts, draft } = this;
    this.findings = this.quiet.filtered(draft.state?.findings ?? []);
    root.dataset.part = part;
    setAttribute(root, "aria-busy", draft.state ? null : "true");
    setAttribute(this.find(".columns"), "aria-labelledby", `editor-tab-${part}`);
    root.classList.toggle("read-only", this.isReadOnly);
    setAttribute(this.find(".form"), "tabindex", this.isReadOnly ? "0" : null); // nothing else in it takes the focus to scroll it
    for (const one of this.parts) one.draw();
    this.find(".columns").hidden = !draft.state;
    if (draft.state) this.drawForm();
    if (part === "programme" && this.item) setAttribute(this.find(".form"), "aria-label", texts.say("item_form", { place: this.place + 1 }));
    else setAttribute(this.find(".form"), "aria-label", texts.say(`parts.${part}`));
    this.writeAddress();
  }

  drawForm() {
    const { part, item, form } = this;
    this.find(".programme").hidden = part !== "programme";
    this.find(".form").hidden = part === "examples" || (part === "programme" && !item);
    if (part === "programme" && item) {
      const kind = this.kindOf(item);
      const root = [...PART_ROOTS.programme, this.place];
      form.draw(`item ${this.choices} ${item.kind}`, { title: kind?.label ?? item.kind, picture: kind?.picture ?? null, fields: kind?.fields ?? [], root });
    } else if (part !== "programme" && part !== "examples") {
      const field = this.draft.state.forms[part];
      const isGroup = field?.type === "group";
      const root = PART_ROOTS[part];
      const title = field?.label || this.texts.say(`parts.${part}`);
      if (!valueAt(this.draft.document, root)) form.draw(`no ${part}`, { title, picture: null, fields: [], root });
      else if (isGroup || !field) form.draw(`part ${part}`, { title, picture: null, fields: field?.fields ?? [], root });
      else form.draw(`part ${part}`, { title, picture: null, fields: [{ ...field, name: String(root.at(-1)) }], root: root.slice(0, -1) });
    }
  }

  /** @param {number} place */
  chooseItem(place) {
    this.quiet.tellAll();
    this.place = Math.max(0, Math.min(place, this.items.length - 1));
    this.itemId = this.item?.id ?? null;
    this.choices += 1;
    this.draw();
  }

  /** @param {EditorApi.Part} part */
  showPart(part) {
    this.quiet.tellAll();
    const isOfPage = (part === "examples") !== (this.part === "examples");
    this.part = part;
    this.showScreen(part === "programme" ? "programme" : "form");
    this.draw();
    if (isOfPage) this.tellPage();
  }

  /** A phone shows one of the three at a time; between it and a desk, the preview takes the place of the form. @param {"programme" | "form" | "preview"} screen */
  showScreen(screen) {
    const before = this.root.dataset.screen;
    this.root.dataset.screen = screen;
    const isAlone = this.find(".footbar").checkVisibility() || (!this.find(".form").checkVisibility() && before === "form") || before === "preview";
    if (before === screen || !isAlone) return;
    this.root.scrollIntoView({ block: "start" });
    const target = { programme: this.programme?.rows[this.place]?.button, form: this.form?.title, preview: this.find(".preview h2") }[screen];
    if (target && screen !== "programme") target.tabIndex = -1;
    target?.focus({ preventScroll: screen !== "programme" });
  }

  /** Shows where a path is edited and gives it the focus. @param {EditorApi.Path} path  @param {string | null} [lang] */
  goTo(path, lang = null) {
    const part = partOf(path);
    if (part !== this.part) this.showPart(part);
    const place = path[PART_ROOTS.programme.length];
    if (part === "programme" && typeof place === "number" && place !== this.place) this.chooseItem(place);
    if (part === "examples") return;
    this.showScreen("form");
    this.form.focusOn(path, lang);
  }

  /** @param {HTMLElement} opener */
  changeKind(opener) {
    const { item, place } = this;
    const from = this.kindOf(item);
    this.kindMenu.open(this.texts.say("change_to"), item.kind, opener, (kind) => {
      this.draft.change([{ op: "set", path: [...PART_ROOTS.programme, place], value: converted(item, from, kind) }]);
      this.announce(this.texts.say("kind_changed", { kind: kind.label }));
      this.form.convert.focus();
    });
  }

  /** @param {"undo" | "redo"} step  @param {EditorApi.Path} path */
  stepped(step, path) {
    this.keys.typed = null;
    this.toast.hide();
    const part = partOf(path);
    if (part !== this.part) this.showPart(part);
    const place = path[PART_ROOTS.programme.length];
    if (part === "programme" && typeof place === "number" && place !== this.place && place < this.items.length) this.chooseItem(place);
    this.announce(this.texts.say(step === "undo" ? "undone" : "redone"));
  }

  renewed() {
    this.announce(this.texts.say("renewed"));
    if (this.draft.status !== "paused") this.toast.show(this.texts.say("renewed"));
  }

  /** @param {string} sentence */
  refused(sentence) {
    this.toast.show(sentence);
  }

  /** @param {string} sentence */
  ended(sentence) {
    this.notes.end(sentence);
  }

  /** The same words are said again only when they are written anew. @param {string} sentence */
  announce(sentence) {
    const node = this.find(".announcements");
    node.replaceChildren(element("span", {}, sentence));
  }

  focusPanel() {
    this.find("[role=tab][aria-selected=true]").focus();
  }

  /** The address leads back to what is on the screen. */
  writeAddress() {
    if (!this.draft.state) return;
    const address = new URL(location.href);
    if (this.part === "programme") address.searchParams.delete("osa");
    else address.searchParams.set("osa", this.part);
    if (this.part === "programme" && this.itemId) address.searchParams.set("kohta", this.itemId);
    else address.searchParams.delete("kohta");
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }

  /** @param {string} path within the app */
  leaveTo(path) {
    location.assign(this.data.base + path);
  }

  stop() {
    this.isStopped = true;
    this.draft?.stop();
    this.preview?.stop();
    this.session.end();
  }
}
