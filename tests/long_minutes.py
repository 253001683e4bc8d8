"""Minutes of any length for tests: statements, noted, drafted and translated, as long as those of real minutes."""

import datetime
import random
import re
import tempfile
from functools import cache
from pathlib import Path

from nmirf_desktop.domain.meetings import Meeting
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.sittings import Intervention
from nmirf_desktop.domain.text import Trilingual
from nmirf_desktop.i18n import Language
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.storage.minutes import PARAGRAPHS
from nmirf_desktop.storage.voting import INTERVENTIONS
from tests.registers import MEMBERS, networked

BEGINS = datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC)
WORDS = {
    Language.EN: re.findall(r"\S+", """
        the representative welcomed report of national mechanism and recalled that recommendations were followed up
        by ministries whose focal points met each month to exchange data experience asked whether observers could"""),
    Language.FR: re.findall(r"\S+", """
        la représentante se félicite du rapport du mécanisme national et rappelle que les recommandations sont suivies
        par des ministères dont les points focaux échangent chaque mois leurs données à l’échelle régionale où"""),
    Language.ES: re.findall(r"\S+", """
        la representante acoge con satisfacción el informe del mecanismo nacional y recuerda que las recomendaciones
        están a cargo de ministerios cuyos puntos focales intercambian cada mes datos además según qué región"""),
}  # fmt: skip


def prose(draw: random.Random, language: Language, words: int) -> str:
    """Some sentences of a language."""
    sentences = []
    while words > 0:
        length = min(words, draw.randint(8, 26))
        sentences.append(" ".join(draw.choices(WORDS[language], k=length)).capitalize() + ".")
        words -= length
    return " ".join(sentences)


def long_minutes(desk: Secretariat, meeting: Meeting, item: Key, paragraphs: int) -> Key:
    """The key of minutes with so many statements, of twenty to a hundred and sixty words in each language."""
    draw = random.Random(paragraphs)  # noqa: S311  (the same each time)
    lengths = {f"said-{number:04}": draw.choice((20, 40, 60, 60, 80, 110, 160)) for number in range(paragraphs)}
    with desk.store.write("statements") as session:
        for number, (key, words) in enumerate(lengths.items()):
            at, state = BEGINS + datetime.timedelta(seconds=20 * number), MEMBERS[number % len(MEMBERS)]
            note = prose(draw, Language.EN, words)
            INTERVENTIONS.save(session, Intervention(key, meeting.key, item, at, state, note=note))
    desk.minutes.draft(meeting.key)
    minutes = desk.minutes.minutes(meeting.key)
    assert minutes is not None
    with desk.store.write("translations") as session:
        for one in PARAGRAPHS.all(session, minutes=minutes.key):
            fact, _, key = one.slot.partition(":")
            if fact == "intervention":
                PARAGRAPHS.put(session, {"key": one.key} | _translated(one.text, draw, lengths[key]))
    return minutes.key


def _translated(text: Trilingual, draw: random.Random, words: int) -> dict[str, str]:
    for language in (Language.FR, Language.ES):
        text = text.with_text(language, prose(draw, language, words + words // 6)).with_review(language)
    return {f"text_{name}": str(getattr(text, name)) for name in Trilingual.__dataclass_fields__}


def minuted(path: Path, paragraphs: int, author: str) -> Path:
    """A register at *path* of a small network with such minutes: a copy of one that is made once in a process."""
    path.write_bytes(_minuted(paragraphs, author))
    return path


@cache
def _minuted(paragraphs: int, author: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "minutes.nmirf"
        meeting, item, _ = networked(path)
        with open_register(path, author=author) as store:
            long_minutes(Secretariat(store), meeting, item.key, paragraphs)
        return path.read_bytes()
