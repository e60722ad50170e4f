const ITEM_ROOT = [...PART_ROOTS.programme, 0];

/**
 * One item of a room in the editor's own form. Nothing is stored before a button is pressed; what the server refuses
 * stands at its field. @implements {EditorApi.FormHost}
 */
class ItemEditor {
  /** @param {HTMLElement} root  @param {ItemForm.Data} data  @param {{ close(): void }} page */
  constructor(root, data, page) {
    const find = finder(root);
    this.find = find;
    this.data = data;
    this.page = page;
    this.texts = new EditorTexts(data.texts, data.lang);
    this.server = new DeskServer(data);
    /** @type {EditorApi.Part} */
    this.part = "programme";
    this.isReadOnly = false;
    this.isPreviewed = false;
    /** @type {{ at(name: string): any }} */
    this.derived = { at: () => null };
    this.partSwitch = null;
    /** @type {EditorApi.Finding[]} */
    this.findings = [];
    this.draft = {
      document: documentOf({}),
      state: { kinds: data.kinds },
      change: (/** @type {EditorApi.Change[]} */ changes) => this.change(changes),
    };
    this.serial = newSerial();
    this.kindMenu = new KindMenu(/** @type {HTMLDialogElement} */ (find("dialog")), this);
    this.form = new EditorForm(find(".form"), this);
    this.items = new RoomItems(find(".items"), data.items, (item) => this.begin(item));
    if (data.subject) this.begin(data.subject);
    else this.list();
  }

  get item() { return this.draft.document.workshop.activities[0]; }

  get languages() { return this.subject?.languages ?? [this.data.lang]; }

  /** @param {EditorApi.Path} path */
  findingsUnder(path) {
    return this.findings.filter((finding) => startsWith(finding.path, path));
  }

  list() {
    this.find(".form").hidden = true;
    this.find(".acts").hidden = true;
    this.say("");
    this.items.show(true);
    this.items.focus();
  }

  /** @param {ItemForm.Subject} subject */
  begin(subject) {
    this.subject = subject;
    this.draft.document = documentOf(subject.item);
    this.findings = [];
    this.items.show(false);
    this.find(".form").hidden = false;
    this.drawActs();
    this.form.key = "";
    this.draw();
    this.form.focusFirst();
  }

  drawActs() {
    const acts = this.find(".acts");
    const { name } = this.subject;
    const buttons = name === null
      ? [this.newAct("show_now", "fill", "add_question", { opens: true }), this.newAct("add", "go", "add_question", { opens: false })]
      : [this.newAct("save", "fill", "edit_question", { name })];
    if (this.data.items.length) buttons.push(this.newButton("back", "plain", () => this.list()));
    acts.replaceChildren(...buttons);
    acts.hidden = false;
  }

  /** @param {string} label  @param {string} look  @param {string} action  @param {Record<string, unknown>} values */
  newAct(label, look, action, values) {
    return this.newButton(label, look, () => this.send(action, values));
  }

  /** @param {string} label  @param {string} look  @param {() => void} act */
  newButton(label, look, act) {
    const button = element("button", { type: "button", className: `button ${look}` }, this.texts.at(`room.${label}`));
    button.addEventListener("click", act);
    return button;
  }

  draw() {
    const { item, form } = this;
    const kind = this.data.kinds.find((known) => known.kind === item.kind);
    form.draw(item.kind, {
      title: kind?.label ?? "", picture: kind?.picture ?? null, fields: kind?.fields ?? [], root: ITEM_ROOT,
    });
  }

  /** What was refused of a field is forgiven once it is changed. @param {EditorApi.Change[]} changes */
  change(changes) {
    this.draft.document = changes.reduce(applied, this.draft.document);
    this.findings = this.findings.filter(({ path }) => !changes.some((change) => startsWith(path, change.path) || startsWith(change.path, path)));
    this.serial = newSerial();
    this.say("");
    this.draw();
  }

  /** @param {HTMLElement} opener */
  changeKind(opener) {
    const { item, data } = this;
    this.kindMenu.open(this.texts.say("change_to"), item.kind, opener, (kind) => {
      const from = data.kinds.find((known) => known.kind === item.kind);
      this.change([{ op: "set", path: ITEM_ROOT, value: converted(item, from, kind) }]);
      this.findings = [];
      this.draw();
      this.form.convert.focus();
    });
  }

  /** Sent again with the same serial, it is done once. @param {string} action  @param {Record<string, unknown>} values */
  async send(action, values) {
    if (this.isSending) return;
    this.isSending = true;
    this.say("");
    this.dropEmptyRows();
    const intent = { action, arguments: { ...values, item: this.item, languages: this.languages }, rev: this.data.rev };
    const { status, body } = await this.server.press(intent, `${action} ${JSON.stringify(values)} ${this.serial}`.slice(-100))
      .catch(/** @returns {Reply} */ () => ({ status: 0, body: { message: this.data.lost } }));
    this.isSending = false;
    if (status === 200) this.page.close();
    else this.refuse(body);
  }

  /** Rows that nobody has written in are not meant. */
  dropEmptyRows() {
    const kind = this.data.kinds.find((known) => known.kind === this.item.kind);
    for (const { name, type, fields } of kind?.fields ?? []) {
      if (type !== "rows") continue;
      const written = this.item[name]?.filter((/** @type {any} */ row) => Object.values(row[fields[0].name] ?? {}).some(Boolean));
      if (written && written.length < this.item[name].length) this.item[name] = written;
    }
    this.draw();
  }

  /** @param {Api.Error} body */
  refuse({ message, findings = [] }) {
    this.findings = findings.map(({ path, sentence }) => ({ path: [...ITEM_ROOT, ...path], sentence, blocking: true }));
    this.serial = newSerial();
    this.draw();
    if (this.findings.length) this.form.focusOn(this.findings[0].path, null);
    this.say(message);
  }

  // There is one screen.
  showScreen() {}

  /** @param {string} sentence */
  say(sentence) {
    setText(this.find(".refusal"), sentence);
  }

  /** The same words are said again only when they are written anew. @param {string} sentence */
  announce(sentence) {
    this.find(".announcements").replaceChildren(element("span", {}, sentence));
  }
}

/** A draft with this one item. @param {Record<string, any>} item  @returns {any} */
function documentOf(item) {
  return { workshop: { activities: [item] } };
}
