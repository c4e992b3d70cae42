"""What is inside the program, and its licences."""

from __future__ import annotations

from desktop.shipped_parts import licence_report, program_version, shipped_parts, title


def test_the_program_comes_first_and_then_everything_it_needs() -> None:
    own, *others = shipped_parts()
    assert title(own) == f"hoinghi {program_version()}"
    names = [part.name for part in others]
    assert {"PySide6_Essentials", "shiboken6", "Python", "Qt 6", "Liberation Fonts"} <= set(names)
    assert names == sorted(names, key=str.casefold)
    assert len(names) == len(set(names))


def test_what_only_tests_need_is_no_part_of_it() -> None:
    assert not {"pytest", "ruff", "mypy"} & {part.name for part in shipped_parts()}


def test_what_an_installer_leaves_out_is_not_listed() -> None:
    left_out = shipped_parts({"pip", "pyside6-essentials"})
    assert not {"pip", "PySide6_Essentials"} & {part.name for part in left_out}


def test_every_part_names_its_licence() -> None:
    assert [part.name for part in shipped_parts() if not part.licence] == []


def test_licences_that_must_come_along_do() -> None:
    texts = {part.name: "".join(part.texts) for part in shipped_parts()}
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in texts["Qt 6"]
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in texts["Python"]
    assert "SIL OPEN FONT LICENSE" in texts["Liberation Fonts"].upper()
    assert "Mozilla Public License" in texts["pikepdf"]


def test_the_report_lists_every_part_and_then_the_texts() -> None:
    report = licence_report()
    for part in shipped_parts():
        assert f"{title(part)}: {part.licence}\n" in report
        assert all(text in report for text in part.texts)
