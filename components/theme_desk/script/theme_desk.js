/** Sorting into themes: what is pressed is drawn at once, and the server's listing follows. */
class ThemeDesk {
  /** @param {Find} find  @param {DeskServer} server  @param {DeskApi.Context} desk  @param {(isOpen: boolean) => void} onToggle */
  constructor(find, server, desk, onToggle) {
    this.find = find;
    this.server = server;
    this.desk = desk;
    this.onToggle = onToggle;
    this.section = find(".sorting");
    this.opener = find(".onward .sort");
    this.voter = find(".onward .vote");
    this.isOpen = false;
    this.suggests = false;
    this.isAsking = false;
    /** The presses that the listing does not show yet. @type {Set<{ doneAt: number }>} */
    this.unlisted = new Set();
    /** Whether the last of them is taken back when the listing shows it. */
    this.undoesNext = false;
    /** @type {Sorting.Listing} */
    this.listing = { themes: [], unsorted: 0, entries: [], newest: null };
    /** @type {Sorting.Entry[]} */
    this.visible = [];
    this.moves = new SortingMoves();
    this.selection = new SortingSelection();
    this.rows = new SortingRows(find(".rows"));
    this.filters = new SortingFilters(find, () => this.draw());
    this.bar = new MoveBar(find, (theme) => this.moveChosen(theme), () => this.clear());
    this.heads = new ThemeHeads(find, { name: (theme, label) => this.name(theme, label), remove: (theme) => this.remove(theme) });
    this.shown = new PressGroup(find(".shown-as"), desk, "segments even");
    this.vote = new VoteDialog(/** @type {HTMLDialogElement} */ (find(".voting")), (vote, told) => this.sendVote(vote, told));
    this.keys = new SortingKeys(this.section, this);
    this.drag = new SortingDrag(find, this);
    this.opener.addEventListener("click", () => this.open());
    this.voter.addEventListener("click", () => this.openVote());
    find(".heads .vote").addEventListener("click", () => this.openVote());
    find(".sorted .back").addEventListener("click", () => this.close());
    find(".sorted .undo").addEventListener("click", () => this.undo());
    find(".sorted .suggest").addEventListener("click", () => this.suggest());
    find(".rows").addEventListener("click", (event) => this.pressRow(event));
    find(".rows").addEventListener("focusin", (event) => this.reach(event));
  }

  get themes() {
    return this.listing.themes;
  }

  /** @param {DeskApi.State} state */
  see(state) {
    this.state = state;
    const { answers } = state;
    this.texts = new DeskTexts(this.desk.texts.theme_desk, state.lang);
    const canSort = Boolean(answers?.themes && answers.words?.entries.length);
    this.find(".onward").hidden = !canSort;
    setText(this.opener, this.texts.say("sort"));
    setText(this.voter, this.texts.say("vote"));
    if (!this.isOpen) return;
    if (!answers?.themes) this.close();
    else if (answers.activity !== this.activity) this.begin();
    else this.ask();
  }

  open() {
    this.isOpen = true;
    this.section.hidden = false;
    this.onToggle(true);
    this.begin();
    this.find(".sorted h2").focus();
  }

  close() {
    this.isOpen = false;
    this.section.hidden = true;
    this.onToggle(false);
    this.opener.focus();
  }

  begin() {
    this.activity = this.state.answers.activity;
    this.listing = { themes: [], unsorted: 0, entries: [], newest: null };
    this.moves = new SortingMoves();
    this.unlisted.clear();
    this.undoesNext = false;
    this.selection.clear();
    this.say("");
    this.draw();
    this.ask();
  }

  /** One question at a time; what has changed meanwhile is asked after it. */
  async ask() {
    this.isDue = true;
    if (this.isAsking) return;
    this.isAsking = true;
    while (this.isDue && this.isOpen) {
      this.isDue = false;
      const askedAt = performance.now();
      const { suggests } = this;
      /** @type {Partial<Reply>} */
      const { status, body } = await this.server.themes(suggests).catch(() => ({}));
      if (status === 200 && body.sorting && this.isOpen) this.take(body.sorting, askedAt, suggests);
    }
    this.isAsking = false;
  }

  /** @param {Sorting.Listing} listing  @param {number} askedAt  @param {boolean} suggests whether it has suggestions */
  take(listing, askedAt, suggests) {
    this.listing = listing;
    this.moves.see(listing.entries, askedAt);
    for (const press of this.unlisted) if (press.doneAt <= askedAt) this.unlisted.delete(press);
    if (this.undoesNext) this.undo();
    this.draw();
    if (this.isTold || !suggests) return;
    this.isTold = true;
    const n = listing.entries.filter((entry) => entry.suggestion).length;
    this.say(this.texts.say(n ? "suggested" : "no_suggestions", { n }));
  }

  draw() {
    const { texts, state } = this;
    const before = this.visible.map(({ key }) => key);
    const hadFocus = this.rows.hasFocus;
    const current = this.selection.current;
    const { entries } = this.listing;
    this.visible = this.filters.chosenOf(entries, this.moves, texts);
    this.selection.keep(this.visible.map(({ key }) => key), before);
    this.filters.draw(entries, this.moves, texts);
    this.rows.draw(this.visible.map((entry) => this.viewOf(entry)), texts);
    if (hadFocus && current !== this.selection.current) this.rows.focus(this.selection.current);
    this.bar.draw(this.themes, this.selection.chosen.size, texts);
    this.drawHeads();
    setText(this.find(".sorted h2"), state.now?.question ?? "");
    setAttribute(this.find(".rows"), "aria-label", texts.say("answers"));
    setText(this.find(".sorted .none"), this.visible.length ? "" : texts.say(entries.length ? "not_found" : "empty"));
    this.find(".sorted .none").hidden = this.visible.length > 0;
    this.drawTools();
  }

  drawHeads() {
    /** @type {Map<string, number>} */
    const counts = new Map();
    const { entries } = this.listing;
    for (const entry of entries) {
      const theme = this.moves.themeOf(entry);
      if (theme !== null) counts.set(theme, (counts.get(theme) ?? 0) + entry.weight);
    }
    const sorted = entries.filter((entry) => this.moves.themeOf(entry) !== null).length;
    this.heads.draw(this.themes, counts, { sorted, all: entries.length }, this.texts);
    const themes = this.state.answers?.themes;
    this.shown.draw(themes && this.themes.length ? themes.view : null, this.state.rev);
  }

  get undoTitle() {
    const words = new DeskTexts(this.desk.texts.word_desk, this.state.lang);
    if (this.unlisted.size) return words.say("undo.newest");
    const { newest } = this.listing;
    return newest ? words.say(`undo.${newest.kind}`, { word: newest.text }) : this.texts.say("nothing");
  }

  drawTools() {
    const { texts, listing } = this;
    const undo = this.find(".sorted .undo");
    setText(undo, texts.say("undo"));
    setAttribute(undo, "aria-disabled", listing.newest || this.unlisted.size ? null : "true");
    setAttribute(undo, "title", this.undoTitle);
    const suggest = this.find(".sorted .suggest");
    setText(suggest, texts.say("suggest"));
    setAttribute(suggest, "aria-pressed", String(this.suggests));
    setText(this.find(".sorted .back"), texts.say("back"));
    setText(this.find(".heads .vote"), texts.say("vote"));
    this.drawKeyList();
  }

  drawKeyList() {
    const keys = { choose: "", several: "", number: "1–8", out: "0", suggest: "E", undo: "Z" };
    const list = this.find(".sorting > .keys");
    if (list.children.length) return;
    list.append(...Object.entries(keys).map(([name, key]) =>
      element("span", {}, element("kbd", {}, key || this.texts.say(`keys.${name}.key`)), ` ${this.texts.say(`keys.${name}.does`)}`)));
  }

  /** @param {Sorting.Entry} entry  @returns {Sorting.RowView} */
  viewOf(entry) {
    const theme = this.moves.themeOf(entry);
    const number = this.themes.findIndex(({ id }) => id === theme) + 1;
    const offered = this.suggests && theme === null ? entry.suggestion : null;
    const place = offered ? this.themes.findIndex(({ id }) => id === offered.theme) : -1;
    return {
      entry,
      number,
      label: this.themes[number - 1]?.label ?? "",
      chosen: this.selection.chosen.has(entry.key),
      current: this.selection.current === entry.key,
      offer: place < 0 ? null : { number: place + 1, label: this.themes[place].label, word: offered.word, theme: offered.theme },
    };
  }

  /** The keys go on from the row that the focus has come to, however it came. @param {Event} event */
  reach(event) {
    const { key } = /** @type {HTMLElement} */ (event.target).closest("li").dataset;
    if (key === this.selection.current) return;
    this.selection.current = key;
    this.draw();
  }

  /** @param {Event} event */
  pressRow(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const row = target.closest("li");
    const offer = /** @type {HTMLElement | null} */ (target.closest(".offer"));
    if (offer) this.place(this.visible.filter(({ key }) => key === row.dataset.key), offer.dataset.theme);
    else if (target.matches("input")) this.choose(row.dataset.key, /** @type {MouseEvent} */ (event).shiftKey);
  }

  /** @param {string} key  @param {boolean} extends_ */
  choose(key, extends_) {
    if (extends_) this.selection.extend(key, this.visible.map((entry) => entry.key));
    else this.selection.toggle(key);
    this.draw();
  }

  chooseAll() {
    this.selection.all(this.visible.map(({ key }) => key));
    this.draw();
  }

  clear() {
    this.selection.clear();
    this.draw();
  }

  /** The keys go up or down; with `extends_` everything on the way is chosen. @param {number} by  @param {boolean} extends_ */
  step(by, extends_) {
    const order = this.visible.map(({ key }) => key);
    const place = Math.min(Math.max(order.indexOf(this.selection.current) + by, 0), order.length - 1);
    if (extends_) {
      if (!this.selection.chosen.size) this.selection.anchor = this.selection.current;
      this.selection.extend(order[place], order);
    } else this.selection.go(order[place]);
    this.draw();
    this.rows.focus(order[place]);
  }

  /** What is chosen, or where nothing is, what the keys are on. */
  get moved() {
    const { chosen, current } = this.selection;
    return this.visible.filter(({ key }) => (chosen.size ? chosen.has(key) : key === current));
  }

  /** @param {number} number */
  moveByNumber(number) {
    if (number <= this.themes.length) this.place(this.moved, number ? this.themes[number - 1].id : null);
  }

  /** @param {string | null} theme */
  moveChosen(theme) {
    if (this.selection.chosen.size) this.place(this.moved, theme);
  }

  takeOffer() {
    const entry = this.visible.find(({ key }) => key === this.selection.current);
    const offer = entry && this.viewOf(entry).offer;
    if (offer) this.place([entry], offer.theme);
  }

  /** @param {string} key  @param {string} theme */
  drop(key, theme) {
    const { chosen } = this.selection;
    this.place(this.visible.filter((entry) => (chosen.has(key) ? chosen.has(entry.key) : entry.key === key)), theme);
  }

  /** @param {Sorting.Entry[]} entries  @param {string | null} theme */
  place(entries, theme) {
    const moved = entries.filter((entry) => this.moves.themeOf(entry) !== theme);
    if (!moved.length) return;
    const move = this.moves.begin(moved, theme);
    this.selection.clear();
    const label = this.themes.find(({ id }) => id === theme)?.label ?? "";
    this.say(this.texts.say(theme === null ? "moved_out" : "moved", { n: moved.length, theme: label }));
    this.draw();
    this.press("place", { keys: moved.flatMap(({ keys }) => keys), theme }, {
      done: () => (move.doneAt = performance.now()),
      failed: () => this.moves.drop(move),
    });
  }

  /** @param {string | null} theme  @param {string} label */
  name(theme, label) {
    this.press("name_theme", { theme, label }, { done: () => this.say(this.texts.say("named", { theme: label })) });
  }

  /** @param {string} theme */
  remove(theme) {
    const label = this.themes.find(({ id }) => id === theme)?.label ?? "";
    this.press("remove_theme", { theme }, { done: () => this.say(this.texts.say("removed", { theme: label })) });
  }

  // Right after a move it means that move, whose number only the next listing tells.
  undo() {
    const { newest } = this.listing;
    this.undoesNext = this.unlisted.size > 0;
    if (this.undoesNext || !newest) return;
    this.press("words", { kind: "undo", keys: [], target: null, decision: newest.id }, {
      done: () => this.say(this.texts.say("undone", { word: newest.text })),
    });
  }

  suggest() {
    this.suggests = !this.suggests;
    this.isTold = !this.suggests;
    this.say("");
    this.draw();
    if (this.suggests) this.ask();
  }

  /**
   * Sends a press; what became of it is asked for anew.
   * @param {string} action
   * @param {Record<string, unknown>} values
   * @param {{ done?(): void, failed?(): void }} listener
   */
  press(action, values, listener) {
    const press = { doneAt: Infinity };
    const isAdded = this.desk.queue.add(
      { action, arguments: { activity: this.activity, ...values }, rev: this.state.rev },
      {
        done: () => {
          press.doneAt = performance.now();
          listener.done?.();
          this.ask();
        },
        failed: (message) => {
          this.unlisted.delete(press);
          this.undoesNext = false;
          listener.failed?.();
          this.say(message);
          this.draw();
        },
        settled() {},
      },
    );
    if (isAdded) this.unlisted.add(press);
    this.drawTools();
  }

  /** @param {string} message */
  say(message) {
    setText(this.find(".sorted .status"), message);
  }

  async openVote() {
    const chosen = this.isOpen ? [...this.selection.chosen] : [];
    const { status, body } = await this.server.themes(false).catch(() => /** @type {Partial<Reply>} */ ({}));
    if (status === 200 && body.sorting) this.vote.open(body.sorting, chosen, this.texts, this.state.answers.wording === "words");
  }

  /** @param {Sorting.Vote} vote  @param {(message: string) => void} told */
  sendVote(vote, told) {
    const values = { activity: this.state.answers.activity, ...vote, lang: this.state.lang };
    this.desk.queue.add(
      { action: "vote", arguments: values, rev: this.state.rev },
      {
        done: () => {
          told("");
          if (vote.opens && this.isOpen) this.close();
          else if (!vote.opens) this.say(this.texts.say("voting.kept"));
        },
        failed: told,
        settled() {},
      },
    );
  }
}
