/** By part of the workshop: where its values stand in the document. @type {Record<string, EditorApi.Path>} */
const PART_ROOTS = {
  programme: ["workshop", "activities"],
  assessment: ["criteria"],
  quiz: ["quiz"],
  examples: ["examples"],
  pages: ["workshop", "pages"],
  details: ["workshop"],
};

/** @type {EditorApi.Part[]} */
const PARTS = ["programme", "assessment", "quiz", "examples", "pages", "details"];

/** The part of the workshop where a path is edited. @param {EditorApi.Path} path  @returns {EditorApi.Part} */
function partOf(path) {
  const isOfExamples = path[0] === "regions" || startsWith(path, ["workshop", "vocabularies"]);
  if (isOfExamples) return "examples";
  return PARTS.find((part) => startsWith(path, PART_ROOTS[part])) ?? "details";
}
