from __future__ import annotations

from desktop.exit_code import ExitCode
from desktop.sentences.exit_codes import exit_codes_told


def test_every_code_is_told_on_a_line_of_its_own() -> None:
    heading, *lines = exit_codes_told().splitlines()
    assert heading
    assert [int(line.split()[0]) for line in lines] == [code.value for code in ExitCode]
    assert len({line.split(maxsplit=1)[1] for line in lines}) == len(ExitCode)
