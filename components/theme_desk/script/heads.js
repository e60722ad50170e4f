/** The themes with their counts; each can be renamed and removed, and a new one named under them. */
class ThemeHeads {
  /**
   * `listener`: name a theme (null makes a new one), remove one.
   * @param {Find} find
   * @param {{ name(theme: string | null, label: string): void, remove(theme: string): void }} listener
   */
  constructor(find, listener) {
    this.title = find(".heads h2");
    this.progress = find(".progress");
    this.list = find(".heads ol");
    this.form = find(".new-theme");
    this.input = /** @type {HTMLInputElement} */ (find(".new-theme input"));
    this.listener = listener;
    this.open = "";
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.input.value.trim()) listener.name(null, this.input.value.trim());
      this.input.value = "";
    });
  }

  /**
   * @param {Sorting.Theme[]} themes
   * @param {Map<string, number>} counts
   * @param {{ sorted: number, all: number }} progress
   * @param {DeskTexts} texts
   */
  draw(themes, counts, progress, texts) {
    setText(this.title, texts.say("themes"));
    setText(this.progress, themes.length ? texts.say("progress", progress) : "");
    while (this.list.children.length > themes.length) this.list.lastElementChild.remove();
    while (this.list.children.length < themes.length) this.list.append(this.newHead());
    themes.forEach((theme, place) => this.drawHead(/** @type {HTMLElement} */ (this.list.children[place]), theme, place + 1, counts.get(theme.id) ?? 0, texts));
    setText(this.form.querySelector("span"), texts.say(themes.length ? "new_theme" : "first_theme"));
    setText(this.form.querySelector("button"), texts.say("add"));
    setText(this.form.querySelector(".help"), texts.say(themes.length < 8 ? "how_many" : "all_named"));
    this.input.disabled = themes.length >= 8;
  }

  newHead() {
    const field = element("input", { autocomplete: "off", maxLength: 60 });
    const edit = element("form", { className: "edit", hidden: true }, element("label", {}, element("span"), field),
      element("button", { className: "tool save" }), element("button", { type: "button", className: "tool remove" }));
    const more = element("button", { type: "button", className: "tool more" }, "⋯");
    const head = element("li", { className: "theme" }, element("i"), element("b", { translate: false }), element("span", { className: "count" }), more, edit);
    more.addEventListener("click", () => this.toggle(head));
    edit.addEventListener("submit", (event) => {
      event.preventDefault();
      if (field.value.trim()) this.listener.name(head.dataset.theme, field.value.trim());
      this.close(head);
    });
    edit.querySelector(".remove").addEventListener("click", () => {
      this.listener.remove(head.dataset.theme);
      this.close(head);
    });
    edit.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.close(head);
    });
    return head;
  }

  /** @param {HTMLElement} head */
  toggle(head) {
    const edit = /** @type {HTMLElement} */ (head.querySelector(".edit"));
    const more = head.querySelector(".more");
    edit.hidden = !edit.hidden;
    setAttribute(more, "aria-expanded", String(!edit.hidden));
    if (edit.hidden) return;
    const field = edit.querySelector("input");
    field.value = head.querySelector("b").textContent;
    field.select();
  }

  /** @param {HTMLElement} head */
  close(head) {
    /** @type {HTMLElement} */ (head.querySelector(".edit")).hidden = true;
    setAttribute(head.querySelector(".more"), "aria-expanded", "false");
    /** @type {HTMLElement} */ (head.querySelector(".more")).focus();
  }

  /** @param {HTMLElement} head  @param {Sorting.Theme} theme  @param {number} number  @param {number} count  @param {DeskTexts} texts */
  drawHead(head, theme, number, count, texts) {
    head.dataset.theme = theme.id;
    drawSeed(/** @type {HTMLElement} */ (head.firstElementChild), number);
    setText(head.querySelector("b"), theme.label);
    setText(head.querySelector(".count"), String(count));
    const more = head.querySelector(".more");
    setAttribute(more, "aria-label", texts.say("change", { theme: theme.label }));
    if (!more.hasAttribute("aria-expanded")) setAttribute(more, "aria-expanded", "false");
    setText(head.querySelector(".edit label span"), texts.say("name"));
    setText(head.querySelector(".save"), texts.say("save"));
    setText(head.querySelector(".remove"), texts.say("remove"));
  }
}
