const HIGHEST_LEVEL = 4;
const LOWEST_BOUND = 2;

/**
 * The conditions of one outcome as a sentence: a choice, words and a choice for each condition. The
 * last outcome is what is left, and has none.
 * @implements {EditorApi.FieldPart}
 */
class OutcomesField {
  /** @param {EditorApi.Field} field  @param {EditorApi.FormContext} form */
  constructor(field, form) {
    this.form = form;
    this.list = element("ul", { className: "conditions" });
    this.sentence = element("p", { className: "sentence" });
    this.add = element("button", { type: "button", className: "button" }, icon("add"), element("span", {}, this.say("add_condition")));
    this.add.addEventListener("click", () => this.addCondition());
    this.frame = new FieldFrame({ ...field, required: true }, form, element("div", { className: "rule" }, this.list, this.sentence, this.add), null);
    this.node = this.frame.node;
    /** @type {Condition[]} */
    this.conditions = [];
    /** @type {Record<string, number>} */
    this.below = {};
  }

  /** @param {string} name  @param {Record<string, any>} [values] */
  say(name, values) {
    return this.form.texts.at(`assessment.${name}`, values);
  }

  /** @param {Record<string, number> | undefined} value  @param {EditorApi.Path} path */
  draw(value, path) {
    this.path = path;
    this.below = value ?? {};
    this.form.register(path, this);
    this.frame.faults.draw(this.form.findingsAt(path, true));
    const rows = valueAt(this.form.document, path.slice(0, -2)) ?? [];
    const place = Number(path.at(-2));
    const isLast = place === rows.length - 1;
    this.criteria = namedRows(this.form.document.criteria?.criteria, this.form.languages, (n) => this.say("unnamed", { n }));
    const names = isLast ? [] : Object.keys(this.below).filter((name) => this.criteria.some((criterion) => criterion.value === name));
    while (this.conditions.length < names.length) this.conditions.push(new Condition(this));
    this.conditions.length = names.length;
    placeChildren(this.list, this.conditions.map((condition) => condition.node));
    names.forEach((name, index) => this.conditions[index].draw(name, index));
    const outcome = firstText(rows[place]?.label, this.form.languages) || this.say("unnamed", { n: place + 1 });
    setText(this.sentence, this.sentenceOf(isLast, names.length, outcome));
    this.list.hidden = names.length === 0;
    this.add.hidden = isLast || this.free.length === 0;
  }

  /** @param {boolean} isLast  @param {number} count  @param {string} outcome */
  sentenceOf(isLast, count, outcome) {
    if (isLast) return this.say("otherwise", { outcome });
    if (this.criteria.length === 0) return this.say("no_criteria");
    return count ? this.say("then", { outcome }) : this.say("no_conditions");
  }

  /** The criteria that no condition is about yet. */
  get free() {
    return this.criteria.filter(({ value }) => value && !(value in this.below));
  }

  /** @param {Record<string, number>} below */
  save(below) {
    this.form.change([{ op: "set", path: this.path, value: below }]);
  }

  addCondition() {
    this.save({ ...this.below, [this.free[0].value]: HIGHEST_LEVEL - 1 });
    this.conditions.at(-1)?.criterion.focus();
  }

  /** A condition on another criterion, in the same place. @param {string} name  @param {string} other */
  rename(name, other) {
    this.save(Object.fromEntries(Object.entries(this.below).map(([key, level]) => [key === name ? other : key, level])));
  }

  /** @param {string} name */
  remove(name) {
    const { [name]: _, ...rest } = this.below;
    this.save(rest);
    this.add.focus();
  }

  focusOn() {
    (this.conditions[0]?.criterion ?? this.add).focus();
  }
}

/** One part of the sentence: a criterion and the level that it stays below. */
class Condition {
  /** @param {OutcomesField} field */
  constructor(field) {
    this.field = field;
    this.name = "";
    this.start = element("span", { className: "joint" });
    this.criterion = new ChoiceControl(field.say("criterion"), (other) => field.rename(this.name, other));
    this.level = new ChoiceControl(field.say("level"), (level) => field.save({ ...field.below, [this.name]: Number(level) }));
    this.leave = iconButton("close", "", () => field.remove(this.name));
    this.node = element("li", {}, this.start, this.criterion.node, element("span", {}, field.say("below")), this.level.node, this.leave);
  }

  /** @param {string} name  @param {number} place */
  draw(name, place) {
    this.name = name;
    const { criteria, free, below } = this.field;
    const own = criteria.filter(({ value }) => value === name || free.some((criterion) => criterion.value === value));
    setText(this.start, this.field.say(place === 0 ? "if" : "or"));
    this.criterion.draw(own, name);
    const bounds = Array.from({ length: HIGHEST_LEVEL - LOWEST_BOUND + 1 }, (_, step) => String(LOWEST_BOUND + step));
    this.level.draw(bounds.map((bound) => ({ value: bound, label: bound })), String(below[name]));
    nameButton(this.leave, this.field.say("remove_condition", { name: own.find(({ value }) => value === name)?.label ?? name }));
  }
}
registerField("outcomes", OutcomesField);
