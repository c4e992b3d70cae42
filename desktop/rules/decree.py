"""Cells of Nghị định 30/2020/NĐ-CP, Phụ lục I, that findings cite."""

from __future__ import annotations

_APPENDIX = "Nghị định 30/2020/NĐ-CP, Phụ lục I"


def cites_decree(clause: str) -> bool:
    """Tell a clause of the decree from one of the plan."""
    return clause.startswith(_APPENDIX)


NUMBER_CELL = f"{_APPENDIX}, ô 3"
DATE_CELL = f"{_APPENDIX}, ô 4"
SUBJECT_CELL = f"{_APPENDIX}, ô 5a"
TEXT_CELL = f"{_APPENDIX}, ô 6"
AUTHORITY_CELL = f"{_APPENDIX}, ô 7a"
RECIPIENTS_CELL = f"{_APPENDIX}, ô 9b"
