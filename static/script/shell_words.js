"use strict";
/* Says in the page's language what Streamlit itself says in English. Where anything is amiss, the English stays. */
(() => {
  const source = document.currentScript?.dataset.words;
  if (!source) return;
  const words = JSON.parse(source);
  const ATTRIBUTES = ["aria-label", "placeholder", "title"];
  // What pages draw, participants' words among it, is never touched; what a shadow root holds is not even seen.
  const DRAWN = ["stMarkdownContainer", "stCaptionContainer", "stHtml", "stText", "stCode", "stTable", "stMetric"]
    .map((name) => `[data-testid="${name}"]`)
    .concat('[role="option"]', "textarea", "script", "style")
    .join();
  const OF_STREAMLIT = '[data-testid="stTooltipContent"], [data-testid="stElementToolbar"]';

  const MENU = ".st-key-menu_wide, .st-key-menu_list";

  /** @param {Element} element */
  const isDrawn = (element) => element.closest(DRAWN) !== null && element.closest(OF_STREAMLIT) === null;

  /** @param {string} english */
  function translated(english) {
    const source = english.trim();
    if (Object.hasOwn(words.exact, source)) return words.exact[source];
    const beginning = Object.keys(words.beginnings).find((start) => source.startsWith(start));
    return beginning ? words.beginnings[beginning] + source.slice(beginning.length) : null;
  }

  /** @param {Text} node */
  function sayText(node) {
    const said = translated(node.data);
    if (said !== null && said !== node.data && node.parentElement && !isDrawn(node.parentElement)) node.data = said;
  }

  /** @param {Element} element */
  function sayAttributes(element) {
    for (const name of ATTRIBUTES) {
      const english = element.getAttribute(name);
      const said = english === null ? null : translated(english);
      if (said !== null && said !== english) element.setAttribute(name, said);
    }
  }

  /* Streamlit's own dialogs have a bare title; whatever the body says, it is replaced as one. */
  /** @param {Element} title */
  function sayDialog(title) {
    const dialog = words.dialogs[title.textContent] ?? Object.values(words.dialogs).find((one) => one[0] === title.textContent);
    const body = title.nextElementSibling;
    if (!dialog || !body || title.querySelector("[data-testid]")) return;
    if (title.textContent !== dialog[0]) title.textContent = dialog[0];
    const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(), rest = dialog[1]; node; node = texts.nextNode(), rest = "") {
      if (node.nodeValue !== rest) node.nodeValue = rest;
    }
  }

  /* The menu is made of Streamlit's blocks and links: they are no landmark, and do not tell which page is open. */
  /** @param {Element} menu */
  function sayMenu(menu) {
    if (menu.getAttribute("aria-label") !== words.pages) {
      menu.setAttribute("role", "navigation");
      menu.setAttribute("aria-label", words.pages);
    }
    for (const link of menu.querySelectorAll("a")) {
      if (link.closest('[class*="st-key-menu_here"]')) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  /** @param {Node} root */
  function say(root) {
    const all = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = /** @type {Node | null} */ (root); node; node = all.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) sayText(/** @type {Text} */ (node));
      else if (node.nodeType === Node.ELEMENT_NODE) sayAttributes(/** @type {Element} */ (node));
    }
    const element = root.nodeType === Node.ELEMENT_NODE ? /** @type {Element} */ (root) : root.parentElement;
    const dialog = element?.closest('[role="dialog"]');
    for (const title of (dialog ?? element)?.querySelectorAll('[role="dialog"] h2[slot="title"]') ?? []) sayDialog(title);
    const menu = element?.closest(MENU);
    for (const one of menu ? [menu] : element?.querySelectorAll(MENU) ?? []) sayMenu(one);
  }

  const observer = new MutationObserver((changes) => {
    try {
      for (const change of changes) {
        if (change.type === "childList") change.addedNodes.forEach(say);
        else say(change.target);
      }
    } catch {
      observer.disconnect();
    }
  });
  observer.observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
  });

  /* The address may have changed since the links were drawn: a language link keeps what it says by now. */
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? /** @type {HTMLAnchorElement} */ (event.target.closest("nav.languages a")) : null;
    if (!link) return;
    const address = new URL(location.href);
    address.searchParams.set("kieli", link.lang);
    link.href = address.href;
  }, true);
})();
