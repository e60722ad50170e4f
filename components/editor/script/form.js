/** The form of what is chosen: fields by the description that the server gives, drawn in place. @implements {EditorApi.FormContext} */
class EditorForm {
  /** @param {HTMLElement} node  @param {EditorApi.FormHost} editor */
  constructor(node, editor) {
    this.node = node;
    this.editor = editor;
    this.texts = editor.texts;
    this.picture = element("img", { alt: "", width: 48, height: 48 });
    this.title = element("h2", { tabIndex: -1 });
    this.convert = element("button", { type: "button", className: "button" }, element("span", {}, this.texts.say("change_kind")), icon("unfold"));
    this.convert.addEventListener("click", () => editor.changeKind(this.convert));
    this.preview = element("button", { type: "button", className: "button between" }, this.texts.say("show_preview"));
    this.preview.addEventListener("click", () => editor.showScreen("preview"));
    this.head = element("div", { className: "head" }, this.picture, this.title, this.preview, this.convert);
    this.rest = new FaultList(this);
    this.fields = element("div", { className: "fields" });
    this.partSwitch = editor.partSwitch;
    this.set = element("fieldset", {}, this.head, this.rest.node, this.fields);
    if (this.partSwitch) this.set.append(this.partSwitch.node);
    node.append(this.set);
    /** What the fields were made for: they are made anew only when it changes. */
    this.key = "";
    /** @type {DrawnField[]} */
    this.parts = [];
    /** @type {{ path: EditorApi.Path, part: EditorApi.FieldPart }[]} */
    this.registered = [];
    /** @type {Set<EditorApi.Finding>} */
    this.drawn = new Set();
  }

  get languages() { return this.editor.languages; }

  get document() { return this.editor.draft.document; }

  /**
   * @param {string} key
   * @param {{ title: string, picture: string | null, fields: EditorApi.Field[], root: EditorApi.Path }} content
   */
  draw(key, { title, picture, fields, root }) {
    if (key !== this.key) this.build(key, fields);
    setText(this.title, title);
    setAttribute(this.picture, "src", picture);
    this.picture.hidden = !picture;
    this.convert.hidden = !picture || this.editor.isReadOnly;
    this.preview.hidden = !this.editor.isPreviewed;
    this.set.disabled = this.editor.isReadOnly;
    this.root = root;
    this.registered = [];
    this.drawn = new Set();
    drawParts(this.parts, valueAt(this.document, root), root);
    const findings = this.editor.findingsUnder(root).filter((finding) => !this.drawn.has(finding) && this.isOwn(finding));
    this.rest.draw(findings);
    this.partSwitch?.draw();
  }

  /** The part of the details has the whole workshop as its root, where other parts have theirs too. @param {EditorApi.Finding} finding */
  isOwn({ path }) {
    return partOf(path) === this.editor.part;
  }

  /** @param {string} key  @param {EditorApi.Field[]} fields */
  build(key, fields) {
    this.key = key;
    this.parts = newParts(fields, this);
    this.fields.replaceChildren(...this.parts.map(({ part }) => part.node));
    this.node.scrollTop = 0;
  }

  /** @param {EditorApi.Field} field  @returns {EditorApi.FieldPart | null} */
  newField(field) {
    const Part = FIELD_TYPES[field.type];
    return Part ? new Part(field, this) : null;
  }

  /** @param {EditorApi.Change[]} changes  @param {boolean} [isTyping] */
  change(changes, isTyping = false) {
    this.editor.draft.change(changes, isTyping);
  }

  /** @param {string} name */
  derived(name) {
    return this.editor.derived.at(name);
  }

  /** @param {EditorApi.Path} path  @param {boolean} isWithin */
  findingsAt(path, isWithin) {
    const findings = this.editor.findingsUnder(path).filter((finding) => isWithin || isSamePath(finding.path, path));
    for (const finding of findings) this.drawn.add(finding);
    return findings;
  }

  /** @param {EditorApi.Path} path  @param {EditorApi.FieldPart} part */
  register(path, part) {
    this.registered.push({ path, part });
  }

  /** The path that an element within the fields edits: the innermost. @param {HTMLElement} field  @returns {EditorApi.Path | null} */
  pathOf(field) {
    const around = this.registered.filter(({ part }) => part.node.contains(field));
    return around.reduce((/** @type {EditorApi.Path | null} */ inner, { path }) => (path.length > (inner?.length ?? -1) ? path : inner), null);
  }

  /** @param {string} sentence */
  announce(sentence) {
    this.editor.announce(sentence);
  }

  /** Gives the focus to the field that edits a path: of those around it, to the innermost. @param {EditorApi.Path} path  @param {string | null} lang */
  focusOn(path, lang) {
    const around = this.registered.filter((one) => startsWith(path, one.path) && one.part.focusOn);
    const inner = around.sort((one, other) => other.path.length - one.path.length)[0];
    if (inner) inner.part.focusOn(path, lang);
    else this.title.focus();
  }

  focusFirst() {
    (this.fields.querySelector(FOCUSED_FIRST) ?? this.title).focus();
  }
}
