"""Every layer of a bundle, searched for input that is neither used nor refused.

Run: python3 dev.py fuzz handoff [SECONDS]. Where atheris is installed in the environment
(`pip install atheris`; it is not on the pinned lists, because Windows has none) it looks for input
that reaches new code; else sound input is damaged at random. What lies under a seal or a signature
is sealed and signed here, so that every layer is reached.
"""

from __future__ import annotations

import contextlib
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import count, takewhile
from pathlib import Path
from time import monotonic
from typing import Any

try:
    import atheris
except ImportError:
    atheris = None

with atheris.instrument_imports() if atheris is not None else contextlib.nullcontext():
    from desktop.errors import InputRefused
    from desktop.handoff import conference_content
    from desktop.handoff.archive import lines, read_archive, write_archive
    from desktop.handoff.bundle import Trust, open_bundle, seal_frame, sign_openly
    from desktop.handoff.conference_content import CONFERENCE, DELEGATES, read_conference
    from desktop.handoff.down_content import (
        Reply,
        Rules,
        RulesContent,
        read_reply,
        read_rules,
        write_reply,
        write_rules,
    )
    from desktop.handoff.frame import BundleKind, read_header, signed_frame, write_frame
    from desktop.handoff.receipts import Verdict, receipt_for, verdict_of_code
    from desktop.handoff.update_content import read_update, write_update

from tests.desktop.handoff.parties import (
    DESK,
    OFFICE,
    address,
    content_of,
    opened,
    party,
    sealed,
    trust_of,
)
from tests.desktop.handoff.updating import an_update
from tests.fuzzing.damage import damaged

DEFAULT_SECONDS = 30.0
MAX_BYTES = 64 * 1024
_DESK, _OFFICE = party(DESK), party(OFFICE)
_DOWN = address(kind=BundleKind.REPLY, recipient=OFFICE, subject="")
_FOR_ALL = address(kind=BundleKind.RULES, recipient="", subject="")
_UP_TRUST: Trust = trust_of(DESK, OFFICE)
_DOWN_TRUST: Trust = trust_of(OFFICE, DESK)
_SOUND = opened(sealed())
_MEMBERS = read_archive(content_of())


def _file(data: bytes) -> None:
    """A file as it lies on a stick."""
    bundle = open_bundle(data, [_DESK.keys.identity()], _UP_TRUST)
    _read_up(bundle.header, bundle.content)


def _frame(data: bytes) -> None:
    """What lies under a sound seal."""
    _file(seal_frame(data, [_DESK.keys.public()]))


def _header(data: bytes) -> None:
    """A header that its sender signed."""
    try:
        frame = signed_frame(data, content_of(), _OFFICE.keys)
    except ValueError:
        return  # longer than our own writer lays out
    _frame(frame)


def _content(data: bytes) -> None:
    """A content that its sender signed."""
    frame = write_frame(address(), data, OFFICE, _OFFICE.name, _OFFICE.keys)
    signed, content = read_header(frame)
    _read_up(signed.header, content)


def _conference(data: bytes) -> None:
    """A conference in a sound zip."""
    _content(write_archive({**_MEMBERS, CONFERENCE: data}))


def _people(data: bytes) -> None:
    """A list of people in a sound zip."""
    _content(write_archive({**_MEMBERS, DELEGATES: data}))


def _reply(data: bytes) -> None:
    """A reply in a sound zip."""
    frame = write_frame(_DOWN, write_archive({"reply.json": data}), DESK, _DESK.name, _DESK.keys)
    signed, content = read_header(frame)
    read_reply(content, signed.header)


def _rules(data: bytes) -> None:
    """Rules in a sound zip."""
    read_rules(write_archive({"rules.json": data}))


def _update(data: bytes) -> None:
    """What a version is, in a sound zip."""
    update = read_update(write_archive({"update.json": data}))
    if any("/" in one.file or "\\" in one.file for one in update.installers):
        raise AssertionError("a name leads out of the folder")


def _for_all(data: bytes) -> None:
    """A file that lies open."""
    bundle = open_bundle(data, [], _DOWN_TRUST)
    read_rules(bundle.content)


def _code(data: bytes) -> None:
    """A check code as it is typed."""
    receipt = receipt_for(_SOUND.header, Verdict.RECEIVED)
    verdict_of_code(data.decode("utf-8", "replace"), receipt)


def _read_up(header: Any, content: bytes) -> None:
    told = read_conference(header, content)
    # the quick way of reading people gives what the careful one gives
    members = read_archive(content)
    people = [conference_content._person(line) for line in lines(DELEGATES, members[DELEGATES])]
    bare = conference_content._People(tuple(people), are_plain=False)
    images = list(told.file.images)
    careful = conference_content._whole(members[CONFERENCE], bare, images)
    if careful != told.file:
        raise AssertionError("the two ways of reading people differ")


_RULES = write_rules(RulesContent(rules=Rules(keys=(_DESK.keys.public(),), fields=("birth",))))
LAYERS: tuple[tuple[Callable[[bytes], None], bytes], ...] = (
    (_file, sealed()),
    (_frame, write_frame(address(), content_of(), OFFICE, _OFFICE.name, _OFFICE.keys)),
    (_header, _SOUND.signed.text),
    (_content, content_of()),
    (_conference, _MEMBERS[CONFERENCE]),
    (_people, _MEMBERS[DELEGATES]),
    (_reply, read_archive(write_reply(Reply()))["reply.json"]),
    (_rules, read_archive(_RULES)["rules.json"]),
    (_update, read_archive(write_update(an_update()))["update.json"]),
    (_for_all, sign_openly(_FOR_ALL, _RULES, _DESK)),
    (_code, b"1234 5678 9012 3456"),
)
COUNTS: Counter[tuple[str, str]] = Counter()


def attempt(data: bytes) -> None:
    """Try one input; its first byte says for which layer it is.

    Raises:
        Exception: whatever comes out besides InputRefused is a fault.
    """
    read, _ = LAYERS[data[0] % len(LAYERS)] if data else LAYERS[0]
    name = read.__name__.strip("_")
    try:
        read(data[1:])
    except InputRefused:
        COUNTS[name, "refused"] += 1
    else:
        COUNTS[name, "used"] += 1


def seeds() -> list[bytes]:
    """Give sound input for every layer."""
    return [bytes([place]) + sound for place, (_, sound) in enumerate(LAYERS)]


def at_random(rounds: Iterable[int], seed: int, folder: Path) -> int:
    """Damage sound input, once in each round; count the faults, each kept and named."""
    chance = random.Random(seed)  # noqa: S311 - damage, not secrets
    sound, faults = seeds(), 0
    for _ in rounds:
        data = chance.choice(sound)
        data = data[:1] + damaged(data[1:], chance)
        try:
            attempt(data)
        except Exception as error:  # noqa: BLE001 - whatever comes out is what is looked for
            faults += 1
            path = folder / f"fault-{faults}"
            path.write_bytes(data)
            sys.stdout.write(f"{type(error).__name__}: {error}\n  {path}\n")
    return faults


def main(arguments: list[str]) -> int:
    """Search until the time is over; the exit code tells whether a fault was found."""
    seconds = float(arguments[0]) if arguments else DEFAULT_SECONDS
    folder = Path(tempfile.mkdtemp(prefix="hoinghi-fuzz-handoff-"))
    if atheris is not None:
        return _with_atheris(seconds, folder)
    seed = random.SystemRandom().randrange(2**32)
    sys.stdout.write(f"atheris is not installed: damage at random, seed {seed}\n")
    end = monotonic() + seconds
    faults = at_random(takewhile(lambda _: monotonic() < end, count()), seed, folder)
    for (name, outcome), times in sorted(COUNTS.items()):
        sys.stdout.write(f"{name}: {outcome} {times}\n")
    sys.stdout.write(f"{faults} faults of {sum(COUNTS.values())} in {seconds:.0f} s\n")
    return 1 if faults else 0


def _with_atheris(seconds: float, folder: Path) -> int:
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, data in enumerate(seeds()):
        (corpus / f"seed-{number}").write_bytes(data)
    limits = [f"-max_total_time={seconds:.0f}", f"-max_len={MAX_BYTES}", "-timeout=20"]
    kept = f"-artifact_prefix={folder}/"
    atheris.Setup([sys.argv[0], *limits, kept, "-print_final_stats=1", str(corpus)], attempt)
    atheris.Fuzz()  # ends the process itself, with 77 for a fault
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
