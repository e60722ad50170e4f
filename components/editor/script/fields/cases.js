const CASE_LEVELS = ["", "1", "2", "3", "4"];

/** The answers of one worked case, with the outcome that the rules give it as they stand. @implements {EditorApi.FieldPart} */
class CasesField {
  /** @param {EditorApi.Field} field  @param {EditorApi.FormContext} form */
  constructor(field, form) {
    this.form = form;
    this.list = element("ul", { className: "answers" });
    this.outcome = element("p", { className: "outcome", role: "status" });
    this.frame = new FieldFrame({ ...field, required: true }, form, element("div", {}, this.list, this.outcome), null);
    this.node = this.frame.node;
    /** @type {CaseAnswer[]} */
    this.answers = [];
    /** @type {Record<string, any>} */
    this.value = {};
  }

  /** @param {string} name  @param {Record<string, any>} [values] */
  say(name, values) {
    return this.form.texts.at(`assessment.${name}`, values);
  }

  /** @param {Record<string, any> | undefined} value  @param {EditorApi.Path} path */
  draw(value, path) {
    this.path = path;
    this.value = value ?? {};
    this.form.register(path, this);
    this.frame.faults.draw(this.form.findingsAt(path, true));
    const criteria = this.form.document.criteria?.criteria ?? [];
    const named = namedRows(criteria, this.form.languages, (n) => this.say("unnamed", { n }));
    while (this.answers.length < criteria.length) this.answers.push(new CaseAnswer(this));
    this.answers.length = criteria.length;
    placeChildren(this.list, this.answers.map((answer) => answer.node));
    this.answers.forEach((answer, place) => answer.draw(criteria[place], named[place].label));
    setText(this.outcome, this.sentence(named));
  }

  /** @param {{ value: string, label: string }[]} criteria */
  sentence(criteria) {
    const id = valueAt(this.form.document, this.path.slice(0, -1))?.id;
    const outcome = this.form.derived("cases")?.cases.find((/** @type {any} */ each) => each.case === id);
    if (!outcome) return "";
    if (outcome.status === "empty") return this.say("empty");
    const [worst, best] = [outcome.worst, outcome.best].map((name) => this.outcomeName(name));
    const result = outcome.status === "firm" ? this.say("outcome", { outcome: worst }) : this.say("open", { worst, best });
    const lowered = criteria.filter(({ value }) => outcome.lowered.includes(value)).map(({ label }) => label);
    return lowered.length ? `${result}. ${this.say("lowered", { names: lowered.join(", ") })}` : result;
  }

  /** @param {string} id */
  outcomeName(id) {
    const rows = namedRows(this.form.document.criteria?.verdicts, this.form.languages, (n) => this.say("unnamed", { n }));
    return rows.find(({ value }) => value === id)?.label ?? "";
  }

  /** @param {string} criterion  @param {Record<string, any>} answer */
  save(criterion, answer) {
    this.form.change([{ op: "set", path: [...this.path, criterion], value: answer }]);
  }

  focusOn() {
    this.answers[0]?.level.focus();
  }
}

/** The level of one criterion, and the aspects that are marked. */
class CaseAnswer {
  /** @param {CasesField} field */
  constructor(field) {
    this.field = field;
    this.criterion = "";
    this.name = element("label");
    this.level = new ChoiceControl("", (level) => this.choose(level));
    this.name.htmlFor = this.level.control.id;
    this.aspects = element("div", { className: "aspects", role: "group" });
    this.key = "";
    this.node = element("li", {}, this.name, this.level.node, this.aspects);
  }

  get answer() { return this.field.value[this.criterion] ?? {}; }

  /** @param {any} criterion  @param {string} name */
  draw(criterion, name) {
    this.criterion = criterion.id;
    setText(this.name, name);
    const { languages, document, texts } = this.field.form;
    const unknown = firstText(document.criteria.unknown?.label, languages) || texts.at("fields.unknown");
    this.level.draw(CASE_LEVELS.map((level) => ({ value: level, label: level ? this.levelName(level) : unknown })), String(this.answer.level ?? ""));
    this.drawAspects(criterion.aspects ?? {}, name);
  }

  /** @param {string} level */
  levelName(level) {
    const { document, languages } = this.field.form;
    return `${level} ${firstText(document.criteria.levels?.[level], languages)}`.trim();
  }

  /** @param {Record<string, EditorApi.LocalisedText>} aspects  @param {string} name */
  drawAspects(aspects, name) {
    const ids = Object.keys(aspects);
    const { languages } = this.field.form;
    const labels = ids.map((id, place) => firstText(aspects[id], languages) || this.field.say("unnamed", { n: place + 1 }));
    setAttribute(this.aspects, "aria-label", name);
    this.aspects.hidden = ids.length === 0 || !this.answer.level;
    const key = JSON.stringify([ids, labels]);
    if (key !== this.key) {
      this.key = key;
      this.aspects.replaceChildren(...ids.map((id, place) => this.newAspect(id, labels[place])));
    }
    for (const box of this.aspects.querySelectorAll("input")) box.checked = this.answer.aspects?.includes(box.value) ?? false;
  }

  /** @param {string} id  @param {string} label */
  newAspect(id, label) {
    const box = element("input", { type: "checkbox", value: id });
    box.addEventListener("change", () => this.mark(id, box.checked));
    return element("label", {}, box, element("span", {}, label));
  }

  /** @param {string} level */
  choose(level) {
    const { aspects } = this.answer;
    this.field.save(this.criterion, level ? { level: Number(level), ...(aspects && { aspects }) } : {});
  }

  /** @param {string} id  @param {boolean} isMarked */
  mark(id, isMarked) {
    const rest = (this.answer.aspects ?? []).filter((/** @type {string} */ aspect) => aspect !== id);
    this.field.save(this.criterion, { ...this.answer, aspects: isMarked ? [...rest, id] : rest });
  }
}
registerField("cases", CasesField);
