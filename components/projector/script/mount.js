// Mounting: Streamlit calls the default export at every run of its page; on the projector's own page the last lines do.
/** @type {WeakMap<Element, ProjectorScreen>} */
const SCREENS = new WeakMap();

/** @param {{ data: Projector.Page, parentElement: ParentNode }} values */
export default function mount({ data, parentElement }) {
  const root = parentElement.querySelector(".screen");
  if (!root || !data) return undefined;
  if (!SCREENS.has(root)) SCREENS.set(root, new ProjectorScreen(root, data));
  return () => {
    SCREENS.get(root)?.end();
    SCREENS.delete(root);
  };
}

// A Streamlit document has none.
const ownPage = document.querySelector("[data-projector]");
if (ownPage) mount({ data: JSON.parse(ownPage.dataset.projector), parentElement: ownPage });
