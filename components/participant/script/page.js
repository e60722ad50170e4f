// The page: the parts of the form, and the few ways in which anything on it changes.

// An answer of more letters is read as text, not as a word.
const LONG_ANSWER = 40;

class Page {
  /** @param {HTMLElement} section  @param {Participant.Data} data */
  constructor(section, data) {
    const find = finder(section);
    const icons = find("template").content;
    this.section = section;
    this.lang = data.lang;
    this.t = translator(data.texts, data.lang);
    this.title = find("h1");
    this.help = find("h1 + .help");
    this.groups = find(".help.groups");
    this.form = find("form");
    this.kicker = find(".kicker");
    this.steps = find(".steps");
    this.timer = find(".timer");
    this.picture = /** @type {HTMLImageElement} */ (find(".face"));
    this.faces = `${data.base ?? ""}/assets/${this.picture.dataset.file}#`;
    this.moment = find(".moment");
    this.spin = find(".spin");
    this.said = find(".said");
    this.outcome = find(".outcome");
    this.body = find(".body");
    this.clear = find(".clear");
    this.back = find(".back");
    this.send = find(".send");
    this.status = find(".status");
    this.results = find(".results");
    this.announcement = find(".announcement");
    this.alerts = new Notices(find(".alerts"), icons);
    this.news = new Notices(find(".news"), icons);
    section.lang = data.lang;
    this.foot(find(".foot"), data);
  }

  // On the plain page the server has written the foot.
  /** @param {HTMLElement} foot  @param {Participant.Data} values */
  foot(foot, { retention_days: days, privacy_href: href }) {
    if (foot.childElementCount) return;
    foot.append(element("p", { textContent: this.t("privacy", { n: days }) }),
      element("a", { href, textContent: this.t("privacy_link") }));
  }

  // Every redraw goes through here, so that focus and place are never lost.
  /** @param {() => void} change */
  redraw(change) { gently(this.section, this.title, change); }

  // As if no question had been there.
  blank() {
    for (const part of [this.groups, this.kicker, this.steps, this.outcome, this.clear, this.back]) part.hidden = true;
    for (const part of [this.body, this.form, this.send]) part.hidden = false;
    this.body.className = "body";
    this.body.onchange = null;
  }

  get focused() { return focusedIn(this.section); }

  // The line under the button.
  /** @param {string} text  @param {boolean} [isFault] */
  say(text, isFault = false) {
    write(this.status, text);
    this.status.classList.toggle("fault", isFault);
  }

  // One file has them all, and only a phone in such a state fetches it.
  /** @param {"ended" | "locked" | "gone" | "late" | ""} name */
  face(name) {
    this.picture.hidden = !name;
    if (name) this.picture.src = this.faces + name;
  }

  // An error is about what was there before the change.
  forgive() { if (this.status.classList.contains("fault")) this.say(""); }

  // Words that nobody got.
  /** @param {string} title  @param {string[]} words */
  aside(title, words) { this.alerts.set("aside", title, OWN + words.join(", ") + OWN); }

  // Only for those who listen.
  /** @param {string} text */
  announce(text) { write(this.announcement, text); }

  // What is this person's own and safe. Only when something was just saved, the propeller turns and the heading is heard.
  /** @param {Participant.Thanks} [values] */
  thank({ heading = "", text = "", said = [], hasPropeller = false, turns = false } = {}) {
    const { moment, spin } = this;
    moment.hidden = !heading && !hasPropeller;
    writeOrHide(moment.querySelector("h2"), heading);
    writeOrHide(moment.querySelector(".help"), text);
    this.said.hidden = !said.length;
    this.said.setAttribute("aria-label", this.t("yours"));
    this.said.classList.toggle("long", said.some((answer) => answer.length > LONG_ANSWER));
    this.said.replaceChildren(...said.map((word) => element("li", { textContent: word })));
    spin.hidden = !hasPropeller;
    if (!turns) return;
    // A sentence that was told before is heard again.
    this.announce("");
    this.announce(heading);
    spin.classList.remove("turning");
    // The animation starts anew only after a layout without it.
    void spin.offsetWidth;
    spin.classList.add("turning");
  }
}
