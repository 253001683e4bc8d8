"""Who holds only a superseded version, by the log: the latest that arrived counts, in the reader's own language."""

import datetime
from collections.abc import Iterable

from nmirf_desktop.domain.certified import Dispatched
from nmirf_desktop.domain.dispatches import Channel, Delivery, DeliveryEvent, Dispatch, Function, Happening, Recipient
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.invitations import Capacity
from nmirf_desktop.domain.issued import DocumentKind, IssuedDocument
from nmirf_desktop.domain.superseded import Superseded, superseded_by, without_corrigendum
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
MINUTES, CORRIGENDUM = DocumentKind.MINUTES, DocumentKind.CORRIGENDUM


def file(version: int, language: Edition = Edition.EN, kind: DocumentKind = MINUTES) -> IssuedDocument:
    key, symbol = f"{kind}-{language}-{version}", "NMIRF/2026/2" if kind is MINUTES else "NMIRF/2026/2/Corr.1"
    return IssuedDocument(
        key, kind, "meeting", symbol, language, version, "", key, key, NOON.date(), version, ""
    )  # fmt: skip


def to(state: str, reads: Language = Language.EN, person: str = "") -> Recipient:
    return Recipient(
        f"{state}-{person}", "", Capacity.MEMBER, Function.FOCAL_POINT, state, reads, state, person=person or None
    )


def went(
    hour: int, files: Iterable[IssuedDocument], *several: Recipient, kinds: Iterable[Happening] = (Happening.SENT,),
    channel: Channel = Channel.TO_EACH,
) -> Dispatched:  # fmt: skip
    """Some files on their way to some in an hour, and what happened to each."""
    at = NOON + datetime.timedelta(hours=hour)
    dispatch = Dispatch(f"at-{hour}", "meeting", channel, at, "UTC", "", "", Trilingual(), Trilingual())
    deliveries = tuple(
        Delivery(one, tuple(DeliveryEvent(f"{one.key}{kind}", one.key, kind, at, "UTC", at, "") for kind in kinds))
        for one in several
    )
    return Dispatched(dispatch, tuple(files), deliveries)


def states(found: Iterable[Superseded]) -> list[set[str | None]]:
    return [{one.state for one in group.to} for group in found]


def test_who_got_the_later_version_too_is_not_among_them_whatever_became_of_it() -> None:
    log = [
        went(0, [file(1)], to("GHA"), to("PRY"), to("URY"), to("PRT")),
        went(1, [file(2)], to("PRY")),
        went(2, [file(2)], to("URY")),
        went(3, [file(2)], to("PRT"), kinds=(Happening.SENT, Happening.FAILED)),
    ]
    assert states(superseded_by([file(1), file(2)], log)) == [{"GHA"}]


def test_a_later_version_in_another_language_alone_supersedes_nothing_of_who_reads_this_one() -> None:
    french = file(1, Edition.FR)
    log = [went(0, [file(1), french], to("GHA"), to("MAR", Language.FR))]
    assert states(superseded_by([file(1), file(2), french], log)) == [{"GHA"}]


def test_who_holds_the_function_after_somebody_has_what_went_to_its_place() -> None:
    log = [went(0, [file(1)], to("GHA", person="Ama")), went(1, [file(2)], to("GHA", person="Kofi"))]
    assert states(superseded_by([file(1), file(2)], log)) == []


def test_by_e_mail_and_by_post_are_told_apart() -> None:
    log = [went(0, [file(1)], to("GHA")), went(1, [file(1)], to("PRY"), channel=Channel.POST)]
    by_mail, by_post = superseded_by([file(1), file(2)], log)
    assert (by_mail.by_mail, by_post.by_mail) == (True, False)
    assert states((by_mail, by_post)) == [{"GHA"}, {"PRY"}]


def test_minutes_without_their_corrigendum_are_told_of_who_reads_a_language_of_it() -> None:
    corrigendum = file(1, kind=CORRIGENDUM)
    log = [
        went(0, [file(1), file(1, Edition.FR)], to("GHA"), to("PRY"), to("MAR", Language.FR)),
        went(1, [corrigendum], to("PRY")),
    ]
    (found,) = without_corrigendum([corrigendum], [file(1), file(1, Edition.FR)], log)
    assert states([found]) == [{"GHA"}]
    assert found.said_in(catalog(Language.EN)) == "1 recipient has NMIRF/2026/2 without NMIRF/2026/2/Corr.1"
    assert found.said_in(catalog(Language.FR)) == "1 destinataire a NMIRF/2026/2 sans NMIRF/2026/2/Corr.1"


def test_each_is_told_of_the_version_that_counts_for_who_reads_their_language() -> None:
    french = [file(version, Edition.FR) for version in (1, 2)]
    log = [went(0, [file(1), french[0]], to("GHA"), to("PRY"), to("MAR", Language.FR))]
    found = list(superseded_by([file(1), file(2), file(3), *french], log))
    assert states(found) == [{"GHA", "PRY"}, {"MAR"}]
    assert [(one.issued.language, one.issued.version) for one in found] == [(Edition.EN, 3), (Edition.FR, 2)]
    assert [(one.had.language, one.had.version) for one in found] == [(Edition.EN, 1), (Edition.FR, 1)]


def test_the_same_version_in_several_languages_is_told_once() -> None:
    files = [file(version, language) for language in (Edition.EN, Edition.FR) for version in (1, 2)]
    log = [went(0, [files[0], files[2]], to("GHA"), to("MAR", Language.FR))]
    assert states(superseded_by(files, log)) == [{"GHA", "MAR"}]


def test_who_has_another_languages_file_is_sent_the_first_of_their_own_by_its_language_and_not_as_version_1() -> None:
    """There was no other edition when it was sent; "send them version 1" to who has version 1 says nothing."""
    log = [went(0, [file(1)], to("GHA"), to("MAR", Language.FR))]
    anew, first = superseded_by([file(1), file(2), file(1, Edition.FR)], log)
    assert states((anew, first)) == [{"GHA"}, {"MAR"}]
    assert (anew.is_for_their_language, first.is_for_their_language) == (False, True)


def test_for_whom_the_later_version_is_only_prepared_stands_by_itself_until_it_is_sent() -> None:
    """Prepared is not sent: the line went as soon as the dispatch was prepared, and nobody had to send it."""
    log = [went(0, [file(1)], to("GHA"), to("PRY"), to("URY")), went(1, [file(2)], to("PRY"), to("URY"), kinds=())]
    left, prepared = superseded_by([file(1), file(2)], log)
    assert states((left, prepared)) == [{"GHA"}, {"PRY", "URY"}]
    assert (left.prepared, prepared.prepared) == (None, "at-1")
    sent = went(2, [file(2)], to("PRY"))
    assert states(superseded_by([file(1), file(2)], [*log, sent])) == [{"GHA"}, {"URY"}]


def test_who_has_none_in_their_language_is_told_so_with_what_they_have_by_symbol_and_language() -> None:
    log = [went(0, [file(1)], to("GHA"), to("MAR", Language.FR))]
    anew, first = superseded_by([file(1), file(2), file(1, Edition.FR)], log)
    assert anew.said_in(catalog(Language.EN)) == "1 recipient holds only a superseded version of NMIRF/2026/2"
    assert first.said_in(catalog(Language.EN)) == (
        "1 recipient holds only a superseded version, and none in their language: NMIRF/2026/2, version 1 (English)"
    )
    assert first.said_in(catalog(Language.FR)) == (
        "1 destinataire n’a qu’une version remplacée, et aucune dans sa langue\N{NO-BREAK SPACE}: "
        "NMIRF/2026/2, version 1 (anglais)"
    )
    assert first.said_in(catalog(Language.ES)) == (
        "1 destinatario solo tiene una versión sustituida, y ninguna en su idioma: NMIRF/2026/2, versión 1 (inglés)"
    )


def test_a_file_in_three_languages_is_in_their_language() -> None:
    log = [went(0, [file(1, Edition.PARALLEL)], to("MAR", Language.FR))]
    files = [file(1, Edition.PARALLEL), file(2, Edition.PARALLEL), file(1, Edition.FR)]
    (found,) = superseded_by(files, log)
    assert found.said_in(catalog(Language.EN)) == "1 recipient holds only a superseded version of NMIRF/2026/2"
