"""Makes the word lists of `data/words/lexicons` anew: `make word-lists`, or `python -m data.words.build [FOLDER]`.

The packages of `requirements.txt` are only read here. The same packages give the same bytes.
"""

import sys
from importlib.util import find_spec
from pathlib import Path

from data.words.build import english, levels, shared, swedish
from workshop.words.word_lists.word_files import FOLDER, packed
from workshop.words.word_lists.word_list import WordList


def _folder_of(package: str) -> Path:
    """The folder of an installed package. Raises ModuleNotFoundError where it is not installed."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(package)
    return Path(spec.submodule_search_locations[0])


def build(folder: Path) -> None:
    """Writes all files into a folder."""
    lemmas, spellings = _folder_of("lemminflect"), _folder_of("breame")
    parts = {
        "sv": swedish.forms(_folder_of("spacy_lookups_data") / "data" / "sv_lemma_lookup.json.gz"),
        "en": english.forms(lemmas / "resources" / "lemma_lu.csv.gz", spellings / "data" / "spelling_constants.py"),
    }
    tables = _folder_of("wordfreq") / "data"
    zipf = {lang: levels.frequencies(tables / f"large_{lang}.msgpack.gz") for lang in shared.LANGUAGES}
    lists = {}
    for lang, made in parts.items():
        forms, text = levels.with_levels(lang, made, zipf[lang])
        lists[lang] = WordList(lang, forms, text)
        (folder / f"{lang}.forms").write_bytes(packed(forms))
        (folder / f"{lang}.levels").write_bytes(packed([text]))
    (folder / "shared.levels").write_bytes(packed([shared.levels(zipf, lists)]))


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
