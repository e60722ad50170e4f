/** The value at a path; undefined where the path leads nowhere. @param {any} document  @param {EditorApi.Path} path */
function valueAt(document, path) {
  return path.reduce((value, key) => value?.[key], document);
}

/** @param {EditorApi.Path} path  @param {EditorApi.Path} start */
function startsWith(path, start) {
  return start.length <= path.length && start.every((key, place) => key === path[place]);
}

/** @param {EditorApi.Path} path  @param {EditorApi.Path} other */
function isSamePath(path, other) {
  return path.length === other.length && startsWith(path, other);
}
