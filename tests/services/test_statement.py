"""The statement of compliance from a register: reasons, practices and who signs are those of its day."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nmirf_desktop.domain.blocks import DataTable, Heading, Listing, Para, Signatures
from nmirf_desktop.domain.committees import AppointingBody
from nmirf_desktop.domain.compliance import Finding, FindingState, Judged, JudgedKind, RuleException, by_rule
from nmirf_desktop.domain.compliance.findings import Fact, remark
from nmirf_desktop.domain.compliance_papers import Watched, compliance_paper
from nmirf_desktop.domain.declaration import RULES
from nmirf_desktop.domain.distribution import Distribution
from nmirf_desktop.domain.issued import DocumentKind
from nmirf_desktop.domain.papers import RecordPaper
from nmirf_desktop.domain.periods import Period
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.practices import DEFAULTS, Option, Question
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.services.committees import Appointment, appointing, coordinating
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.requests import Request
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.base import new_key
from tests import registers
from tests.registers import OPENS

EN = catalog(Language.EN)
FOUNDED = datetime.date(2024, 5, 9)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Secretariat]:
    registers.networked(tmp_path / "register.nmirf")
    with open_register(tmp_path / "register.nmirf") as store:
        yield Secretariat(store)


def statement(desk: Secretariat, on: datetime.date = OPENS) -> RecordPaper:
    """The statement as of a day."""
    (content,) = desk.papers.contents(Request(DocumentKind.COMPLIANCE, None, on=on))
    assert isinstance(content.paper, RecordPaper)
    return content.paper


def headings(paper: RecordPaper, section: int) -> list[str]:
    """The headings of a section in English."""
    return [block.text.en for block in paper.sections[section].blocks if isinstance(block, Heading)]


def noted(desk: Secretariat, reason: Trilingual) -> None:
    """A reason for the first finding under R5."""
    broken = next(
        one for one in desk.compliance.check(OPENS) if one.rule == "R5" and one.state is FindingState.NOT_KEPT
    )
    about = broken.subject
    desk.compliance.note_exception(
        RuleException(new_key(), "R5", about.kind, about.key, Period(OPENS), reason, "Coordinator", OPENS)
    )


def test_what_is_not_kept_stands_first_and_every_rule_in_the_last_table(desk: Secretariat) -> None:
    paper = statement(desk)
    answers = by_rule(desk.compliance.check(OPENS))
    broken = [one.rule.number for one in answers if one.state is FindingState.NOT_KEPT]
    assert [text.split()[0] for text in headings(paper, 0)] == broken
    table = str(paper.sections[-1].blocks[0])
    assert all(f"'{rule.number}'" in table for rule in RULES)


def test_a_reason_is_printed_with_its_function_and_a_missing_translation_is_a_gap(desk: Secretariat) -> None:
    noted(desk, Trilingual(en="The ministry is being reorganized."))
    (content,) = desk.papers.contents(Request(DocumentKind.COMPLIANCE, None, on=OPENS))
    assert "The ministry is being reorganized." in str(content.paper)
    assert "Noted by: Coordinator, 24 November 2026." in str(content.paper).replace("\\xa0", " ")
    assert "holds from" not in str(content.paper), "it was noted on the day from which on it applies"
    assert {str(gap.language) for gap in content.gaps} == {"fr", "es"}
    assert {gap.record for gap in content.gaps} == {"R5"}
    before = statement(desk, OPENS - datetime.timedelta(days=1))
    assert "reorganized" not in str(before)


def test_the_practice_in_force_is_that_of_the_day_of_the_statement(desk: Secretariat) -> None:
    desk.practices.choose(Question.QUORUM, Option.THIRD_AND_MAJORITY, OPENS)
    assert "A third of the members opens a sitting" in str(statement(desk))
    assert "A third of the members" not in str(statement(desk, OPENS - datetime.timedelta(days=1)))


def test_why_a_practice_was_chosen_is_printed_beside_it_and_nobody_is_said_to_have_decided(desk: Secretariat) -> None:
    desk.practices.choose(Question.REGIONS, Option.M49_REGION, FOUNDED, "Asked for by the delegations")
    desk.committees.record(appointing(Appointment(FOUNDED, (("PRY", None), ("BRA", None), ("ARG", None)))))
    shared = [one for one in desk.compliance.check(OPENS) if (one.rule, one.state) == ("R29", FindingState.NOT_KEPT)]
    assert "Asked for by the delegations" in str(shared)
    paper = str(statement(desk))
    assert "Since 9 May 2024, as noted by the secretariat; no decision is recorded." in paper.replace("\u00a0", " ")
    assert "Reason, as it was noted: “Asked for by the delegations”." in paper
    assert "A decision of the Network" not in paper


def test_the_coordinator_signs_only_where_the_settings_say_so(desk: Secretariat) -> None:
    assert not isinstance(statement(desk).sections[-1].blocks[-1], Signatures)
    desk.committees.record(appointing(Appointment(FOUNDED, (("PRY", None), ("MAR", None), ("PRT", None)))))
    seat = next(one for one in desk.committees.history(OPENS).seats if one.state == "PRY")
    desk.committees.record(coordinating(seat, FOUNDED))
    organisation = desk.settings.read()
    circle = replace(organisation.distribution, compliance=Distribution.MEMBERS)
    desk.settings.save(replace(organisation, signed_compliance=True, distribution=circle))
    paper = statement(desk)
    signatures = paper.sections[-1].blocks[-1]
    assert isinstance(signatures, Signatures)
    (one,) = signatures.signatures
    assert (one.function.en, one.state.fr) == ("The Coordinator", "Paraguay")
    assert paper.masthead.distribution is Distribution.MEMBERS
    acting = statement(desk, datetime.date(2027, 6, 1)).sections[-1].blocks[-1]
    assert isinstance(acting, Signatures)
    assert [one.state.fr for one in acting.signatures] == ["Paraguay"], "the Coordinator acts until the renewal"


def test_a_register_without_a_fact_has_a_whole_statement(tmp_path: Path) -> None:
    registers.fresh(tmp_path / "empty.nmirf")
    with open_register(tmp_path / "empty.nmirf") as store:
        paper = statement(Secretariat(store))
    assert headings(paper, 0) == []
    assert isinstance(paper.sections[0].blocks[0], Para)
    closing, table = paper.sections[-2].blocks
    assert isinstance(closing, Para)
    assert closing.text.en == "The register does not hold the facts that these rules need."
    assert isinstance(table, DataTable)
    rules = {row[0].en: row[1].en for row in table.rows}
    assert rules["R41"] == "States without a mechanism are invited"


def test_what_is_sent_to_states_holds_no_advice_to_oneself_and_no_facts_in_brackets(desk: Secretariat) -> None:
    findings = desk.compliance.check(OPENS)
    paper = statement(desk)
    open_now = [one for one in findings if one.state in (FindingState.NOT_KEPT, FindingState.DUE)]
    assert open_now
    for one in open_now:
        assert one.message.said_in(EN) in str(paper)
        assert not one.advice or one.advice.said_in(EN) not in str(paper)
    blocks = [block for section in paper.sections for block in section.blocks]
    assert not any("[" in entry.text.en for block in blocks if isinstance(block, Listing) for entry in block.entries)
    (facts, *_) = (block for block in paper.sections[0].blocks if isinstance(block, DataTable))
    assert [column.heading.en for column in facts.columns] == ["Of what", "Fact", "On record"]


def test_a_rule_that_is_kept_with_a_remark_is_counted_and_called_so(desk: Secretariat) -> None:
    remarked = [one for one in by_rule(desk.compliance.check(OPENS)) if one.remarked]
    assert remarked
    paper = statement(desk)
    (summary,) = (block for block in paper.blocks if isinstance(block, DataTable))
    counted = {row[0].en: row[1].en for row in summary.rows}
    assert counted["Kept, with a remark"] == str(len(remarked))
    assert "Not judged yet" in counted
    answers = {row[0].en: row[3].en for row in paper.sections[-1].blocks[0].rows}  # type: ignore[union-attr]
    assert {number for number, said in answers.items() if said == "Kept, with a remark"} == {
        one.rule.number for one in remarked
    }


def found_under(paper: RecordPaper, number: str) -> str:
    """What was found under a rule that is kept, in English."""
    kept = next(one for one in paper.sections if one.title.en == "Kept")
    rows = (row for block in kept.blocks if isinstance(block, DataTable) for row in block.rows)
    return next(row[2].en for row in rows if row[0].en == number).replace("\u00a0", " ")


def test_a_remark_says_what_is_remarked_on(desk: Secretariat) -> None:
    desk.committees.record(appointing(Appointment(FOUNDED, (("PRY", None), ("MAR", None), ("PRT", None)))))
    seat = next(one for one in desk.committees.history(OPENS).seats if one.state == "PRY")
    desk.committees.record(coordinating(seat, FOUNDED, AppointingBody.MEETING))
    assert found_under(statement(desk), "R34") == (
        "Kept, with a remark. Coordinator: Paraguay, appointed on 9 May 2024. "
        "The meeting chose the Coordinator; by the Declaration the Committee does."
    )
    after = statement(desk, datetime.date(2027, 6, 1))
    ended = "The mandate has ended; the Committee acts until a meeting of the Network renews it."
    for number in ("R28", "R34"):
        assert found_under(after, number).startswith("Kept, with a remark. ")
        assert found_under(after, number).endswith(ended)


def test_each_remark_is_told_however_many_findings_follow_it() -> None:
    remarked, *others = (Judged(JudgedKind.MEETING, str(n), f"NMIRF/{n}") for n in range(2024, 2034))
    said = Phrase("{meeting}: missing on the agenda: {missing}.", {"meeting": remarked, "missing": "review"})
    findings = [remark("R37", remarked, said, Phrase("Add an item for it."))]
    findings += [
        Finding("R37", FindingState.KEPT, one, Phrase("{meeting} is kept.", {"meeting": one})) for one in others
    ]
    told = found_under(compliance_paper(Watched(OPENS, tuple(findings), DEFAULTS)), "R37")
    assert told.startswith("Kept, with a remark. NMIRF/2024: missing on the agenda: review. NMIRF/2029 is kept.")
    assert told.endswith("NMIRF/2033 is kept. The same holds in 4 more cases.")


def of_meeting(number: str, state: FindingState, year: int, advice: str = "") -> Finding:
    """What a rule says of the meeting of a year."""
    held = Judged(JudgedKind.MEETING, str(year), f"NMIRF/{year}")
    return Finding(number, state, held, Phrase("{meeting}: looked at.", {"meeting": held}), Phrase(advice))


@pytest.mark.parametrize(("state", "section"), [(FindingState.NOT_KEPT, 0), (FindingState.DUE, 1)])
def test_the_remarks_of_a_rule_that_is_due_or_not_kept_are_told_and_called_so(
    state: FindingState, section: int
) -> None:
    kept = FindingState.KEPT
    findings = (
        of_meeting("R40", kept, 2024),
        of_meeting("R40", kept, 2025, "It is over."),
        of_meeting("R40", state, 2026, "Send it."),
    )
    blocks = compliance_paper(Watched(OPENS, findings, DEFAULTS)).sections[section].blocks
    entries = [entry for block in blocks if isinstance(block, Listing) for entry in block.entries]
    assert [(entry.label.en, entry.text.en) for entry in entries] == [
        ("", "NMIRF/2026: looked at."),
        ("Kept, with a remark", "NMIRF/2025: looked at."),
    ]


def test_states_of_a_rule_that_is_not_judged_stand_in_the_alphabetical_order_of_the_language(desk: Secretariat) -> None:
    known = desk.states.on(OPENS)
    states = (known["MNG"], known["FJI"], known["DEU"])
    findings = tuple(
        Finding(
            "R8",
            FindingState.NOT_JUDGED,
            Judged(JudgedKind.STATE, one.iso3, one),
            Phrase("{state}.", {"state": one}),
        )
        for one in states
    )
    section = compliance_paper(Watched(OPENS, findings, DEFAULTS)).sections[-2]
    (table,) = (block for block in section.blocks if isinstance(block, DataTable))
    ((_, _, found),) = table.rows
    assert (found.en, found.fr) == ("Fiji. Germany. Mongolia.", "Allemagne. Fidji. Mongolie.")


def summed_up(*findings: Finding) -> str:
    """How many rules are not kept, in English."""
    _, said, *_ = compliance_paper(Watched(OPENS, findings, DEFAULTS)).blocks
    assert isinstance(said, Para)
    return said.text.en


def test_of_one_rule_that_is_not_kept_the_reason_is_noted_and_not_of_one_of_them() -> None:
    broken = FindingState.NOT_KEPT
    late = of_meeting("R39", broken, 2026)
    why = Trilingual.final("Recorded late.", "Enregistré tard.", "Registrado tarde.")
    noted = RuleException("why", "R39", late.subject.kind, late.about, Period(OPENS), why, "Coordinator", OPENS)
    explained = replace(late, exceptions=(noted,))
    assert summed_up(explained) == "1 rule is not kept. The reason is noted."
    assert summed_up(late) == "1 rule is not kept."
    assert summed_up(explained, of_meeting("R40", broken, 2026)) == (
        "2 rules are not kept. The reason is noted for 1 of them."
    )


def test_meetings_with_and_without_a_reason_stand_in_one_order_in_text_and_table() -> None:
    why = Trilingual.final("Recorded late.", "Enregistré tard.", "Registrado tarde.")
    findings = []
    for year in (2024, 2025, 2026):
        held = Judged(JudgedKind.MEETING, str(year), f"NMIRF/{year}")
        late = Phrase("{meeting}: the agenda was late.", {"meeting": held})
        noted = RuleException("why", "R39", held.kind, held.key, Period(OPENS), why, "Coordinator", OPENS)
        reasons = (noted,) if year == 2024 else ()
        findings.append(
            Finding("R39", FindingState.NOT_KEPT, held, late, facts=(Fact("Sent", year),), exceptions=reasons)
        )
    blocks = compliance_paper(Watched(OPENS, tuple(findings), DEFAULTS)).sections[0].blocks
    said = [entry.text.en for block in blocks if isinstance(block, Listing) for entry in block.entries]
    assert said == [f"NMIRF/{year}: the agenda was late." for year in (2024, 2025, 2026)]
    (table,) = (block for block in blocks if isinstance(block, DataTable))
    assert [row[0].en for row in table.rows] == ["NMIRF/2024", "NMIRF/2025", "NMIRF/2026"]


def test_states_under_a_rule_stand_in_the_alphabetical_order_of_the_language(desk: Secretariat) -> None:
    broken = [one for one in desk.compliance.check(OPENS) if one.rule == "R5" and one.state is FindingState.NOT_KEPT]
    assert len(broken) > 2
    blocks = statement(desk).sections[0].blocks
    start = next(n for n, block in enumerate(blocks) if isinstance(block, Heading) and "R5" in block.text.en)
    listing = next(block for block in blocks[start:] if isinstance(block, Listing))
    facts = next(block for block in blocks[start:] if isinstance(block, DataTable))
    assert facts.alphabetical
    for language in Language:
        words = catalog(language)
        named = sorted((one.subject.said_in(words) for one in broken), key=words.sort_key)
        said = [getattr(entry.text, language) for entry in listing.entries]
        assert len(said) == len(named)
        assert all(name in sentence for name, sentence in zip(named, said, strict=True)), said


def test_what_is_silent_stands_under_a_heading_of_its_own_and_what_is_not_judged_in_a_table(desk: Secretariat) -> None:
    paper = statement(desk)
    kept = next(one for one in paper.sections if one.title.en == "Kept")
    kinds = [type(block) for block in kept.blocks]
    assert kinds == [DataTable, Heading, DataTable]
    (before, after) = (block for block in kept.blocks if isinstance(block, DataTable))
    silent = {one.number for one in RULES if one.silent}
    assert not silent & {row[0].en for row in before.rows}
    assert {row[0].en for row in after.rows} <= silent
    unjudged = next(one for one in paper.sections if one.title.en == "Not judged yet")
    (table,) = (block for block in unjudged.blocks if isinstance(block, DataTable))
    answers = by_rule(desk.compliance.check(OPENS))
    assert [row[0].en for row in table.rows] == [
        one.rule.number for one in answers if one.state is FindingState.NOT_JUDGED
    ]
    assert "No activity is recorded yet, and no item of an agenda has an objective." in {
        row[2].en for row in table.rows
    }
