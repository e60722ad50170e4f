// What every script here may use. Elements inside shadow roots count as the page's own.
/** @type {(root: ParentNode) => HTMLElement[]} */
const within = (root) => [...root.querySelectorAll("*")]
  .flatMap((element) => [element, ...(element.shadowRoot ? within(element.shadowRoot) : [])]);
/** @type {() => any[]} */
const moving = () => [document, ...within(document).flatMap((element) => element.shadowRoot ?? [])]
  .flatMap((root) => root.getAnimations()).filter((animation) => animation.playState === "running");
const hasOutline = (/** @type {CSSStyleDeclaration} */ style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
