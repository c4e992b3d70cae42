"""The list of steps."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from db.records import WizardStep
from desktop.rules.findings import Finding, FindingCode, Severity
from desktop.wizard.step_list import StepList
from desktop.wizard.steps import SECTIONS, WINDOW_SECTIONS, step_names


def _finding(step: WizardStep, severity: Severity) -> Finding:
    return Finding(code=FindingCode.TITLE_MISSING, severity=severity, step=step, field="title")


def _shown(qtbot: QtBot) -> StepList:
    steps = StepList(step_names())
    qtbot.addWidget(steps)
    return steps


def test_the_sections_are_the_steps_in_order() -> None:
    assert [section.step for section in WINDOW_SECTIONS] == list(WizardStep)
    assert WINDOW_SECTIONS[:-1] == SECTIONS


def test_only_what_binds_is_marked(qtbot: QtBot) -> None:
    steps = _shown(qtbot)
    steps.show_findings(
        [
            _finding(WizardStep.CONTENT, Severity.BINDING),
            _finding(WizardStep.ISSUE, Severity.ADVISORY),
        ]
    )
    marked = [row for row in range(steps.count()) if "✖" in steps.item(row).text()]
    assert marked == [list(WizardStep).index(WizardStep.CONTENT)]


def test_a_click_and_enter_choose_a_step(qtbot: QtBot) -> None:
    steps = _shown(qtbot)
    for signal in (steps.itemClicked, steps.itemActivated):
        with qtbot.waitSignal(steps.chosen) as chosen:
            signal.emit(steps.item(4))
        assert chosen.args == [WizardStep.PROGRAMME]
    steps.show_step(WizardStep.REVIEW)
    assert steps.currentRow() == 7
