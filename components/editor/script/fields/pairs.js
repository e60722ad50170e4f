/** The names of the dual types: one text for every two types; without one it is the names of both. @implements {EditorApi.FieldPart} */
class PairsField {
  /** @param {EditorApi.Field} field  @param {EditorApi.FormContext} form */
  constructor(field, form) {
    this.field = field;
    this.form = form;
    this.list = element("div", { className: "pair-names" });
    this.frame = new FieldFrame(field, form, this.list, null);
    this.node = this.frame.node;
    /** @type {Map<string, PairName>} */
    this.names = new Map();
  }

  /** @param {any[] | undefined} value  @param {EditorApi.Path} path */
  draw(value, path) {
    this.path = path;
    this.value = value ?? [];
    this.form.register(path, this);
    this.frame.faults.draw(this.form.findingsAt(path, false));
    const types = namedRows(this.form.document.quiz?.types, this.form.languages, (n) => this.form.texts.at("quiz.unnamed", { n }));
    const pairs = types.flatMap((first, place) => types.slice(place + 1).map((second) => ({ types: [first.value, second.value], label: `${first.label} + ${second.label}` })));
    const nodes = pairs.map((pair) => this.drawn(pair));
    placeChildren(this.list, nodes);
  }

  /** @param {{ types: string[], label: string }} pair */
  drawn(pair) {
    const key = JSON.stringify([...pair.types].sort());
    const name = this.names.get(key) ?? new PairName(this, pair.types);
    this.names.set(key, name);
    const place = this.value.findIndex((other) => JSON.stringify([...(other.types ?? [])].sort()) === key);
    name.draw(this.value[place]?.title, place, pair.label);
    return name.node;
  }

  focusOn() {
    this.list.querySelector("input")?.focus();
  }
}

/** The name of one pair, in every language. */
class PairName {
  /** @param {PairsField} field  @param {string[]} types */
  constructor(field, types) {
    this.field = field;
    this.types = types;
    this.label = element("span", { className: "label" });
    this.inputs = field.form.languages.map((lang) => ({ lang, input: this.newInput(lang) }));
    this.node = element("div", { className: "pair", role: "group" }, this.label, ...this.inputs.map(({ input }) => input));
  }

  /** @param {string} lang */
  newInput(lang) {
    const input = element("input", { type: "text", lang, maxLength: this.field.field.max ?? 120, autocomplete: "off" });
    input.addEventListener("input", () => this.save(lang, input.value));
    return input;
  }

  /** @param {EditorApi.LocalisedText | undefined} title  @param {number} place  @param {string} label */
  draw(title, place, label) {
    this.title = title ?? {};
    this.place = place;
    setText(this.label, label);
    setAttribute(this.node, "aria-label", label);
    for (const { lang, input } of this.inputs) {
      setValue(input, this.title[lang] ?? "");
      setAttribute(input, "aria-label", `${label}, ${this.field.form.texts.language(lang)}`);
      setAttribute(input, "placeholder", this.inputs.length > 1 ? this.field.form.texts.language(lang) : null);
    }
  }

  /** A pair that has no words left is again the names of both. @param {string} lang  @param {string} words */
  save(lang, words) {
    const { form, path } = this.field;
    const title = Object.fromEntries(Object.entries({ ...this.title, [lang]: words }).filter(([, text]) => text));
    const value = { types: this.types, title };
    if (this.place < 0) form.change([{ op: "insert", path: [...path, this.field.value.length], value }]);
    else if (Object.keys(title).length === 0) form.change([{ op: "remove", path: [...path, this.place] }]);
    else form.change([{ op: "set", path: [...path, this.place], value }], true);
  }
}
registerField("pairs", PairsField);
