const MIN_VOTED = 3;
const MAX_VOTED = 10;
/** Answers listed at once; the others are searched for. */
const MAX_OFFERED = 60;
/** Of a cloud, so many of the commonest are chosen to begin with. */
const CHOSEN_AT_FIRST = 5;

/** Answers or themes made into the options of a new question. */
class VoteDialog {
  /** @param {HTMLDialogElement} dialog  @param {(vote: Sorting.Vote, told: (message: string) => void) => void} send */
  constructor(dialog, send) {
    this.dialog = dialog;
    this.find = finder(dialog);
    this.send = send;
    /** @type {Sorting.Listing} */
    this.listing = { themes: [], unsorted: 0, entries: [], newest: null };
    this.source = "answers";
    this.kind = "choice";
    /** @type {Record<string, Set<string>>} */
    this.chosen = { answers: new Set(), themes: new Set() };
    this.question = /** @type {HTMLInputElement} */ (this.find(".asked input"));
    this.search = /** @type {HTMLInputElement} */ (this.find(".search input"));
    this.find("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.press(true);
    });
    this.find(".keep").addEventListener("click", () => this.press(false));
    this.find(".cancel").addEventListener("click", () => dialog.close());
    this.search.addEventListener("input", () => this.drawOptions());
    dialog.addEventListener("keydown", (event) => event.stopPropagation());
  }

  /** @param {Sorting.Listing} listing  @param {string[]} chosen  @param {DeskTexts} texts  @param {boolean} isCloud */
  open(listing, chosen, texts, isCloud) {
    this.texts = texts;
    this.listing = { ...listing, entries: listing.entries.filter((entry) => !entry.waiting) };
    const first = this.offered().slice(0, isCloud ? CHOSEN_AT_FIRST : 0).map(({ key }) => key);
    this.chosen = {
      answers: new Set(chosen.length ? chosen.slice(0, MAX_VOTED) : first),
      themes: new Set(listing.themes.map((theme) => theme.id)),
    };
    this.source = listing.themes.length >= MIN_VOTED && !chosen.length && !isCloud ? "themes" : "answers";
    this.question.value = texts.say("voting.suggested");
    this.search.value = "";
    setText(this.find(".note"), "");
    this.draw();
    this.dialog.showModal();
    this.question.select();
  }

  draw() {
    const say = (/** @type {string} */ path) => this.texts.say(`voting.${path}`);
    setText(this.find("h2"), say("title"));
    setText(this.find(".kinds legend"), say("kind"));
    setText(this.find(".asked span"), say("question"));
    setText(this.find(".sources legend"), say("source"));
    setText(this.find(".search span"), say("search"));
    setText(this.find(".main"), say("open"));
    setText(this.find(".keep"), say("keep"));
    setText(this.find(".cancel"), say("cancel"));
    this.drawRadios(".kinds", ["choice", "dots", "ranking"], this.kind, (kind) => (this.kind = kind));
    this.find(".sources").hidden = this.listing.themes.length < MIN_VOTED;
    this.drawRadios(".sources", ["answers", "themes"], this.source, (source) => {
      this.source = source;
      this.drawOptions();
    });
    this.drawOptions();
  }

  /** @param {string} group  @param {string[]} values  @param {string} chosen  @param {(value: string) => void} onChange */
  drawRadios(group, values, chosen, onChange) {
    const name = group.slice(1);
    const radios = values.map((value) => {
      const radio = element("input", { type: "radio", name, value, checked: value === chosen });
      radio.addEventListener("change", () => onChange(value));
      return element("label", {}, radio, element("span", {}, this.texts.say(`voting.${name}.${value}`)));
    });
    this.find(`${group} div`).replaceChildren(...radios);
  }

  /** What may be chosen, the largest count first. */
  offered() {
    const { themes, entries } = this.listing;
    const rows = this.source === "themes"
      ? themes.map(({ id, label, count }) => ({ key: id, text: label, count }))
      : entries.map(({ key, text, count }) => ({ key, text, count }));
    return rows.sort((first, second) => second.count - first.count);
  }

  drawOptions() {
    const chosen = this.chosen[this.source];
    const query = this.texts.folded(this.search.value).trim();
    const offered = this.offered();
    this.find(".search").hidden = offered.length <= MAX_VOTED;
    const matching = offered.filter(({ key, text }) => chosen.has(key) || !query || this.texts.folded(text).includes(query));
    const listed = [...matching.filter(({ key }) => chosen.has(key)), ...matching.filter(({ key }) => !chosen.has(key))];
    this.find(".chosen ul").replaceChildren(...listed.slice(0, MAX_OFFERED).map((row) => this.newOption(row, chosen)));
    this.drawCount();
  }

  /** @param {{ key: string, text: string, count: number }} row  @param {Set<string>} chosen */
  newOption({ key, text, count }, chosen) {
    const box = element("input", { type: "checkbox", checked: chosen.has(key) });
    box.addEventListener("change", () => {
      if (box.checked) chosen.add(key);
      else chosen.delete(key);
      this.drawCount();
    });
    const label = element("span", { className: "text", dir: "auto", translate: false }, text);
    return element("li", {}, element("label", {}, box, label, element("b", {}, String(count))));
  }

  drawCount() {
    const n = this.chosen[this.source].size;
    setText(this.find(".chosen legend"), this.texts.say("voting.chosen", { n }));
    for (const button of [this.find(".main"), this.find(".keep")]) {
      setAttribute(button, "aria-disabled", n < MIN_VOTED || n > MAX_VOTED ? "true" : null);
    }
  }

  /** @param {boolean} opens */
  press(opens) {
    if (this.find(".main").getAttribute("aria-disabled") === "true") return;
    const source = /** @type {Sorting.Vote["source"]} */ (this.source);
    const vote = { source, chosen: [...this.chosen[source]], kind: this.kind, question: this.question.value, opens };
    this.send(vote, (message) => {
      setText(this.find(".note"), message);
      if (!message) this.dialog.close();
    });
  }
}
