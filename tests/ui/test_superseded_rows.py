"""The rows that tell who holds only a superseded version, and what their links say that is sent to them."""

from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.superseded import superseded_by
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.ui.links import Link
from nmirf_desktop.ui.places import Place
from nmirf_desktop.ui.superseded_rows import superseded_rows
from tests.domain.test_superseded import file, to, went


def test_a_first_version_is_sent_by_its_language_to_who_has_version_1_of_another() -> None:
    log = [went(0, [file(1)], to("GHA"), to("MAR", Language.FR))]
    found = superseded_by([file(1), file(2), file(1, Edition.FR)], log)
    assert [row.said.partition(" — ")[2] for row in superseded_rows(found, catalog(Language.EN))] == [
        "Send them version 2 (English) by e-mail", "Send them the version for their language by e-mail"
    ]  # fmt: skip


def test_a_version_that_counts_in_one_language_alone_is_named_with_it() -> None:
    """“Send them version 2” stood below “Send them version 3”, as if what was superseded were to be sent."""
    log = [went(0, [file(1), file(1, Edition.ES)], to("GHA"), to("PRY", Language.ES))]
    files = [file(1), file(2), file(3), file(1, Edition.ES), file(2, Edition.ES)]
    rows = superseded_rows(superseded_by(files, log), catalog(Language.EN))
    assert [row.said.partition(" — ")[2] for row in rows] == [
        "Send them version 3 (English) by e-mail", "Send them version 2 (Spanish) by e-mail"
    ]  # fmt: skip


def test_what_is_prepared_is_said_to_be_so_with_the_way_to_its_dispatch() -> None:
    log = [went(0, [file(1)], to("GHA")), went(1, [file(2)], to("GHA"), kinds=())]
    (row,) = superseded_rows(superseded_by([file(1), file(2)], log), catalog(Language.EN))
    link = row.what[-1]
    assert isinstance(link, Link)
    assert (link.text, link.place) == (
        "a dispatch is prepared, and not recorded as sent",
        Place("distribution", "at-1"),
    )
