// What every script here may use. Elements inside shadow roots count as the page's own.
const within = (root) => [...root.querySelectorAll("*")]
  .flatMap((one) => [one, ...(one.shadowRoot ? within(one.shadowRoot) : [])]);
const moving = () => [document, ...within(document).map((one) => one.shadowRoot).filter(Boolean)]
  .flatMap((root) => root.getAnimations()).filter((one) => one.playState === "running");
const hasOutline = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
