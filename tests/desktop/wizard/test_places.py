"""Where a problem of a paper is mended."""

from __future__ import annotations

import msgspec
import pytest

from db.records import Conference, WizardStep
from desktop.documents.rendered import PaperProblem, ProblemCode
from desktop.wizard.places import Place, place_of
from tests.builders import ident


def _problem(field: str, delegate_id: str = "") -> PaperProblem:
    return PaperProblem(code=ProblemCode.FIELD_EMPTY, field=field, delegate_id=delegate_id)


def test_a_problem_of_a_person_leads_to_the_person() -> None:
    place = place_of(_problem("name", ident(7)))
    assert place == Place(WizardStep.PARTICIPANTS, f"delegates:{ident(7)}")


def test_a_problem_of_a_field_leads_to_its_step() -> None:
    assert place_of(_problem("venue")) == Place(WizardStep.SCHEDULE, "venue")
    groups = f"groups:{ident(3)}"
    assert place_of(_problem(groups)) == Place(WizardStep.PARTICIPANTS, groups)


def test_a_field_of_the_office_is_on_no_page_of_the_conference() -> None:
    assert place_of(_problem("office.symbol")) is None


_NOT_ASKED = {"id", "office_id", "rule_pack_version", "step", "is_planned"}


@pytest.mark.parametrize(
    "field",
    [one.name for one in msgspec.structs.fields(Conference) if one.name not in _NOT_ASKED],
)
def test_every_field_that_is_asked_has_a_place(field: str) -> None:
    assert place_of(_problem(field)) is not None
