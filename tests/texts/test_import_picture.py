"""The picture of the imports matches the code, and no arrow points up."""

from pathlib import Path

from docs import imports


def test_the_picture_is_current() -> None:
    assert imports.PICTURE.read_text("utf-8") == imports.svg(imports.ROOT), "draw it anew: python -m docs.imports"


def test_no_arrow_goes_back_up() -> None:
    assert imports.BACK not in imports.PICTURE.read_text("utf-8")


def test_an_import_that_goes_back_is_red(tmp_path: Path) -> None:
    for name, source in (("upper_floor", "import lower_floor.a, lower_floor.b"), ("lower_floor", "")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text(source, "utf-8")
    (tmp_path / "lower_floor" / "a.py").write_text("", "utf-8")
    (tmp_path / "lower_floor" / "b.py").write_text("import upper_floor", "utf-8")
    assert imports.BACK in imports.svg(tmp_path)
