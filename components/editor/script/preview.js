// The preview of one item: the projector and a phone, the real pages in frames, scaled. The server is asked for one
// picture at a time and then for the newest; until it has answered, and where it cannot, the picture before stays.

const PREVIEW_RETRY_MS = 3000;
const PREVIEW_WIDTHS = { projector: 1920, participant: 390 };

/** @typedef {{ base: string, workshop: string, lang: string, theme: string, texts: TextSection }} PreviewOptions */
/** What is to be shown; no item shows nothing. @typedef {{ item: string | null, lang: string, theme: string, rev: number }} PreviewWish */

class EditorPreview {
  /** @param {HTMLElement} root  @param {PreviewOptions} options */
  constructor(root, { base, workshop, lang, theme, texts }) {
    this.address = `${base}/workshops/${encodeURIComponent(workshop)}/preview`;
    this.texts = texts;
    /** @type {PreviewWish} */
    this.wish = { item: null, lang, theme, rev: -1 };
    /** The states that were answered last, and in which language. @type {Api.Preview | null} */
    this.states = null;
    this.statesLang = "";
    this.asked = "";
    this.isAsking = false;
    this.timer = 0;
    this.ending = new AbortController();
    this.frames = { projector: this.frame("projector"), participant: this.frame("participant") };
    // What is drawn so small is not for fingers and keys; the phone can be tried out.
    this.frames.projector.inert = true;
    this.status = element("p", { className: "preview-status", role: "status" });
    this.parts = element("div", { className: "preview-frames", hidden: true },
      this.figure("projector", "wall"), this.figure("participant", "hand"), this.status);
    this.empty = element("p", { className: "preview-empty", textContent: texts.empty });
    root.append(this.empty, this.parts);
    this.sizes = new ResizeObserver(() => this.scale());
    for (const frame of Object.values(this.frames)) this.sizes.observe(frame.parentElement);
  }

  /** @param {"projector" | "participant"} name */
  frame(name) {
    const frame = element("iframe", { title: this.texts[name] });
    frame.addEventListener("load", () => this.hand(name));
    return frame;
  }

  /** @param {"projector" | "participant"} name  @param {string} className */
  figure(name, className) {
    const caption = element("figcaption", { textContent: this.texts[`${name}_caption`] });
    return element("figure", {}, caption, element("div", { className }, this.frames[name]));
  }

  scale() {
    for (const [name, frame] of /** @type {["projector" | "participant", HTMLIFrameElement][]} */ (Object.entries(this.frames))) {
      frame.style.setProperty("--scale", String(frame.parentElement.clientWidth / PREVIEW_WIDTHS[name]));
    }
  }

  /** @param {Partial<PreviewWish>} wish */
  show(wish) {
    const before = this.wish;
    this.wish = { ...before, ...wish };
    const { item, theme } = this.wish;
    this.parts.hidden = !item;
    this.empty.hidden = Boolean(item);
    if (!item) return;
    this.open();
    if (theme !== before.theme) this.handAll();
    if (this.key !== this.asked) this.ask();
  }

  /** What is asked for now. */
  get key() {
    const { item, lang, rev } = this.wish;
    return JSON.stringify([item, lang, rev]);
  }

  // A page speaks one language: in another it is opened anew.
  open() {
    const { lang, theme } = this.wish;
    for (const [name, frame] of Object.entries(this.frames)) {
      frame.style.colorScheme = theme;
      const address = `${this.address}/${name}?kieli=${lang}`;
      if (frame.getAttribute("src") !== address) frame.setAttribute("src", address);
    }
  }

  async ask() {
    if (this.isAsking) return;
    clearTimeout(this.timer);
    this.isAsking = true;
    while (this.key !== this.asked) await this.askOnce();
    this.isAsking = false;
  }

  async askOnce() {
    const { signal } = this.ending;
    const { key } = this;
    const { item, lang } = this.wish;
    this.asked = key;
    try {
      const answer = await fetch(`${this.address}?item=${encodeURIComponent(item)}&kieli=${lang}`, { signal });
      const body = await answer.json();
      if (answer.status === 200) Object.assign(this, { states: body, statesLang: lang });
      this.tell(answer.status === 200 ? "" : body.message);
      this.handAll();
    } catch {
      if (signal.aborted) return;
      this.tell(this.texts.lost);
      this.timer = setTimeout(() => {
        this.asked = "";
        this.ask();
      }, PREVIEW_RETRY_MS);
    }
  }

  /** @param {string} sentence */
  tell(sentence) {
    setText(this.status, sentence);
    this.parts.classList.toggle("stale", Boolean(sentence));
  }

  handAll() {
    this.hand("projector");
    this.hand("participant");
  }

  // A page that has not opened yet asks when it has.
  /** @param {"projector" | "participant"} name */
  hand(name) {
    const { lang, theme } = this.wish;
    if (!this.states || this.statesLang !== lang) return;
    const message = { type: "preview", state: this.states[name], lang, theme };
    this.frames[name].contentWindow?.postMessage(message, location.origin);
  }

  destroy() {
    clearTimeout(this.timer);
    this.ending.abort();
    this.sizes.disconnect();
    this.empty.remove();
    this.parts.remove();
  }
}

/**
 * Draws the preview into an element; `texts` is the section `editor.preview`. It shows nothing before `show`, which
 * takes what has changed: the item's id, the language, the theme, and `rev`, the draft's revision.
 * @param {HTMLElement} element
 * @param {PreviewOptions} options
 */
function mountPreview(element, options) {
  const preview = new EditorPreview(element, options);
  return {
    /** @param {Partial<PreviewWish>} wish */
    show: (wish) => preview.show(wish),
    destroy: () => preview.destroy(),
  };
}
