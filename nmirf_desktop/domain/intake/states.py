"""Which State a row is about: by its name, its code, or both where they agree. Near names are offered, never taken."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nmirf_desktop.domain.intake import Reason, Weight
from nmirf_desktop.domain.intake.cells import RowCells
from nmirf_desktop.domain.membership_rules import not_eligible
from nmirf_desktop.domain.periods import StateCode
from nmirf_desktop.domain.phrases import Phrase
from nmirf_desktop.domain.recognition import AmbiguousState, Gazetteer, UnknownState, fold
from nmirf_desktop.domain.refusals import Problem, Refusal
from nmirf_desktop.domain.states import State
from nmirf_desktop.i18n import N_

MOST_OFFERED = 200
"""For so many different unknown names near ones are looked for: a list that has more is no list of States."""

_DISAGREE = N_("The name says {name}, the code {code}: correct one of them.")
_OUTSIDE = (
    "Holy See", "Saint-Siège", "Santa Sede", "Vatican", "Vatican City", "Vatican City State",
    "État de la Cité du Vatican", "Ciudad del Vaticano", "Vaticano", "Palestine",
    "State of Palestine", "État de Palestine", "Palestina",
    "Estado de Palestina", "Palestinian Authority", "Kosovo", "Kosovo*", "Republic of Kosovo", "République du Kosovo",
    "Taiwan", "Taïwan", "Taiwán", "Taiwan, Province of China", "Chinese Taipei", "Republic of China (Taiwan)",
    "European Union", "Union européenne", "Unión Europea", "EU", "UE", "European Commission", "Commission européenne",
    "Cook Islands", "Îles Cook", "Islas Cook", "Niue", "Nioué", "Hong Kong", "Hong Kong SAR", "Macao", "Macau",
    "Scotland", "Écosse", "Escocia", "England", "Angleterre", "Inglaterra", "Wales", "Pays de Galles", "Gales",
    "Northern Ireland", "Irlande du Nord", "Irlanda del Norte", "Puerto Rico", "Porto Rico", "Greenland", "Groenland",
    "Groenlandia", "Faroe Islands", "Îles Féroé", "Islas Feroe", "Western Sahara", "Sahara occidental",
    "Sáhara Occidental", "Sahrawi Arab Democratic Republic", "Somaliland", "Catalonia", "Catalogne", "Cataluña",
    "Northern Cyprus", "Chypre du Nord", "Abkhazia", "South Ossetia", "Transnistria", "Gibraltar", "Bermuda",
    "New Caledonia", "Nouvelle-Calédonie", "Nueva Caledonia", "French Polynesia", "Polynésie française", "Guam",
    "African Union", "Union africaine", "Unión Africana", "OHCHR", "HCDH", "ACNUDH", "GANHRI", "UNDP", "PNUD",
    "UPR Info", "Order of Malta", "Ordre de Malte", "Orden de Malta", "Sovereign Order of Malta",
    "Red Cross", "ICRC", "CICR",
)  # fmt: skip
"""What takes part in meetings of the United Nations or is called a country, and is no Member State (R3)."""
OUTSIDE = frozenset(map(fold, _OUTSIDE))


@dataclass(frozen=True, slots=True)
class Named:
    """What a text names: a State, or why none and which may be meant."""

    state: StateCode | None
    problem: Problem | Refusal | None = None
    candidates: tuple[State, ...] = ()


class NamedStates:
    """Recognises the States of one list; each text is looked up once."""

    def __init__(self, gazetteer: Gazetteer, states: Mapping[StateCode, State]) -> None:
        self._gazetteer = gazetteer
        self._states = states
        self._known: dict[str, Named] = {}
        self._exact: dict[str, StateCode | None] = {}
        self._offered = 0

    def of(self, cells: RowCells) -> tuple[State | None, tuple[State, ...]]:
        """The State of a row, else those that may be meant; why there is none is told among the row's reasons."""
        name, code = cells.text("state"), cells.text("code")
        named = self.named(name) if name else None
        coded = self.named(code) if code else None
        if named is None and coded is None:
            cells.reasons.append(Reason.of(UnknownState(""), "state"))
            return None, ()
        found = self._agreed(cells, named, coded)
        if found is not None:
            return self._states[found], ()
        each = dict.fromkeys(state for one in (named, coded) if one is not None for state in one.candidates)
        return None, tuple(self._states.get(state.iso3, state) for state in each)

    def coded(self, name: str, code: str) -> bool | None:
        """Whether a code names a State, be it another one, where a name does; ``None`` where the name names none."""
        return self._found(code) is not None if self._found(name) is not None else None

    def all(self) -> Iterable[State]:
        """The States, as they are called on the day of the list."""
        return self._states.values()

    def state(self, code: StateCode) -> State:
        """The State of a code."""
        return self._states[code]

    def names(self, text: str) -> bool:
        """Whether a text names one State."""
        return self._found(text) is not None

    def _found(self, text: str) -> StateCode | None:
        """The State of a text, without looking for near names where there is none."""
        if text not in self._exact:
            try:
                self._exact[text] = self._gazetteer.find(text).iso3
            except (AmbiguousState, UnknownState):
                self._exact[text] = None
        return self._exact[text]

    def _agreed(self, cells: RowCells, named: Named | None, coded: Named | None) -> StateCode | None:
        """The State that name and code name together; a code decides between States that a name may mean."""
        if coded is not None and coded.state is not None and named is not None:
            meant = {state.iso3 for state in named.candidates} if named.state is None else {named.state}
            if named.state is None and isinstance(named.problem, AmbiguousState) and coded.state in meant:
                return coded.state
        for one, field in ((named, "state"), (coded, "code")):
            if one is not None and one.problem is not None:
                cells.reasons.append(Reason.of(one.problem, field))
                return None
        first, second = (one.state if one is not None else None for one in (named, coded))
        if first is not None and second is not None and first != second:
            values = {"name": self._states[first], "code": self._states[second]}
            cells.reasons.append(Reason(Weight.ERROR, Phrase(_DISAGREE, values), "code"))
            return None
        return first or second

    def named(self, text: str) -> Named:
        """What a text names."""
        if text not in self._known:
            self._known[text] = self._look_up(text)
        return self._known[text]

    def _look_up(self, text: str) -> Named:
        if fold(text) in OUTSIDE:
            return Named(None, not_eligible())
        try:
            found = self._gazetteer.find(text)
        except AmbiguousState as problem:
            return Named(None, problem, problem.candidates)
        except UnknownState as problem:
            self._offered += 1
            offered = self._gazetteer.candidates(text) if self._offered <= MOST_OFFERED else ()
            return Named(None, problem, offered)
        if found.iso3 not in self._states:
            return Named(None, not_eligible())
        return Named(found.iso3)
