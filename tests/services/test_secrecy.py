"""Whatever was done with a statement before, nothing that must not be told of it leaves: in no document, file or table.

A walk of acts on minutes, drawn at random: written, translated, removed, offered, circulated, corrected, sent to
translators. Then the statement goes off the record, or its speaker is named no more; and all that was held of before
is tried again, also after the statement was taken back.
"""

import datetime
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from nmirf_desktop.domain.correction_requests import CorrectionRequest
from nmirf_desktop.domain.editions import SEPARATE
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.minutes import Circulation, MinutesParagraph
from nmirf_desktop.domain.minutes_comments import Side
from nmirf_desktop.domain.redrafting import Offer
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.sittings import Attribution, Intervention, PresenceKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.minutes import MinuteBook
from nmirf_desktop.services.minutes_files import MinutesFiles
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.search import search
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.services.text_kinds import TextKind
from nmirf_desktop.services.translations import Order, TableFormat
from nmirf_desktop.storage.verification import verify
from tests import registers
from tests.registers import MEMBERS, Hand
from tests.returned import fill

UNATTRIBUTED, OFF = Attribution.UNATTRIBUTED, Attribution.OFF_THE_RECORD
NAMES = {Language.EN: "Morocco", Language.FR: "Maroc", Language.ES: "Marruecos"}
EN, FR, _ES = Language
HIDDEN = "zorblax"
SAID = {one: f"{name} {HIDDEN} {one}." for one, name in NAMES.items()}
"""What a person writes of the statement in each language."""
BEGAN = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
SENT, UNTIL, ASKED = datetime.date(2026, 12, 10), datetime.date(2027, 1, 10), datetime.date(2026, 12, 15)
TODAY = datetime.date(2027, 2, 1)


class Walk:
    """A meeting at which Morocco spoke between two others, its minutes, and all that was ever held of them."""

    def __init__(self, desk: Secretariat, clock: Hand, network: registers.Network, folder: Path) -> None:
        self.desk, self.clock, self.folder = desk, clock, folder
        self.meeting, self.item, sitting = network
        clock.at = BEGAN
        desk.sittings.open(sitting.key)
        desk.sittings.record(self.meeting.key, MEMBERS, PresenceKind.ARRIVED)
        for key, state, note in (("before", "GHA", ""), ("it", "MAR", f"welcomed {HIDDEN}"), ("after", "PRY", "")):
            clock.forward(5)
            heard = Intervention(key, self.meeting.key, self.item.key, clock.at, state, note=note)
            desk.sittings.note(heard)
        clock.forward(30)
        desk.sittings.close(sitting.key)
        clock.at = datetime.datetime(2027, 2, 1, 12, tzinfo=datetime.UTC)
        desk.minutes.draft(self.meeting.key)
        self.offers: list[Offer] = []
        self.seen: list[MinutesParagraph] = []
        self.tables: list[Path] = []

    @property
    def minutes(self) -> str:
        found = self.desk.minutes.minutes(self.meeting.key)
        assert found is not None
        return found.key

    def its(self) -> MinutesParagraph:
        """The paragraph that tells the statement, alone or with others."""
        return next(one for one in self.desk.minutes.every(self.minutes) if "it" in one.tells)

    def act(self, name: str, language: Language) -> None:
        """Do something with the statement, as far as it can be done."""
        self.seen += [one for one in self.desk.minutes.every(self.minutes) if one.tells]
        with suppress(Problem, Refusal, StopIteration):
            ACTS[name](self, language)

    def note(self, note: str) -> None:
        heard = next(one for one in self.desk.sittings.interventions(self.meeting.key) if one.key == "it")
        self.desk.sittings.note(Intervention("it", heard.meeting, heard.item, heard.at, heard.state, note=note))

    def again(self) -> Iterator[Callable[[], object]]:
        """All that may bring back what stood before."""
        book, minutes = self.desk.minutes, self.minutes
        yield from (partial(book.take, minutes, one) for one in self.offers)
        yield from (partial(book.decline, minutes, one) for one in self.offers)
        yield from (partial(book.revisions.restore, one) for one in self.seen)
        yield from (partial(book.put_back, one.key) for one in book.every(minutes))
        for asked in book.requests.of(minutes):
            yield partial(book.requests.accept, asked.request.key, TODAY)
        yield from (partial(self.returned, path) for path in self.tables)
        yield partial(book.draft, self.meeting.key)
        yield from (partial(book.take, minutes, one) for one in book.offers(minutes))

    def returned(self, path: Path) -> None:
        """Take a table in that left before."""
        table = self.desk.translations.read(path)
        shown = self.desk.translations.preview(table, approver="Reviser", theirs=True)
        self.desk.translations.record(shown, TODAY, leave_out_errors=True)

    def told(self) -> dict[str, str]:
        """All that leaves of what was said: paragraphs as printed, files of a word processor, tables, what is found."""
        request = Request(DocumentKind.MINUTES, self.meeting.key, SEPARATE)
        (content, *_) = self.desk.papers.contents(Request(DocumentKind.MINUTES, self.meeting.key))
        files: tuple[tuple[str, bytes], ...] = ()
        with suppress(Refusal):  # nothing leaves
            files = MinutesFiles(self.desk.store, self.desk.states, self.clock).contents(request)
        words = (*NAMES.values(), HIDDEN)
        found = [search(self.desk.store, self.desk.states, f"{word} {HIDDEN}") for word in words]
        return {
            "paper": repr(content.paper),
            "word": "".join(_unzipped(file) for _name, file in files),
            "texts": repr(self.desk.readiness.texts(self.meeting.key)),
            "found": repr([group for groups in found for group in groups]),
        }


def _unzipped(file: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        return parts.read("word/document.xml").decode()


def _translate(walk: Walk, _language: Language) -> None:
    text = walk.its().text
    for one in (one for one in Language if one is not text.source):
        text = text.with_text(one, SAID[one])
    walk.desk.minutes.write(walk.its().key, text)


def _offered(walk: Walk, act: Callable[[MinuteBook], Callable[[str, Offer], None]]) -> None:
    for offer in walk.desk.minutes.offers(walk.minutes):
        act(walk.desk.minutes)(walk.minutes, offer)


def _request(walk: Walk, language: Language) -> None:
    asked = CorrectionRequest("", walk.minutes, ASKED, language, walk.its().key, "MAR", text=SAID[language])
    walk.desk.minutes.requests.record(asked)


def _table(walk: Walk, _language: Language) -> None:
    path = walk.folder / f"{len(walk.tables)}.docx"
    waiting = walk.desk.translations.waiting(walk.meeting.key, Language.FR)
    walk.desk.translations.send(Order(walk.meeting.key, Language.FR, TableFormat.DOCX), path, TODAY)
    fill(path, {one.text.original: SAID[Language.FR] for one in waiting if one.kind is TextKind.MINUTES})
    walk.tables.append(path)


ACTS: Mapping[str, Callable[[Walk, Language], object]] = {
    "write": lambda walk, one: walk.desk.minutes.write(walk.its().key, walk.its().text.with_text(one, SAID[one])),
    "translate": _translate,
    "remove": lambda walk, _: walk.desk.minutes.remove(walk.its().key),
    "put back": lambda walk, _: walk.desk.minutes.put_back(walk.its().key),
    "note": lambda walk, _: walk.note(f"asked about {HIDDEN} of {len(walk.seen)} items"),
    "join": lambda walk, _: walk.note(""),
    "draft": lambda walk, _: walk.desk.minutes.draft(walk.meeting.key),
    "offers": lambda walk, _: walk.offers.extend(walk.desk.minutes.offers(walk.minutes)),
    "take": lambda walk, _: _offered(walk, lambda book: book.take),
    "decline": lambda walk, _: _offered(walk, lambda book: book.decline),
    "circulate": lambda walk, _: walk.desk.minutes.circulate(walk.minutes, Circulation(SENT, UNTIL)),
    "request": _request,
    "comment": lambda walk, one: walk.desk.minutes.comments.say(
        walk.minutes, walk.its().key, Side.RAPPORTEUR, SAID[one]
    ),
    "table": _table,
    "add": lambda walk, _: walk.desk.minutes.add(walk.its().key, Trilingual("The debate went on.")),
}
STEPS = st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.sampled_from(Language)), max_size=8)


@pytest.mark.parametrize("attribution", [OFF, UNATTRIBUTED])
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, forgotten=st.booleans())
@example([("translate", EN), ("table", EN), ("circulate", EN), ("request", EN), ("note", EN), ("offers", EN)], False)
@example([("translate", EN), ("circulate", EN), ("request", EN), ("note", EN), ("offers", EN)], True)
@example([("join", EN), ("draft", EN), ("write", EN), ("request", EN), ("remove", EN), ("note", EN)], False)
@example([("write", FR), ("write", EN), ("note", EN), ("decline", EN), ("offers", EN), ("table", EN)], False)
def test_nothing_secret_leaves_whatever_was_done_before(
    tmp_path_factory: pytest.TempPathFactory,
    attribution: Attribution,
    steps: list[tuple[str, Language]],
    forgotten: bool,
) -> None:
    folder = tmp_path_factory.mktemp("walk")
    path = folder / "register.nmirf"
    network = registers.networked(path)
    clock = Hand(BEGAN)
    with open_register(path, author="Coordinator", clock=clock) as store:
        walk = Walk(Secretariat(store, clock), clock, network, folder)
        for name, language in steps:
            walk.act(name, language)
        walk.desk.sittings.attribute("it", attribution)
        if forgotten:
            walk.desk.sittings.forget("it")
        _secret_under_its_item(walk, attribution)
        for act in walk.again():
            with suppress(Problem, Refusal):
                act()
            _secret_under_its_item(walk, attribution)
        with suppress(Refusal):
            walk.desk.minutes.circulate(walk.minutes, Circulation(SENT, UNTIL))
        with suppress(Refusal):
            walk.desk.minutes.approve(walk.minutes, TODAY)
        _secret(walk, attribution)
        with store.read() as session:
            assert not verify(session).faults


def _secret_under_its_item(walk: Walk, attribution: Attribution) -> None:
    """The State stands in lists of who was there; of what was said under the item, nothing names it."""
    under = [one.text for one in walk.desk.minutes.paragraphs(walk.minutes) if one.item == walk.item.key]
    assert not [name for name in NAMES.values() if name in repr(under)]
    assert attribution is not OFF or HIDDEN not in repr(under)


def _secret(walk: Walk, attribution: Attribution) -> None:
    """Nothing that leaves says what must not be said."""
    _secret_under_its_item(walk, attribution)
    told = walk.told()
    if attribution is OFF:
        assert not [where for where, text in told.items() if HIDDEN in text]
    for where, text in told.items():
        assert not [one for one in SAID.values() if one in text], where
    assert not [name for name in NAMES.values() if name in told["found"]]
