"""The interface's colours have one home."""

from __future__ import annotations

import ast
import re

from tests.architecture.sources import program_files, tree_of

HOMES = {"desktop/widgets/palettes.py"}
ROOMS = ("desktop/models/", "desktop/widgets/", "desktop/wizard/", "desktop/windows/")
FILES = [
    name
    for name in program_files()
    if (name.startswith(ROOMS) or name == "desktop/app.py") and name not in HOMES
]
LITERAL = re.compile(r"#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b|\brgba?\(")


def _colours_named(name: str) -> list[str]:
    found = []
    for node in ast.walk(tree_of(name)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if LITERAL.search(node.value):
                found.append(node.value)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute):
            if node.value.attr == "GlobalColor" and node.attr != "transparent":
                found.append(node.attr)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            is_new = node.func.id == "QColor" and node.args
            if is_new and all(isinstance(one, ast.Constant) for one in node.args):
                found.append(ast.unparse(node))
    return found


def test_no_module_of_the_windows_names_a_colour_but_the_palettes() -> None:
    named = {name: _colours_named(name) for name in FILES}
    assert {name: found for name, found in named.items() if found} == {}


def test_the_check_knows_a_colour_when_it_sees_one() -> None:
    assert len(_colours_named("desktop/widgets/palettes.py")) > 100
