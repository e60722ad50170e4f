// A part of the page that comes as a module of its own: what its `open` gives, nothing where it does not come.
/** @type {Record<string, Promise<any>>} */
const PARTS = {};
/** @param {ParticipantPage} participant  @param {Api.PhoneModule} values  @returns {Promise<any>} */
async function openPart(participant, { script }) {
  const { page } = participant;
  try {
    // Whole, for inside Streamlit this script has no address that another could begin from. Some browsers remember that
    // a module did not come: another fragment is another module.
    const { open } = await (PARTS[script] ??= import(`${new URL(script, location.href)}#${Math.random()}`));
    return open(participant);
  } catch {
    delete PARTS[script];
    page.say(page.t("unopened"), true);
  }
}
