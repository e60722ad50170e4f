// The document: changing elements without losing the reader's place or focus.

// A text as nodes: people's own words are not for the browser's translator.
/** @param {string} text */
const nodesOf = (text) => text.split(OWN).map((part, at) => at % 2 ? element("span", { textContent: part, translate: false }) : part);

// What was written last: a translator changes the page's own text, which is no reason to write it again.
const WRITTEN = new WeakMap();

// Writes only what differs: a live region is read aloud again at every write.
/** @param {HTMLElement} node  @param {string} text */
function write(node, text) {
  if (WRITTEN.get(node) === text) return;
  WRITTEN.set(node, text);
  node.replaceChildren(...nodesOf(text));
}

/** @param {HTMLElement} node  @param {string | null | undefined} text */
function writeOrHide(node, text) {
  write(node, text ?? "");
  node.hidden = !text;
}

// In Streamlit the form lives in a shadow root, which has an active element of its own.
/** @param {HTMLElement} root */
const focusedIn = (root) => {
  const active = /** @type {Document | ShadowRoot} */ (root.getRootNode()).activeElement;
  return active && root.contains(active) ? /** @type {HTMLElement} */ (active) : null;
};

// Changes the page around the focused element: it stays where it was on the screen, and if it went away, `heir` is focused.
/** @param {HTMLElement} root  @param {HTMLElement} heir  @param {() => void} change */
function gently(root, heir, change) {
  const focused = focusedIn(root);
  const before = focused?.getBoundingClientRect().top;
  change();
  if (!focused) return;
  if (focused.isConnected && focused.offsetParent !== null) {
    if (focusedIn(root) === focused) scrollBy(0, focused.getBoundingClientRect().top - before);
  } else if (!focusedIn(root) || focusedIn(root) === focused) {
    heir.focus();
  }
}

// Notices by name, each with a title and a sentence, in a live region.
class Notices {
  /** @param {HTMLElement} region  @param {DocumentFragment} icons */
  constructor(region, icons) {
    this.region = region;
    this.icons = icons;
    this.shown = new Map();
  }

  // The name is the class of the notice as well: it gives the colour and the icon.
  /** @param {string} name  @param {string} title  @param {string} [text] */
  set(name, title, text = "") {
    const before = this.shown.get(name);
    const content = title + text;
    if (before?.content === content) return;
    const icon = this.icons.querySelector(`.${name}`) ?? this.icons.lastChild;
    const node = element("div", { className: `note ${name}` }, icon.cloneNode(true),
      element("div", {}, element("b", { textContent: title }), ...nodesOf(text)));
    before?.node.remove();
    this.shown.set(name, { node, content });
    this.region.append(node);
  }

  /** @param {string} name */
  clear(name) {
    this.shown.get(name)?.node.remove();
    this.shown.delete(name);
  }
}
