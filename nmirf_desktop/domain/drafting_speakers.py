"""Who spoke, and as what: the subject of a sentence of minutes on an intervention.

As no person's gender is recorded with a statement, French and Spanish speak of the delegation.
"""

import re
from dataclasses import replace
from enum import Enum

from nmirf_desktop.domain.articles import is_organisation, with_article
from nmirf_desktop.domain.bodies import OFFICES, OHCHR, compared
from nmirf_desktop.domain.members import MembershipKind
from nmirf_desktop.domain.naming import forms, sentence_start
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.recorded import RecordedMeeting
from nmirf_desktop.domain.said import Said
from nmirf_desktop.domain.sittings import Attribution, Intervention, InterventionKind
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.domain.votes_taken import Explained, explained
from nmirf_desktop.i18n import Catalog, Language, catalog

ARTICLE = re.compile(r"^(?:(?:the|le|la|les|el|los|las)\s|l’)", re.IGNORECASE)
"""The article that the name of a body begins with."""


class Introduced(Enum):
    """What a sponsor introduces that introduces no item."""

    DRAFT = "draft"


How = InterventionKind | Explained | Introduced
"""As what somebody spoke."""


def representative(facts: RecordedMeeting, state: StateCode, words: Catalog) -> str:
    """Who speaks for a State, as the subject of a sentence."""
    named = forms(facts.states[state], words.language)
    if facts.kind_of(state) is MembershipKind.OBSERVER:
        return words.pgettext("speaker", "the observer for {the_state}").format(**named)
    return words.pgettext("speaker", "the representative {of_state}").format(**named)


def speaker(facts: RecordedMeeting, heard: Intervention, words: Catalog) -> str:
    """Who spoke, as the subject of a sentence; empty where only a bare name is known, or nothing at all."""
    if not heard.attributed:
        return somebody(heard, words)
    if heard.state is not None:
        return representative(facts, heard.state, words)
    if compared(heard.body) == OHCHR:
        return words.pgettext("speaker", "the representative of OHCHR")
    body = heard.body[words.language].strip()
    if words.language is Language.EN and has_representative(facts, heard):
        named = with_article(ARTICLE.sub("", body), words.language)
        return words.pgettext("speaker", "the representative of {body}").format(body=named)
    return body if ARTICLE.match(body) else ""


def has_representative(facts: RecordedMeeting, heard: Intervention) -> bool:
    """Whether who spoke is told in English by its representative: a partner, or what is surely an organisation."""
    name = compared(heard.body)
    if heard.state is not None or not heard.attributed or not heard.body[Language.EN].strip() or name in OFFICES:
        return False
    partners = (compared(one.name) for one in facts.partners)
    return name == OHCHR or name in partners or is_organisation(heard.body[Language.EN].strip())


def openings(facts: RecordedMeeting, heard: Intervention) -> dict[Language, tuple[str, str]]:
    """How a sentence on an intervention begins in each language: with who spoke, and without its name.

    Both are of the same number and gender, so that what follows suits either. The first is empty where none is known.
    """
    named = replace(heard, attribution=Attribution.NAMED)
    return {
        one: (
            sentence_start(speaker(facts, named, catalog(one)) or by_name(heard, one)),
            sentence_start(somebody(heard, catalog(one))),
        )
        for one in Language
    }


def by_name(heard: Intervention, language: Language) -> str:
    """A body whose name has no article, as the subject of a sentence: with the one that its language gives it."""
    return with_article(heard.body[language].strip() or heard.body.original.strip(), language)


def somebody(heard: Intervention, words: Catalog) -> str:
    """Who is not named: what it was, and no more."""
    if heard.state is not None:
        return words.pgettext("speaker", "a delegation")
    return words.pgettext("speaker", "a participant")


def listed_name(body: Trilingual) -> Said:
    """A body as in a list: without its article."""
    said = Said.of(body)
    en, fr, es = (sentence_start(ARTICLE.sub("", text.strip(), count=1)) for text in (said.en, said.fr, said.es))
    return Said(en, fr, es, said.original)


def when_explained(facts: RecordedMeeting, heard: Intervention) -> Explained:
    """Before or after which vote an explanation was made; of no vote where it is no explanation."""
    return explained(heard, facts) if heard.kind is InterventionKind.EXPLANATION else Explained.OF_NO_VOTE


def spoken_as(facts: RecordedMeeting, heard: Intervention) -> How:
    """As what somebody spoke."""
    when = when_explained(facts, heard)
    if when is not Explained.OF_NO_VOTE:
        return when
    return Introduced.DRAFT if introduced(facts, heard) else heard.kind


def introduced(facts: RecordedMeeting, heard: Intervention) -> str:
    """The draft decision that its sponsor introduces, where that has one under the item: it would name who is not."""
    if heard.kind is not InterventionKind.INTRODUCTION or heard.state is None or not heard.attributed:
        return ""
    drafts = [one for one in facts.proposals if one.item == heard.item and one.sponsor == heard.state]
    return drafts[0].symbol if len(drafts) == 1 else ""
