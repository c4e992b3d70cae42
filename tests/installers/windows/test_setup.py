"""What the Windows installer says and touches."""

from __future__ import annotations

import re

from installers.windows.launcher import CONSOLE_PROGRAM, HERE, WINDOW_PROGRAM

SCRIPT = HERE.joinpath("setup.nsi").read_text(encoding="utf-8")


def test_every_sentence_is_said_in_vietnamese_first_and_in_english() -> None:
    said = re.findall(r"^LangString (\w+) \$\{LANG_(\w+)\}", SCRIPT, re.MULTILINE)
    names = list(dict.fromkeys(name for name, _ in said))
    assert said == [(name, which) for name in names for which in ("VIETNAMESE", "ENGLISH")]
    used = set(re.findall(r"\$\((\w+)\)", SCRIPT))
    assert used == set(names)


def test_it_asks_for_no_administrator_and_writes_only_to_the_account() -> None:
    assert "RequestExecutionLevel user" in SCRIPT
    assert not re.search(r"\b(HKLM|HKCR|SHCTX)\b", SCRIPT)


def test_nothing_deletes_the_folder_of_the_data() -> None:
    deleting = [line for line in SCRIPT.splitlines() if re.match(r"\s*(RMDir|Delete) ", line)]
    assert deleting
    assert not [line for line in deleting if "DATA" in line or "LOCALAPPDATA" in line]
    whole = [line.strip() for line in deleting if "/r" in line]
    assert whole == [r'RMDir /r "$INSTDIR\program"', r'RMDir /r "$INSTDIR\lib"']


def test_it_names_the_programs_as_they_are_built() -> None:
    assert f'!define PROGRAM "{WINDOW_PROGRAM}"' in SCRIPT
    assert f'!define CONSOLE "{CONSOLE_PROGRAM}"' in SCRIPT
