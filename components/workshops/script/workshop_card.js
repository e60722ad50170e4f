const FIRST_ROOMS = 3;
const MORE_ROOMS = 20;

/** One workshop: what it is, what can be done with it, and below it its rooms. */
class WorkshopCard {
  /** @param {Api.Workshop} workshop  @param {WorkshopsPage.Context} page  @param {number} shownRooms */
  constructor(workshop, page, shownRooms) {
    this.workshop = workshop;
    this.page = page;
    this.shownRooms = shownRooms || FIRST_ROOMS;
  }

  /** @param {{ mainRoom: string | null, isMain: boolean, rooms: Api.Workshop["rooms"] }} shown */
  draw({ mainRoom, isMain, rooms }) {
    const { workshop, page } = this;
    const heading = element("h2", { tabIndex: -1 }, workshop.title);
    const card = element(
      "article",
      { className: "card shop" },
      heading,
      element("p", { className: "facts" }, ...workshop.facts.map((fact) => element("span", {}, fact))),
    );
    card.dataset.workshop = workshop.id;
    if (workshop.items.length) card.append(programmeStrip(workshop.items, page.base, page.text("programme")));
    card.append(...this.drawActions(isMain));
    if (workshop.fault) card.append(this.drawFault(workshop.fault));
    if (rooms.length) card.append(this.drawRooms(rooms, mainRoom));
    return card;
  }

  /** @param {boolean} isMain */
  drawActions(isMain) {
    const { workshop, page } = this;
    const more = element("button", { type: "button", className: "btn ico last" }, icon("more"));
    more.setAttribute("aria-label", page.text("more", { what: workshop.title }));
    const panel = element("div", { className: "more" });
    disclosure(more, panel, () => this.drawMore());
    const actions = element("div", { className: "acts" });
    if (workshop.archived) {
      actions.append(iconButton(page.text("restore"), "restore", (button) => this.archive(button, false), "go"));
    } else {
      const start = iconButton(page.text("start"), "start", (button) => this.start(button), isMain ? "fill" : "go");
      start.disabled = workshop.fault !== null;
      actions.append(start);
    }
    if (!workshop.built_in && !workshop.archived) actions.append(linkButton(page.text("edit"), this.editor, "", "edit"));
    actions.append(iconButton(page.text("copy"), "copy", (button) => this.copy(button)), more);
    return [actions, panel];
  }

  drawMore() {
    const { workshop, page } = this;
    const nodes = [linkButton(page.text("download"), this.file, "", "download")];
    if (workshop.archived) return [...nodes, ...this.drawDeletion()];
    const put = iconButton(page.text("archive"), "archive", (button) => this.archive(button, true));
    const first = iconButton(page.text("show_first"), "home", (button) => this.showFirst(button));
    return [...nodes, put, ...(workshop.front ? [] : [first]), ...this.drawDeletion()];
  }

  /** What comes with the program stays, and so does what rooms show; the button then says so. */
  drawDeletion() {
    const { workshop, page } = this;
    if (workshop.built_in) return [];
    const remove = element("button", { type: "button", className: "btn" }, icon("remove"), page.text("delete_workshop"));
    const panel = element("div", { className: "deletion" });
    disclosure(remove, panel, () => {
      if (workshop.rooms.length) return [element("p", {}, page.text("delete_held", { n: workshop.rooms.length }))];
      const sure = element("button", { type: "button", className: "btn danger" }, page.text("delete_now"));
      sure.addEventListener("click", () => this.delete(sure));
      return [element("p", {}, page.text("delete_workshop_help", { title: workshop.title })), sure];
    });
    return [remove, panel];
  }

  get editor() {
    return `${this.page.base}/muokkaa?tyopaja=${encodeURIComponent(this.workshop.id)}`;
  }

  get file() {
    return `${this.page.base}/workshops/${encodeURIComponent(this.workshop.id)}/files.zip?kieli=${this.page.lang}`;
  }

  /** @param {NonNullable<Api.Workshop["fault"]>} fault */
  drawFault({ title, text }) {
    const words = element("span", {}, element("b", {}, title), ` ${text}`);
    return element("div", { className: "note bad" }, icon("warning"), words, linkButton(this.page.text("fix"), this.editor));
  }

  /** @param {Api.Workshop["rooms"]} rooms  @param {string | null} mainRoom */
  drawRooms(rooms, mainRoom) {
    const { page } = this;
    const list = element("ul", { className: "rooms", "aria-label": page.text("rooms") });
    const older = element("button", { type: "button", className: "btn plain older" });
    const grow = () => {
      const drawn = list.children.length;
      for (const room of rooms.slice(drawn, this.shownRooms)) {
        list.append(new RoomRow(room, this.workshop.title, page).draw(room.code === mainRoom));
      }
      const left = rooms.length - list.children.length;
      older.hidden = left <= 0;
      setText(older, page.text("older", { n: left }));
      return list.children[drawn];
    };
    grow();
    older.addEventListener("click", () => {
      this.shownRooms += MORE_ROOMS;
      grow()?.querySelector("a").focus();
    });
    return element("div", { className: "held" }, list, older);
  }

  /** @param {HTMLButtonElement} button */
  start(button) {
    const { page, workshop } = this;
    return page.act(button, () => page.server.workshop(workshop.id, "rooms"), (body) => {
      page.go(`/ohjaus?huone=${body.code}`);
      return null;
    });
  }

  /** @param {HTMLButtonElement} button */
  copy(button) {
    const { page, workshop } = this;
    return page.act(button, () => page.server.workshop(workshop.id, "copy"), (body) => {
      page.go(`/muokkaa?tyopaja=${encodeURIComponent(body.id)}`);
      return null;
    });
  }

  /** @param {HTMLButtonElement} button  @param {boolean} archived */
  archive(button, archived) {
    const { page, workshop } = this;
    const done = archived ? "done.archive" : "done.restore";
    return page.act(button, () => page.server.workshop(workshop.id, "archive", { archived }), () => page.text(done, { title: workshop.title }));
  }

  /** @param {HTMLButtonElement} button */
  delete(button) {
    const { page, workshop } = this;
    return page.act(button, () => page.server.workshop(workshop.id, "delete"), () => page.text("done.delete_workshop", { title: workshop.title }));
  }

  /** @param {HTMLButtonElement} button */
  showFirst(button) {
    const { page, workshop } = this;
    return page.act(button, () => page.server.workshop(workshop.id, "front"), () => page.text("done.show_first", { title: workshop.title }));
  }
}
