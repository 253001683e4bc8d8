"""The facts of a finding: how many records there are, and which of them are named."""

from nmirf_desktop.domain.compliance import Fact, Finding, FindingState, Judged, JudgedKind
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.ui.findings import FindingView, facts_parts
from nmirf_desktop.ui.language import CurrentLanguage
from nmirf_desktop.ui.links import Link, LinkedText
from nmirf_desktop.ui.places import Place

EN = catalog(Language.EN)


def told(*records: Judged) -> str:
    """A fact that counts records, as it is read."""
    parts = facts_parts((Fact("Decisions by consensus", len(records), records),), EN)
    return "".join(part.text if isinstance(part, Link) else part for part in parts)


def decision(meeting: str, name: str) -> Judged:
    """A decision, shown with the others of its meeting."""
    return Judged(JudgedKind.DECISION, name, name, meeting)


def test_r12_what_is_counted_and_not_named_is_said_to_be_more() -> None:
    eight = [decision(meeting, f"{meeting}/{number}") for meeting, most in (("2024", 2), ("2025", 2), ("2026", 4))
             for number in range(1, most + 1)]  # fmt: skip
    assert told(*eight) == "Decisions by consensus: 8 (2024/1, 2024/2, 2025/1 and 5 more)"
    assert told(*eight[:3]) == "Decisions by consensus: 3 (2024/1, 2024/2, 2025/1)"
    assert told(*eight[:2]) == "Decisions by consensus: 2", "all are in one place: the number leads there"


def test_records_of_one_name_in_one_place_are_named_once_and_all_counted() -> None:
    calls = [Judged(JudgedKind.CALL, str(number), name, name) for number, name in enumerate("AABC")]
    assert told(*calls) == "Decisions by consensus: 4 (A, B, C)"
    more = [*calls, *(Judged(JudgedKind.CALL, f"D{number}", "D", "D") for number in range(2))]
    assert told(*more) == "Decisions by consensus: 6 (A, B, C and 2 more)"


def test_r41_leads_to_the_states_to_be_invited_but_not_from_their_own_screen(
    language: CurrentLanguage,
) -> None:
    meeting = Judged(JudgedKind.MEETING, "m", "NMIRF/2026")
    finding = Finding("R41", FindingState.DUE, meeting, Phrase("Nobody is invited."))
    asked: list[object] = []

    def ways(view: FindingView) -> dict[str, LinkedText]:
        view.asked.connect(asked.append)
        return {link.accessibleName() or link.text(): link for link in view.findChildren(LinkedText)}

    view, there = FindingView(finding, language), FindingView(finding, language, here="encouragement")
    (way,) = (link for said, link in ways(view).items() if "States that are not members" in said)
    way.linkActivated.emit("encouragement#")
    assert asked == [Place("encouragement")]
    assert not any("States that are not members" in said for said in ways(there))
