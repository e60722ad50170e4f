/** Seconds as minutes and seconds: 75 is 1:15. @param {number} seconds */
function formatDuration(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
