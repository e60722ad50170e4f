// What every script here may use. Elements inside shadow roots count as the page's own.
const within = (root) => [...root.querySelectorAll("*")]
  .flatMap((one) => [one, ...(one.shadowRoot ? within(one.shadowRoot) : [])]);
const hasOutline = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
