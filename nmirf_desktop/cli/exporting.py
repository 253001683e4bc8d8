"""The command that writes documents, and the calendar of a meeting."""

import argparse
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from nmirf_desktop.cli.correcting import PDF, write_word
from nmirf_desktop.cli.terminal import THERE, tell, today
from nmirf_desktop.cli.translating import TEXTS, send
from nmirf_desktop.domain.editions import SEPARATE, Edition
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.phrases import Listed
from nmirf_desktop.domain.refusals import Problem, Sayable
from nmirf_desktop.domain.unreviewed import concerning
from nmirf_desktop.i18n import Catalog, Language

if TYPE_CHECKING:
    from nmirf_desktop.services.requests import Request
    from nmirf_desktop.services.secretariat import Secretariat

CALENDAR = "calendar"
"""What is exported beside documents: a meeting's days, sittings and milestones as an .ics file."""


def write_documents(options: argparse.Namespace, words: Catalog) -> int:
    """Write the files, then say on the error stream what is to be known and what they lack: there is nobody to ask."""
    from nmirf_desktop.domain.gaps import lacking
    from nmirf_desktop.services.opening import open_register
    from nmirf_desktop.services.requests import TO_EACH, Asked
    from nmirf_desktop.services.secretariat import Secretariat

    if options.document == TEXTS:
        return send(options, words)
    if options.document == CALENDAR:
        return _calendar(options)
    editions = SEPARATE if options.language == "all" else (Edition(options.language),)
    with open_register(options.register, read_only=True) as store:
        desk = Secretariat(store)
        papers = desk.papers
        asked = Asked(
            DocumentKind(options.document), options.meeting, options.decision, options.vote, options.on,
            options.addresses, options.call, options.state, options.practice, options.period,
            options.plan,
        )  # fmt: skip
        request = replace(papers.request(asked, today(store)), editions=editions, large=options.large)
        if options.format is not None and options.format != PDF:
            return write_word(store, request, options, words)
        contents = papers.contents(request)
        made = tuple(one.edition for one in contents if one.edition is not None) or editions
        gaps = lacking((gap for content in contents for gap in content.gaps), made)
        known = (*(one for content in contents for one in content.cautions), *_remarks(desk, request))
        there = () if options.replace else papers.standing(request, options.to)
        if there:
            raise Problem(THERE, {"folder": options.to.name, "files": Listed(there)})
        for path in papers.export(request, options.to):
            print(path)
    if request.to_each and editions != SEPARATE:
        print(words.gettext(TO_EACH), file=sys.stderr)
    tell((one.said_in(words) for one in concerning(known, editions)), gaps, words)
    return 0


def _remarks(desk: "Secretariat", request: "Request") -> tuple[Sayable, ...]:
    """What the window remarks on what is recorded before minutes leave; of other documents nothing."""
    from nmirf_desktop.services.unsettled import Way

    if request.kind is not DocumentKind.MINUTES or request.meeting is None:
        return ()
    return desk.minutes.unsettled(request.meeting, Way.FILE).remarks


def _calendar(options: argparse.Namespace) -> int:
    """Write the calendar of a meeting, one file for each language."""
    from nmirf_desktop.services.calendars import calendar_name
    from nmirf_desktop.services.files import stands
    from nmirf_desktop.services.opening import open_register
    from nmirf_desktop.services.secretariat import Secretariat

    with open_register(options.register, read_only=True) as store:
        calendars = Secretariat(store).calendars
        meeting = calendars.meeting(options.meeting)
        asked = list(Language) if options.language not in set(Language) else [Language(options.language)]
        names = [calendar_name(meeting, language) for language in asked]
        there = () if options.replace else tuple(name for name in names if stands(options.to / name))
        if there:
            raise Problem(THERE, {"folder": options.to.name, "files": Listed(there)})
        for path in calendars.write(meeting.key, asked, options.to):
            print(path)
    return 0
