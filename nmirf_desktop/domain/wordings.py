"""What changed where the wording of a decision was put right: the text that was adopted, or translations of it alone.

Only the first is a rectification of the decision. Other languages are conformed to what was adopted, which says nothing
else in the language of adoption.
"""

from collections.abc import Collection, Iterable

from nmirf_desktop.domain.records_kept import WordingCorrection
from nmirf_desktop.domain.text import TextState, Trilingual
from nmirf_desktop.domain.voting import Decision
from nmirf_desktop.i18n import Language


def in_time(wordings: Iterable[WordingCorrection], decision: Decision) -> tuple[WordingCorrection, ...]:
    """Those of a decision, in the order in which they were put right."""
    return tuple(sorted((one for one in wordings if one.decision == decision.key), key=lambda one: (one.at, one.key)))


def rectifies(wording: WordingCorrection, decision: Decision, known: Iterable[WordingCorrection]) -> bool:
    """Whether title or text read otherwise afterwards in the language of adoption; *known* has all of the decision."""
    return rewords(wording, decision.language, *_afterwards(wording, decision, known))


def rewords(wording: WordingCorrection, adopted: Language, title: Trilingual, text: Trilingual) -> bool:
    """Whether *title* and *text* read otherwise than a wording before in the language in which it was *adopted*."""
    led = adopted if wording.title[adopted].strip() else wording.title.source
    return (wording.title[led], wording.text[adopted]) != (title[led], text[adopted])


def rectified(decision: Decision, known: Iterable[WordingCorrection]) -> bool:
    """Whether anything of a decision was put right in the language of adoption."""
    own = in_time(known, decision)
    return any(rectifies(one, decision, own) for one in own)


def conformed_in(
    wording: WordingCorrection, decision: Decision, known: Iterable[WordingCorrection]
) -> tuple[Language, ...]:
    """The translations, reviewed before, that read otherwise afterwards; none where the text adopted does as well.

    What was missing or a draft is completed without an act of its own, so that it is none of these.
    """
    own = in_time(known, decision)
    if rectifies(wording, decision, own):
        return ()
    title, text = _afterwards(wording, decision, own)
    parts = ((wording.title, title), (wording.text, text))
    return tuple(
        one
        for one in Language
        if any(before.state(one) is TextState.REVIEWED and before[one] != after[one] for before, after in parts)
    )


def _afterwards(
    wording: WordingCorrection, decision: Decision, known: Iterable[WordingCorrection]
) -> tuple[Trilingual, Trilingual]:
    """How title and text read from then on: as the next one found them, or as they do now."""
    later = [one for one in in_time(known, decision) if (one.at, one.key) > (wording.at, wording.key)]
    return (later[0].title, later[0].text) if later else (decision.title, decision.text)


def with_conformed(decision: Decision, title: Trilingual, text: Trilingual) -> tuple[Trilingual, Trilingual]:
    """A wording put right, each translation that was written in it being conformed to what was adopted by that.

    What nobody touched of it is looked at with the rest, unless it is older than what it translates.
    """
    written = [
        one
        for one in Language
        if one is not decision.language and (decision.title[one], decision.text[one]) != (title[one], text[one])
    ]
    return _reviewed(title, written), _reviewed(text, written)


def _reviewed(text: Trilingual, languages: Collection[Language]) -> Trilingual:
    for one in languages:
        if text.state(one) is TextState.DRAFT:
            text = text.with_review(one)
    return text
