/** One text in every language of the workshop. @implements {EditorApi.FieldPart} */
class TextField {
  /** @param {EditorApi.Field} field  @param {EditorApi.FormContext} form */
  constructor(field, form) {
    this.field = field;
    this.form = form;
    this.lang = "";
    this.control = newTextControl(Boolean(field.multiline), field.max);
    this.control.addEventListener("input", () => this.type());
    this.frame = new FieldFrame(field, form, this.control, this.control);
    this.tabs = new LanguageTabs(form, (lang) => this.choose(lang));
    this.frame.end.append(this.tabs.node);
    this.node = this.frame.node;
  }

  /** @param {EditorApi.LocalisedText | null | undefined} value  @param {EditorApi.Path} path */
  draw(value, path) {
    const { form } = this;
    this.value = value;
    this.path = path;
    if (!form.languages.includes(this.lang)) this.lang = form.languages[0];
    form.register(path, this);
    const findings = form.findingsAt(path, true);
    this.tabs.draw(this.lang, (lang) => isMissing(value, lang), (lang) => findings.some((finding) => finding.blocking && finding.path[path.length] === lang));
    const isNamed = form.languages.length > 1;
    setAttribute(this.control, "aria-labelledby", isNamed ? `${this.frame.labelId} ${this.tabs.nameId(this.lang)}` : null);
    setAttribute(this.control, "lang", this.lang);
    this.control.placeholder = this.lang === form.languages[0] ? "" : (value?.[form.languages[0]] ?? "");
    setValue(this.control, value?.[this.lang] ?? "");
    this.frame.faults.draw(findings, this.control);
  }

  type() {
    const change = textChange(this.path, this.value, this.lang, this.control.value, this.field.required);
    if (change) this.form.change([change], true);
  }

  /** @param {string} lang */
  choose(lang) {
    this.lang = lang;
    this.draw(this.value, this.path);
  }

  /** @param {EditorApi.Path} path  @param {string | null} lang */
  focusOn(path, lang) {
    const chosen = lang ?? path[this.path.length];
    if (this.form.languages.includes(String(chosen))) this.choose(String(chosen));
    this.control.focus();
  }
}
registerField("text", TextField);
