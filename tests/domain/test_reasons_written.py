"""What somebody wrote in the minutes in place of a reason, as other papers take it over: whole, or not at all."""

from dataclasses import replace

import pytest

from nmirf_desktop.domain.minutes import MinutesParagraph, Section
from nmirf_desktop.domain.reasons_written import written_in
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language

REASON = "papers were lost"
DRAFTED = Trilingual(
    f"The announced result was rectified, for this reason: “\u2068{REASON}\u2069”.",
    f"Le résultat annoncé a été rectifié. Motif\u00a0: «\u00a0\u2068{REASON}\u2069\u00a0».",
    f"Se rectificó el resultado anunciado. Motivo: “\u2068{REASON}\u2069”.",
)
QUOTATIONS = {Language.EN: f"“\u2068{REASON}\u2069”.", Language.FR: f"«\u00a0\u2068{REASON}\u2069\u00a0»."}


def _paragraph(language: Language, text: str) -> MinutesParagraph:
    written = Trilingual(DRAFTED.en, DRAFTED.fr, DRAFTED.es).with_text(language, text)
    return MinutesParagraph("", "", 1, Section.ITEM, written, drafted=DRAFTED)


def _stands(language: Language, instead: str) -> str:
    text = DRAFTED[language].replace(QUOTATIONS[language], instead)
    return written_in(REASON, _paragraph(language, text), language)


@pytest.mark.parametrize(
    ("language", "instead", "stands"),
    [
        (Language.EN, '“The "delegation of Portugal" had not asked”.', 'The "delegation of Portugal" had not asked'),
        (Language.EN, "“The “lost” papers were “found””.", "The “lost” papers were “found”"),
        (Language.EN, "“Papers «perdus» were found”.", "Papers «perdus» were found"),
        (Language.FR, '« les bulletins "perdus" manquaient ».', 'les bulletins "perdus" manquaient'),
        (Language.FR, "« les bulletins “perdus” manquaient ».", "les bulletins “perdus” manquaient"),
        (Language.FR, "« des bulletins (« perdus ») ».", "des bulletins (« perdus »)"),
        (Language.FR, '"des bulletins dits « perdus » manquaient".', "des bulletins dits « perdus » manquaient"),
        (Language.FR, "« des bulletins perdus ». La Présidente : « pardon ».", "des bulletins perdus"),
    ],
)
def test_a_quotation_goes_on_to_the_mate_of_the_sign_that_opened_it(
    language: Language, instead: str, stands: str
) -> None:
    """Straight quotes within a reason cut it off: the voting record printed “The” as a reason."""
    assert _stands(language, instead) == stands


@pytest.mark.parametrize(
    "instead",
    [
        '“The papers were found".',
        '“The papers were found". The Chair said “sorry”.',
        '“The "papers were found”.',
        '"The "papers" were found".',
        '"Papers" were "found".',
        "“Papers «were” found».",
        "“Papers were found” and “counted anew”.",
        "“Papers were found”. “They were counted anew”.",
        "“Papers were found.” “They were counted anew.”",
        "“”.",
    ],
)
def test_where_a_quotation_does_not_plainly_end_nothing_is_taken_over(instead: str) -> None:
    assert _stands(Language.EN, instead) == ""


@pytest.mark.parametrize(
    ("instead", "stands"),
    [
        ("“Papers, envelopes, etc.”.", "Papers, envelopes, etc."),
        ("“Papers, envelopes, etc.” They were found.", "Papers, envelopes, etc."),
        ("papers, envelopes, etc.", "papers, envelopes, etc."),
        ("“Papers were lost...”.", "Papers were lost..."),
        ("“… and papers were lost …”.", "… and papers were lost …"),
        ("“Papers went to the EE. UU.”.", "Papers went to the EE. UU."),
        ("“Papers were lost here.”.", "Papers were lost here"),
        ("“The vote was at 3 p.m.”.", "The vote was at 3 p.m."),
        ("“The vote was at 3 p. m.” It was held again.", "The vote was at 3 p. m."),
        ("“Papers were lost by M. Dupont Jr.”.", "Papers were lost by M. Dupont Jr."),
        ("“Papers went to the U.S.”.", "Papers went to the U.S."),
        ("“Papers were lost by Portugal et al.”.", "Papers were lost by Portugal et al."),
        ("“The answer was no.” It was put right.", "The answer was no"),
    ],
)
def test_a_stop_that_belongs_to_the_last_word_stays(instead: str, stands: str) -> None:
    assert _stands(Language.EN, instead) == stands


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("The result announced in the room was rectified, for this reason: “Papers were found”.", "Papers were found"),
        ("The Chair said “sorry”. It was rectified, for this reason: “Papers were found”.", "Papers were found"),
        ("The result was rectified. The Chair said: “sorry”.", ""),
        ("It was rectified, for this reason: “sorry”, and counted, for this reason: “Papers were found”.", ""),
    ],
)
def test_a_word_changed_before_the_quotation_does_not_hide_it(text: str, stands: str) -> None:
    assert written_in(REASON, _paragraph(Language.EN, text), Language.EN) == stands


def test_the_second_reason_of_a_paragraph_is_found_where_the_first_one_was_written_too() -> None:
    drafted = Trilingual("It was corrected. Reason: “un”. Anew. Reason: “deux”.")
    written = Trilingual("It was corrected. Reason: “one”. Anew. Reason: “two”.")
    paragraph = MinutesParagraph("", "", 1, Section.ITEM, written, drafted=drafted)
    assert [written_in(one, paragraph, Language.EN) for one in ("un", "deux")] == ["one", "two"]


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Anew. Reason: “two”. It was corrected. Reason: “one”.", ["", ""]),
        ("Reason: “two”. Reason: “one”.", ["", ""]),
        ("The result was corrected. Reason: “one.” Anew. Reason: “two”.", ["one", "two"]),
    ],
)
def test_reasons_brought_in_alike_are_not_taken_for_each_other_in_another_order(text: str, stand: list[str]) -> None:
    """The sentences were put in another order: the voting record printed the one reason for the other."""
    drafted = Trilingual("It was corrected. Reason: “un”. Anew. Reason: “deux”.")
    paragraph = MinutesParagraph("", "", 1, Section.ITEM, Trilingual(text), drafted=drafted)
    assert [written_in(one, paragraph, Language.EN) for one in ("un", "deux")] == stand


def test_spaces_that_do_not_break_stay_in_what_is_taken_over() -> None:
    french = "«\u202fdes bulletins\u202f: perdus, p.\u00a05\u202f»."
    assert _stands(Language.FR, french) == "des bulletins\u202f: perdus, p.\u00a05"
    assert _stands(Language.FR, "des bulletins\u00a0: perdus.") == "des bulletins\u00a0: perdus"


def test_a_reason_that_stands_as_entered_in_a_reviewed_paragraph_is_the_one_of_the_language() -> None:
    """“Force majeure” is alike in two languages: nothing that could be written settled the caution."""
    paragraph = _paragraph(Language.EN, DRAFTED.en)
    assert written_in(REASON, paragraph, Language.EN) == ""
    reviewed = replace(paragraph, text=paragraph.text.with_review(Language.EN))
    assert written_in(REASON, reviewed, Language.EN) == REASON
    assert written_in(REASON, reviewed, Language.FR) == ""


def test_a_paragraph_that_was_drafted_without_the_stop_of_etc_quotes_the_reason_still() -> None:
    drafted = Trilingual("It was rectified, for this reason: “\u2068papers, pens, etc\u2069”.")
    written = drafted.with_text(Language.EN, "It was rectified, for this reason: “paper and pens”.")
    paragraph = MinutesParagraph("", "", 1, Section.ITEM, written, drafted=drafted)
    assert written_in("papers, pens, etc.", paragraph, Language.EN) == "paper and pens"
