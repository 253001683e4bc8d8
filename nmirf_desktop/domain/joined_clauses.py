"""Clauses with a subject of their own that a note joins to its speaker's act: « appuie, mais le délai est court ».

Each is told as the speaker's word in French and Spanish: « appuie le texte, mais ajoute que le délai est court »,
"acoge el plan. Añade que el plazo es corto". What depends on the act (parce que, aunque) stays as it is.
"""

import re
from dataclasses import dataclass, replace
from enum import Enum

from nmirf_desktop.domain.added_clauses import NOBODY, Clause, added, clause_of, is_of_thing_named, that
from nmirf_desktop.domain.broken_sentences import begins_with_name, begins_with_subject
from nmirf_desktop.domain.finite_verbs import (
    begins_with_object,
    begins_with_own_verb,
    begins_with_verb,
    has_plain_verb,
    has_verb,
    needs_no_subject,
)
from nmirf_desktop.domain.first_person import QUOTED
from nmirf_desktop.i18n import Language

_JOINT = {
    Language.FR: re.compile(
        r"(?P<stop>\s?;\s+|\s[-–—]\s+|,\s+(?=(?:cependant|toutefois|néanmoins|or|pourtant|cela dit),?\s))"
        r"|(?P<but>,?\smais\s)|(?P<and>,?\set\s)"
        r"|(?P<splice>,\s(?=(?:le|la|les|ce|cet|cette|ces|son|sa|ses|il|elle|on|aucune?)\s(?!qui\b|que\b|qu[’']|tout\b))"
        r"|,\s(?=l[’']|c[’']est(?!-)))"
    ),
    Language.ES: re.compile(
        r"(?P<stop>;\s+|\s[-–—]\s+|,\s+(?=(?:sin embargo|no obstante|con todo),?\s))"
        r"|(?P<but>,?\spero\s)|(?P<and>,?\s[ye]\s)"
        r"|(?P<splice>,\s(?=(?:el|la|los|las|est[aeo]s?|es[aeo]s?|su|sus|ningún|ninguna|nadie|nada)\s(?!cual|que\b)))"
    ),
}
"""What joins a clause to the one before: a stop, "but", "and", or a comma alone."""
_ENDS = re.compile(r"[;,:]|\b(?:si|que|qui|dont|où|donde|quien|cuy[ao]s?|pour|para)\b|\bqu[’']")
"""Where the subject of a clause, or its verb, has to stand before."""
_SURE = {
    Language.FR: re.compile(
        r"\b(?:est|sont|a|ont|était|étaient|sera|seront|serait|doit|doivent|peut|peuvent|reste|restent|manque|manquent"
        r"|fonctionne|fonctionnent|va|vont|ne|mérite|coûte|coûtent|exige|suffit|semble|paraît|dépasse|dépense|tarde|bloque"
        r"|avance|répond|pose|posent|dure|prend)\b|\bn[’']",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"\b(?:es|son|está|están|ha|han|fue|era|será|sería|debe|deben|puede|pueden|no|queda|quedan|sigue|siguen|funciona"
        r"|funcionan|falta|faltan|resulta|parece|cuesta|cuestan|tiene|tienen|gasta|exige|basta|tarda|avanza|hay)\b",
        re.IGNORECASE,
    ),
}
"""Verbs behind "and", where what begins with an article may be one more thing that is supported."""
_AND = re.compile(r" (?:et|y|e) ")
_HELD = re.compile(r"\b(?:le|la|les|el|los|las|l[’']|un|une|una)\s?$", re.IGNORECASE)
_CLAUSES = {
    Language.FR: re.compile(r"\b(?:que|qui|dont|où|si|comme|quand|car|puisque|lorsque)\b|\bqu[’']|\bs[’']ils?\b"),
    Language.ES: re.compile(r"\b(?:que|quien|donde|si|como|cuando|porque|pues|aunque|cuy[ao]s?|qué|quién|cómo)\b"),
}
"""What begins a clause that depends on another."""
_CONDITIONS = {
    Language.FR: re.compile(r"\b(?:si|comme|quand|car|puisque|lorsque|parce|bien que|même)\b|\bs[’']ils?\b"),
    Language.ES: re.compile(r"\b(?:si|como|cuando|porque|pues|aunque|mientras|ya que)\b"),
}
"""What a clause behind a comma and "and" may depend on still."""
_DASHES = ("-", "–", "—")
_DASH = re.compile(r"\s[-–—]\s")
_SAYS = {
    Language.FR: re.compile(
        r"(?:rappelle|souligne|note|relève|constate|observe|estime|considère|dit|déclare|indique|précise|explique"
        r"|affirme|ajoute|annonce|confirme|signale|juge|pense|croit|reconnaît|admet|dit aussi"
        r"|fait (?:observer|remarquer|valoir))"
        r" (?=que\b|qu[’'])",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:recuerda|subraya|señala|observa|constata|estima|considera|dice|declara|indica|precisa|explica|afirma|añade"
        r"|anuncia|confirma|destaca|cree|piensa|opina|reconoce|admite|sostiene|advierte|dice también) (?=que\b)",
        re.IGNORECASE,
    ),
}
"""Before a clause that tells, and another may be told by the same verb: « souligne que A est bon et que B … »."""
_OF_SPEAKER = re.compile(r"les? ")
_OF_MEETING = {
    Language.FR: re.compile(
        r",\set la réunion (?:(?:en )?prend (?:note|acte)|en (?:convient|décide ainsi)|(?:adopte|approuve|confirme) "
        r"(?:les? |la |l[’']|ce |cet |cette |son |sa )(?!\w+ (?:tard|vite)\b)"
        r"|(?:décide|convient) (?:de |d[’']|que |qu[’'])"
        r"|élit |suspend (?:la|l[’'])|passe au point\b)"
    ),
    Language.ES: re.compile(
        r",\sy la reunión (?:toma nota|así lo (?:decide|acuerda)|l[ao]s? (?:aprueba|adopta|confirma)\b"
        r"|(?:aprueba|adopta|confirma) (?:el |l[ao]s? |su |est[ea] |dich[ao] )"
        r"|(?:decide|acuerda|conviene en) (?:que |\w+[aei]r\b)"
        r"|elige a\b|suspende (?:el|la)\b|pasa al tema\b)"
    ),
}
"""Behind a comma, what the meeting does about what was said: nobody says it."""
_NOBODY_FR = re.compile(
    r"il (?:ne |n[’'])?(?:(?:faut|faudra|faudrait|convient|conviendrait|importe|suffit|manque|reste|semble|y a|y avait"
    r"|existe|s[’']agit|vaut mieux)(?!\w)|(?:est|serait|était) "
    r"(?:[^\W\d_]+ment |très |trop |plus |aussi |encore |bien )?"
    r"(?:[^\W\d_]+ (?:que|de|d[’']|qu[’'])|temps|tard|tôt|question|urgent))",
    re.IGNORECASE,
)
_IL_ELLE = re.compile(r"(il|elle|ella|él) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Joined:
    """A sentence with its joined clauses told as said; *turn* counts what was added; *sure* that none is left."""

    text: str
    turn: int
    sure: bool = True


def may_be_speaker(clause: str, lead: str) -> bool:
    """Whether a clause begins with a pronoun by which who speaks may be taken up: not an impersonal one.

    *lead* is that pronoun in French; a Spanish one may always be who speaks.
    """
    found = _IL_ELLE.match(clause)
    if found is None or _NOBODY_FR.match(clause):
        return False
    return found[1].casefold() in ("ella", "él", lead.casefold())


class _Whose(Enum):
    """Whose what stands behind a joint is."""

    DEPENDS = "of what stands before it, or told by it"
    UNSURE = "who speaks may have done it, or asserted it"
    ADDED = "a clause of its own"


@dataclass(frozen=True, slots=True)
class _Telling:
    """How the joined clauses of a sentence are told: *lead* takes up who speaks (Spanish: nothing)."""

    language: Language
    lead: str

    def joint(self, told: str, found: re.Match[str], rest: str, state: Joined, *, reported: bool) -> Joined:
        """The sentence up to a joint, *told* so far, with what joins the *rest* to it."""
        behind = clause_of(rest, self.language) if found["stop"] else Clause(rest)
        joint = found[0]
        as_it_is = replace(state, text=f"{told}{joint}{rest}")
        if found["stop"] and self._goes_on(behind.text, state):
            return replace(state, text=f"{told.rstrip()}. {self._sentence(behind.text)}")
        whose = self._whose(told, found, behind.text, state, reported=reported)
        if whose is not _Whose.ADDED:
            return replace(as_it_is, sure=state.sure and whose is _Whose.DEPENDS)
        if found["stop"] or found["splice"]:
            said = self._sentence(added(behind, self.language, state.turn))
            return Joined(f"{told.rstrip()}. {said}", state.turn + 1, state.sure)
        return self._behind_and(told, found, rest, state, reported=reported)

    def _whose(self, told: str, found: re.Match[str], behind: str, state: Joined, *, reported: bool) -> _Whose:
        """Whether what stands behind a joint is a clause of its own, and whether that is sure."""
        parted = found[0].strip() in _DASHES and len(_DASH.findall(state.text)) > 1
        if parted or not self._begins_clause(behind, found):
            return _Whose.DEPENDS
        ends = self._may_end(told, found, reported=reported)
        if found["and"] and (self._has_two(behind) if ends else self._hangs_on_nothing(told, reported=reported)):
            return _Whose.UNSURE
        if not ends:
            return _Whose.DEPENDS
        own_sentence = bool(found["stop"] or found["splice"])
        if may_be_speaker(behind, self.lead or "il"):
            return _Whose.DEPENDS if reported and not own_sentence else _Whose.UNSURE
        return _Whose.UNSURE if own_sentence and self.language is Language.FR and not self.lead else _Whose.ADDED

    def _behind_and(self, told: str, found: re.Match[str], rest: str, state: Joined, *, reported: bool) -> Joined:
        """A clause behind "and" or "but", told by the verb before, or by one of its own."""
        head = re.split(r"(?:[.;]|(?<=\w)\?) ", told)[-1]
        if _OF_MEETING[self.language].match(f"{found[0]}{rest}"):
            return replace(state, text=f"{told}{found[0]}{rest}")
        first = _CLAUSES[self.language].search(head)
        says = first and any(one.end() == first.start() for one in _SAYS[self.language].finditer(head))
        if (reported and head == told) or says:
            return replace(state, text=f"{told}{found[0]}{that(rest, self.language)}")
        if first and found["and"] and ("," not in found[0] or _CONDITIONS[self.language].search(head)):
            return replace(state, text=f"{told}{found[0]}{rest}")
        joint = re.sub(r"\be\s$", "y ", found[0])
        return Joined(f"{told}{joint}{added(Clause(rest), self.language, 2 * state.turn)}", state.turn + 1, state.sure)

    def _may_end(self, told: str, found: re.Match[str], *, reported: bool) -> bool:
        """Whether a clause may have ended before "and" or a comma: it has its verb, and nothing else is parted."""
        if ":" in told:
            return False
        if not (found["and"] or found["splice"]):
            return True
        clauses = list(_CLAUSES[self.language].finditer(told))
        if found["splice"] and (clauses or reported or ":" in told):
            return False
        last = re.split(rf"; |\. (?=(?:{self.lead or 'Añade|Dice|Explica'})\b)", told)[-1].strip()
        last = _CLAUSES[self.language].split(last)[-1].strip()
        last = last if found["splice"] else _AND.split(last)[-1]
        return has_verb(last, self.language) or begins_with_verb(last[:1].lower() + last[1:], self.language)

    def _hangs_on_nothing(self, told: str, *, reported: bool) -> bool:
        """Whether nothing reports what follows: « appuie le Chili et le Pérou et le Ghana est prêt »."""
        return not reported and ":" not in told and _CLAUSES[self.language].search(told) is None

    def _has_two(self, rest: str) -> bool:
        """Whether another "and" stands before the verb behind one: « et le Pérou et le Chili sont prêts »."""
        head = _ENDS.split(rest, maxsplit=1)[0]
        joint = _AND.search(head)
        if joint is None or not begins_with_subject(head[joint.end() :], self.language):
            return False
        return not self._is_clause(head[: joint.start()])

    def _goes_on(self, rest: str, state: Joined) -> bool:
        """Whether behind a clause that was added a verb of who speaks follows, which now lacks its subject."""
        return state.turn > 0 and bool(self.lead) and begins_with_own_verb(rest, self.language)

    def _sentence(self, predicate: str) -> str:
        return f"{self.lead} {predicate}" if self.lead else f"{predicate[:1].upper()}{predicate[1:]}"

    def _begins_clause(self, text: str, found: re.Match[str]) -> bool:
        """Whether a text behind a joint begins with a clause that has a subject of its own and a verb."""
        if self.language is Language.ES and _is_impersonal(text):
            return True
        if self.language is Language.FR and _NOBODY_FR.match(text):
            return True
        if self.language is Language.ES and found["stop"] and is_of_thing_named(text):
            return True
        if not found["splice"] and begins_with_name(text, self.language):
            return True
        if not begins_with_subject(text, self.language) or begins_with_object(text, self.language):
            return False
        if text.startswith(("c’", "c'", "C’")):
            return True
        if found["stop"] or found["but"]:
            opposed = found["stop"] and "," in found[0]
            return bool(opposed) or has_verb(_ENDS.split(text, maxsplit=1)[0], self.language)
        return self._is_clause(text)

    def _is_clause(self, text: str) -> bool:
        """Whether a text surely has a verb before anything that depends on it."""
        head = _ENDS.split(text, maxsplit=1)[0]
        sure = any(not _HELD.search(head, 0, one.start()) for one in _SURE[self.language].finditer(head))
        return sure or has_plain_verb(head, self.language)


def _is_impersonal(text: str) -> bool:
    impersonal = needs_no_subject(text, Language.ES) and not _OF_SPEAKER.match(text.removeprefix("no "))
    return impersonal or NOBODY.match(text) is not None


def with_joined(told: str, language: Language, lead: str, turn: int, *, reported: bool) -> Joined:
    """A sentence as it is told, with the clauses that it joins to its speaker's act told as the speaker's word.

    *lead* takes up who speaks in French, empty for none known; *reported* says that the sentence is itself reported
    by "that"; *turn* counts the clauses that the note had before it.
    """
    state = Joined(told, turn)
    if language is Language.EN or "?" in told:
        return state
    place, telling = 0, _Telling(language, lead)
    while True:
        bare = re.sub(r"\([^)]*\)", lambda one: "”" * len(one[0]), _unquoted(state.text))
        found = _JOINT[language].search(bare, place)
        if found is None or not state.sure:
            return state if state.sure else Joined(told, turn, sure=False)
        rest = state.text[found.end() :]
        state = telling.joint(state.text[: found.start()], found, rest, state, reported=reported)
        left = clause_of(rest, language).text if found["stop"] else rest
        place = max(len(state.text) - len(left), found.end() - len(rest) + len(left))


def _unquoted(text: str) -> str:
    return QUOTED.sub(lambda quoted: "”" * len(quoted[0]), text)
