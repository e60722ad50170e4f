const FIRST_CARDS = 20;

/** The page: cards by what is searched for, the archive, and the ways to a new workshop. */
class WorkshopsView {
  /** @param {HTMLElement} root  @param {WorkshopsPage.Data} data */
  constructor(root, { base, lang, texts, list, max_file_mb: maxFileMb, opens_new: opensNew }) {
    this.find = finder(root);
    this.root = root;
    this.base = base;
    this.lang = lang;
    this.texts = texts;
    this.server = new WorkshopServer({ base, lang });
    this.workshops = list.workshops;
    this.shownCards = FIRST_CARDS;
    this.isArchive = false;
    this.isBusy = false;
    /** @type {Map<string, WorkshopCard>} */
    this.cards = new Map();
    this.drawFrame(maxFileMb);
    this.draw();
    if (opensNew) this.find(".open-new").click();
  }

  /** @param {string} key  @param {Record<string, string | number>} [values] */
  text(key, values = {}) {
    const text = key.split(".").reduce((/** @type {any} */ section, name) => section[name], this.texts);
    return fill(pluralForm(text, Number(values.n ?? 0), this.lang), values);
  }

  get all() {
    return this.workshops.filter((workshop) => !workshop.archived);
  }

  /** @param {number} maxFileMb */
  drawFrame(maxFileMb) {
    const { find } = this;
    setText(find(".new h2"), this.text("new"));
    setText(find(".sign-out button"), this.text("sign_out"));
    find("form.sign-out").setAttribute("action", `${this.base}/ohjaus/ulos`);
    const search = find("input");
    search.placeholder = this.text("search");
    search.setAttribute("aria-label", this.text("search"));
    search.addEventListener("input", () => this.draw());
    const open = /** @type {HTMLButtonElement} */ (find(".open-new"));
    open.append(icon("add"), this.text("new"));
    open.addEventListener("click", () => {
      const isOpen = find(".new").classList.toggle("is-open");
      open.setAttribute("aria-expanded", String(isOpen));
    });
    find("button.more-cards").addEventListener("click", () => this.showMore());
    find(".archive button").addEventListener("click", () => this.turn());
    new NewWorkshop(find(".ways"), this, maxFileMb);
  }

  /** To the archive or back. */
  turn() {
    this.isArchive = !this.isArchive;
    this.shownCards = FIRST_CARDS;
    this.find("input").value = "";
    this.draw();
    this.find("h1").focus();
  }

  showMore() {
    const drawn = this.shownCards;
    this.shownCards += FIRST_CARDS;
    this.draw();
    /** @type {HTMLElement} */ (this.root.querySelectorAll(".shop h2")[drawn])?.focus();
  }

  /** The workshops that are searched for, each with the rooms to show. */
  matches() {
    const query = this.find("input").value.trim().toLocaleLowerCase(this.lang);
    const listed = this.workshops.filter((workshop) => workshop.archived === this.isArchive);
    if (!query) return listed.map((workshop) => ({ workshop, rooms: workshop.rooms, isWhole: false }));
    const digits = query.replace(/\D/g, "");
    /** @param {string} text */
    const has = (text) => text.toLocaleLowerCase(this.lang).includes(query);
    return listed.flatMap((workshop) => {
      if (has(workshop.title)) return [{ workshop, rooms: workshop.rooms, isWhole: false }];
      const rooms = workshop.rooms.filter(({ code, title }) => (digits && code.includes(digits)) || (title && has(title)));
      return rooms.length ? [{ workshop, rooms, isWhole: true }] : [];
    });
  }

  draw() {
    const { find } = this;
    const matches = this.matches();
    const archived = this.workshops.filter((workshop) => workshop.archived).length;
    setText(find("h1"), this.text(this.isArchive ? "archive_title" : "title"));
    const mainRoom = this.newestOpen(matches.map(({ workshop }) => workshop));
    const cards = matches.slice(0, this.shownCards).map(({ workshop, rooms, isWhole }, place) => {
      const earlier = this.cards.get(workshop.id);
      const card = new WorkshopCard(workshop, this, isWhole ? rooms.length : (earlier?.shownRooms ?? 0));
      if (!isWhole) this.cards.set(workshop.id, card);
      return card.draw({ mainRoom, isMain: mainRoom === null && place === 0, rooms });
    });
    find(".cards").replaceChildren(...cards);
    this.drawFoot(matches.length, archived);
  }

  /** The code of the open room that was made last; its way to the desk is the page's filled button.
   * @param {Api.Workshop[]} workshops */
  newestOpen(workshops) {
    const open = workshops.flatMap(({ rooms }) => rooms.slice(0, FIRST_ROOMS)).filter((room) => room.open);
    return open.length ? open[0].code : null;
  }

  /** @param {number} matched  @param {number} archived */
  drawFoot(matched, archived) {
    const { find } = this;
    const query = find("input").value.trim();
    const nothing = query ? this.text("not_found", { query }) : this.text(this.isArchive ? "none_archived" : "none");
    const notFound = find(".not-found");
    notFound.hidden = matched > 0;
    setText(notFound, matched ? "" : nothing);
    const more = find("button.more-cards");
    more.hidden = matched <= this.shownCards;
    setText(more, this.text("more_workshops", { n: matched - this.shownCards }));
    find(".archive").hidden = !this.isArchive && !archived;
    const words = this.isArchive ? this.text("current") : this.text("archived", { n: archived });
    find(".archive button").replaceChildren(icon(this.isArchive ? "restore" : "archive"), words);
  }

  /** @param {string} address */
  go(address) {
    location.assign(this.base + address);
  }

  /** @param {HTMLButtonElement} button  @param {() => Promise<Reply>} job  @param {(body: any) => string | null} done */
  async act(button, job, done) {
    if (this.isBusy) return false;
    this.isBusy = true;
    button.setAttribute("aria-busy", "true");
    const { status, body } = await job();
    this.isBusy = false;
    button.removeAttribute("aria-busy");
    const isDone = status === 200;
    const refusal = isDone ? "" : (body?.message ?? this.text("lost"));
    button.dataset.refusal = refusal;
    if (isDone) this.tell(done(body), true);
    else if (!button.form) this.tell(refusal, false); // a form says it in its own place
    if (isDone) await this.renew(button);
    return isDone;
  }

  /** @param {string | null} sentence  @param {boolean} isDone */
  tell(sentence, isDone) {
    const line = this.find(".line");
    line.classList.toggle("refusal", !isDone);
    setText(line, sentence ?? "");
  }

  /** The list as it is now; where what was pressed has gone, the page's heading is next. @param {HTMLButtonElement} button */
  async renew(button) {
    const { status, body } = await this.server.list();
    if (status !== 200) return;
    this.workshops = body.workshops;
    const id = /** @type {HTMLElement | null} */ (button.closest("[data-workshop]"))?.dataset.workshop;
    this.draw();
    const card = id ? [...this.root.querySelectorAll("[data-workshop]")].find((node) => /** @type {HTMLElement} */ (node).dataset.workshop === id) : null;
    if (id) /** @type {HTMLElement} */ (card ? card.querySelector("h2") : this.find("h1")).focus();
  }
}
