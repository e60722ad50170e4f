/** A name that no other trigger has: Streamlit may hand the same one over twice. */
function newSerial() {
  return `${Date.now()}-${Math.random()}`;
}
