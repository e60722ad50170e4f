/**
 * @typedef {object} PictureData
 * @property {string} address
 * @property {string} fileName
 * @property {number} width
 * @property {string} label
 * @property {string} copy
 * @property {string} copied
 * @property {string} saved
 * @property {string} failed
 */

/**
 * The picture of the address, so many pixels wide.
 * @param {string} address
 * @param {number} width
 * @returns {Promise<Blob>}
 */
async function pictureOf(address, width) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  const whole = await createImageBitmap(await answer.blob());
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = Math.round(whole.height * width / whole.width);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  context.imageSmoothingQuality = "high";
  context.drawImage(whole, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => blob ? resolve(blob) : reject(new Error("empty")), "image/png");
  });
}

/**
 * The clipboard is asked within the press, with a promise of the picture: some browsers refuse it afterwards.
 * @param {Promise<Blob>} picture
 */
async function isCopied(picture) {
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
    return true;
  } catch {
    return false;
  }
}

/** @param {Blob} picture  @param {string} fileName */
function save(picture, fileName) {
  const href = URL.createObjectURL(picture);
  Object.assign(document.createElement("a"), { href, download: fileName }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10000);
}

/**
 * Streamlit calls this at each change of the data, with the same parent element.
 * @param {ComponentArguments<PictureData>} values
 */
export default function mountCopyPicture({ data, parentElement }) {
  const find = finder(parentElement);
  const [button, status] = [find("button"), find("p")];
  button.textContent = data.copy;
  button.setAttribute("aria-label", data.label);
  button.onclick = async () => {
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    status.textContent = "";
    const picture = pictureOf(data.address, data.width);
    try {
      const copied = await isCopied(picture);
      const blob = await picture;
      if (!copied) save(blob, data.fileName);
      status.textContent = copied ? data.copied : data.saved;
    } catch {
      status.textContent = data.failed;
    }
    button.removeAttribute("aria-disabled");
  };
}
