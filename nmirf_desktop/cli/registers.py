"""The commands that make, judge and check registers, and count a roll call."""

import argparse
import json

from nmirf_desktop.cli.terminal import NO, today
from nmirf_desktop.i18n import N_, Catalog, Language, catalog

MADE = N_("An empty register of the 193 States was made: {file}.")
FILLED = N_("A filled register, in which everything is invented, was made as of {day}: {file}.")


def _print(data: object) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=2))


def make_empty(options: argparse.Namespace, words: Catalog) -> int:
    """An empty register of the 193 States."""
    from nmirf_desktop.services.opening import create

    create(options.register)
    print(words.gettext(MADE).format(file=options.register))
    return 0


def make_filled(options: argparse.Namespace, words: Catalog) -> int:
    """A filled, fictional register as of a day."""
    from nmirf_desktop.services.sample import make_sample

    day = options.on or today()
    make_sample(options.register, day)
    print(words.gettext(FILLED).format(day=words.date(day), file=options.register))
    return 0


def count(options: argparse.Namespace, words: Catalog) -> int:
    """The outcome of a roll call from a table."""
    from nmirf_desktop.services.tallying import tally_file

    report = tally_file(options.file)
    if options.json:
        _print(report.as_json())
    else:
        print(report.as_text(words))
    return 0


def judge(options: argparse.Namespace, words: Catalog) -> int:
    """The findings on a day; the answer is no where a rule is not kept."""
    from nmirf_desktop.domain.compliance import FindingState, told
    from nmirf_desktop.services.compliance import Compliance
    from nmirf_desktop.services.opening import open_register

    with open_register(options.register, read_only=True) as store:
        on = options.on or today(store)
        findings = Compliance(store).check(on)
    said_in = catalog(Language(options.language)) if options.language else words
    if options.json:
        _print([{"on": on.isoformat(), **finding.as_json(said_in)} for finding in findings])
    else:
        for line in told(findings, said_in):
            print(line)
    return NO if any(finding.state is FindingState.NOT_KEPT for finding in findings) else 0


def confirm(options: argparse.Namespace, words: Catalog) -> int:
    """Whether a register is as its journal says, or which of its documents a PDF is."""
    from nmirf_desktop.domain.attachments import Size
    from nmirf_desktop.services.opening import open_register
    from nmirf_desktop.services.secretariat import Secretariat
    from nmirf_desktop.storage.verification import verify

    with open_register(options.register, read_only=True) as store:
        if options.file is not None:
            found = Secretariat(store).papers.identify(options.file)
            print(found.said_in(words))
            return 0 if found.issued is not None else NO
        with store.read() as session:
            result = verify(session)
    for fault in result.faults:
        print(fault.said_in(words))
    if result.faults:
        return NO
    sentence = words.ngettext("{n} journal entry verified.", "{n} journal entries verified.", result.entries)
    print(sentence.format(n=words.number(result.entries)))
    if result.held:
        held = words.gettext("{size} of removed files are still in the register, so that undo can bring them back.")
        print(held.format(size=Size(result.held).said_in(words)))
    return 0
