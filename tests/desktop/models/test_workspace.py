"""What the windows do with the store."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from db.backups import Reason
from db.errors import StoreFull
from db.records import WizardStep
from db.rule_packs import StoredPack
from db.store import Store
from desktop.errors import InputRefused
from desktop.models.workspace import Workspace
from desktop.rules.pack import RulePack
from desktop.rules.tasks import TaskState
from desktop.rules.write import encode_pack
from tests.builders import an_office
from tests.desktop.conftest import OpenDraft


def test_a_new_conference_follows_the_only_plan(workspace: Workspace, store: Store) -> None:
    store.offices.save(an_office())
    workspace.packs = workspace.packs[:1]
    conference = store.conferences.get(workspace.add_conference(an_office()))
    assert conference.rule_pack_id == workspace.packs[0].id
    assert conference.form_id
    assert conference.period == workspace.packs[0].cycle.reviewed
    assert conference.step is WizardStep.TYPE


def test_with_several_plans_the_officer_chooses(workspace: Workspace, store: Store) -> None:
    store.offices.save(an_office())
    assert store.conferences.get(workspace.add_conference(an_office())).rule_pack_id == ""


def test_the_sample_is_added_whole(workspace: Workspace, store: Store, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workspace.conferences_changed):
        conference_id = workspace.add_sample()
    assert len(store.delegates.of(conference_id)) == 200
    assert workspace.summaries()[0].delegate_count == 200


def test_the_sample_is_there_once_and_comes_back_after_it_was_deleted(
    workspace: Workspace,
) -> None:
    first = workspace.add_sample()
    assert workspace.add_sample() == first
    workspace.delete(first)
    assert workspace.add_sample() != first
    assert len(workspace.summaries()) == 1


def test_the_samples_office_does_not_become_the_officers(workspace: Workspace) -> None:
    workspace.add_sample()
    assert workspace.office is None


def test_a_copy_moves_its_days_and_may_take_people_along(
    workspace: Workspace, store: Store
) -> None:
    sample = workspace.add_sample()
    bare = workspace.copy_conference(sample, "Bản sao", date(2026, 3, 20), with_delegates=False)
    full = workspace.copy_conference(sample, "Bản sao", date(2026, 3, 20), with_delegates=True)
    assert store.conferences.get(bare).sessions[0].day == date(2026, 3, 20)
    assert store.delegates.of(bare) == ()
    assert len(store.delegates.of(full)) == 200


def test_what_was_deleted_comes_back(workspace: Workspace) -> None:
    sample = workspace.add_sample()
    workspace.delete(sample)
    assert workspace.summaries() == ()
    workspace.restore(sample)
    assert [one.id for one in workspace.summaries()] == [sample]


def test_a_conference_goes_out_as_a_file_and_comes_in_again(
    workspace: Workspace, store: Store, tmp_path: Path
) -> None:
    sample = workspace.add_sample()
    workspace.write_file(sample, tmp_path / "hoi-nghi.json")
    again = workspace.add_file(tmp_path / "hoi-nghi.json")
    names = [[one.name for one in store.delegates.of(each)] for each in (sample, again)]
    assert names[0] == names[1]


def test_a_file_that_is_none_adds_nothing(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{", encoding="utf-8")
    with pytest.raises(InputRefused):
        workspace.add_file(tmp_path / "x.json")
    assert workspace.summaries() == ()


def test_what_was_open_is_remembered_while_it_exists(workspace: Workspace) -> None:
    sample = workspace.add_sample()
    workspace.remember_open(sample)
    assert workspace.open_conference == sample
    workspace.delete(sample)
    assert workspace.open_conference == ""


def test_a_backup_is_made_on_demand(workspace: Workspace, store: Store) -> None:
    workspace.add_sample()
    workspace.back_up()
    workspace.back_up()
    assert len(store.backups.list()) == 1, "nothing changed in between"


def test_a_backup_that_fails_is_told_and_harms_nothing(
    workspace: Workspace, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = workspace.add_sample()

    def refuse(_: Reason) -> None:
        raise StoreFull(Path("backups"))

    with monkeypatch.context() as patched:
        patched.setattr(store.backups, "make_if_changed", refuse)
        with qtbot.waitSignal(workspace.backup_failed):
            workspace.back_up()
    assert workspace.summaries()[0].id == sample


def test_the_tasks_of_a_conference_follow_its_plan_and_day(workspace: Workspace) -> None:
    tasks = {task.key: task for task in workspace.tasks(workspace.add_sample())}
    assert tasks["invitations"].day == date(2025, 3, 10)
    assert tasks["plan"].state is TaskState.DONE


def test_without_a_plan_there_is_the_usual_work(
    workspace: Workspace, open_draft: OpenDraft
) -> None:
    draft = open_draft(rule_pack_id="", sessions=())
    assert {task.day for task in workspace.tasks(draft.conference.id)} == {None}


def written(pack: RulePack, folder: Path) -> Path:
    file = folder / "plan.toml"
    file.write_bytes(encode_pack(pack))
    return file


def test_a_pack_from_a_file_is_installed_once(
    workspace: Workspace, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    newer = replace(workspace.packs[0], version=2)
    with qtbot.waitSignal(workspace.packs_changed):
        assert workspace.install_pack(written(newer, tmp_path)) == newer
    assert newer in workspace.packs
    workspace.install_pack(written(newer, tmp_path))
    assert [(one.id, one.version) for one in store.rule_packs.all()] == [(newer.id, 2)]


def test_other_rules_under_a_known_version_are_refused(
    workspace: Workspace, store: Store, tmp_path: Path
) -> None:
    before = workspace.packs
    with pytest.raises(InputRefused) as refused:
        workspace.install_pack(written(replace(before[0], name="Khác"), tmp_path))
    assert refused.value.reason == "pack-version-taken"
    assert (workspace.packs, store.rule_packs.all()) == (before, ())


def test_the_same_rules_laid_out_otherwise_are_installed_already(
    workspace: Workspace, store: Store, tmp_path: Path
) -> None:
    newer = replace(workspace.packs[0], version=2)
    content = b"# older layout\n" + encode_pack(newer)
    store.rule_packs.install(StoredPack(id=newer.id, version=2, name="", content=content))
    workspace.forget_packs()
    assert workspace.install_pack(written(newer, tmp_path)) == newer
    assert [one.content for one in store.rule_packs.all()] == [content]


def test_a_version_that_only_another_program_can_read_is_not_replaced(
    workspace: Workspace, store: Store, tmp_path: Path
) -> None:
    newer = replace(workspace.packs[0], version=2)
    store.rule_packs.install(StoredPack(id=newer.id, version=2, name="", content=b"of later"))
    workspace.forget_packs()
    with pytest.raises(InputRefused) as refused:
        workspace.install_pack(written(newer, tmp_path))
    assert refused.value.reason == "pack-version-taken"
    assert [one.content for one in store.rule_packs.all()] == [b"of later"]
