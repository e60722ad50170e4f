/**
 * The change by which a text gets new words in one language; null where nothing changes.
 * @param {EditorApi.Path} path
 * @param {EditorApi.LocalisedText | null | undefined} value
 * @param {string} lang
 * @param {string} words
 * @param {boolean} isRequired
 * @returns {EditorApi.Change | null}
 */
function textChange(path, value, lang, words, isRequired) {
  if (words === (value?.[lang] ?? "")) return null;
  if (!value) return { op: "set", path, value: { [lang]: words } };
  const isElsewhere = Object.entries(value).some(([key, text]) => key !== lang && text);
  if (!words && !isElsewhere && !isRequired) return { op: "set", path, value: null };
  return { op: "set", path: [...path, lang], value: words || null };
}

/** Whether a text that is there in another language is missing in this one. @param {EditorApi.LocalisedText | null | undefined} value  @param {string} lang */
function isMissing(value, lang) {
  return Boolean(value) && !value[lang]?.trim() && Object.values(value).some((text) => text?.trim());
}

/** The text in the first of the languages that it has; empty where there is none. @param {EditorApi.LocalisedText | null | undefined} value  @param {string[]} languages */
function firstText(value, languages) {
  return languages.map((lang) => value?.[lang]?.trim()).find(Boolean) ?? "";
}
