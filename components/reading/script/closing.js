// The closing: where to go on, as links first, and what they are about under them.

/** @param {Reading.Content} content  @param {Reading.Tools} tools */
function drawClosing({ closing, texts }, tools) {
  const links = closing.links.map((link) => element("li", {}, closingLink(link, texts, tools)));
  const parts = closing.parts.flatMap(({ title, paragraphs, points }) => [
    ...(title ? [element("h2", { textContent: title })] : []),
    ...paragraphs.map((textContent) => element("p", { textContent })),
    ...(points.length ? [element("ul", { className: "points" }, ...points.map((point) => closingPoint(point, texts)))] : []),
  ]);
  const onward = [
    element("h2", { textContent: closing.links_title }),
    element("ul", { className: "onward-links" }, ...links),
  ];
  return [
    ...(links.length ? onward : []),
    ...(closing.hashtag ? [element("p", { className: "help", textContent: closing.hashtag })] : []),
    ...parts,
    element("p", { textContent: closing.contact }),
  ];
}

/** @param {{ label: string, href: string }} point  @param {Record<string, string>} texts */
function closingPoint({ label, href }, texts) {
  if (!href) return element("li", { textContent: label });
  const link = element("a", { href, target: "_blank", rel: "noopener noreferrer", textContent: `${label} (${texts.new_tab})` });
  return element("li", {}, link);
}

/** @param {Reading.Closing["links"][number]} link  @param {Record<string, string>} texts  @param {Reading.Tools} tools */
function closingLink({ label, help, picture, href, page, main }, texts, { query, open }) {
  const isOwn = href.startsWith("/");
  const anchor = element("a", { href: isOwn ? `${href}?${query}` : href, className: main ? "main" : "" });
  if (picture) anchor.append(element("img", { src: picture, alt: "", loading: "lazy" }));
  const hint = page ? help : help ? `${help} (${texts.new_tab})` : texts.new_tab;
  anchor.append(element("span", {}, element("b", { textContent: label }), element("small", { textContent: hint })));
  if (page) anchor.onclick = (event) => {
    event.preventDefault();
    open(page);
  };
  else if (!href.startsWith("mailto:")) Object.assign(anchor, { target: "_blank", rel: "noopener noreferrer" });
  return anchor;
}
