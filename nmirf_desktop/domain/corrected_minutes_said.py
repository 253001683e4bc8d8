"""What members ask for in corrected minutes, in words: for the list, the command line, and what is recorded."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from nmirf_desktop.domain.corrected_minutes import Asking, Flag, ReadCorrection
from nmirf_desktop.domain.correction_requests import CorrectionRequest
from nmirf_desktop.domain.lengths import LONGEST
from nmirf_desktop.domain.particulars import Particular, ParticularKind, fitting
from nmirf_desktop.domain.word_marks import numbered_apart
from nmirf_desktop.i18n import N_, Catalog

ASKING_LABELS: Mapping[Asking, str] = MappingProxyType(
    {
        Asking.WORDS: N_("Other words"),
        Asking.REMOVAL: N_("To be left out"),
        Asking.ADDITION: N_("A paragraph more"),
        Asking.MOVE: N_("To stand elsewhere"),
        Asking.REMARK: N_("A remark"),
        Asking.GENERATED: N_("Not a statement"),
    }
)
ORIGINAL = N_("This is the original: the paragraph is not translated into the language of the file.")
FLAG_SENTENCES: Mapping[Flag, str] = MappingProxyType(
    {
        Flag.UNTRACKED: N_("Changed without tracking."),
        Flag.NUMBER: N_("The number was changed; numbers follow from the order of the paragraphs."),
        Flag.BY_NUMBER: N_("Its bookmark is lost: it was found by its number and its text."),
        Flag.BY_TEXT: N_(
            "Its bookmark and its number are lost: it was found by the nearest text. Check the paragraph."
        ),
        Flag.OLDER: N_("The paragraph has changed here since the file left."),
        Flag.ORIGINAL: ORIGINAL,
        Flag.FOOTNOTE: N_("It has a footnote, which is not read: look at it in the file."),
        Flag.JOINED: N_("It was made one with the paragraph before it."),
        Flag.PLACE: N_("It stands elsewhere than it left."),
        Flag.UNKNOWN: N_("The paragraph is not in the minutes any more."),
        Flag.NOT_TOLD: N_(
            "It names a speaker whom the minutes are not to name, or is off the record: accepting it as it reads would "
            "be refused."
        ),
    }
)
SHOWN = 300
"""So many signs of a text that goes are recorded: it stands in the minutes."""
NOT_OWN = N_("The program makes this part from what was recorded; it is nobody’s statement.")


def where_said(one: ReadCorrection, words: Catalog) -> str:
    """The place: a paragraph, after one, or the whole."""
    if one.number is None:
        return words.gettext("The whole")
    after = one.asking in (Asking.ADDITION, Asking.GENERATED) and Flag.NUMBER not in one.flags
    pattern = N_("After paragraph {n}") if after and Flag.JOINED not in one.flags else N_("Paragraph {n}")
    return words.gettext(pattern).format(n=one.number)


def to_know_said(one: ReadCorrection, words: Catalog) -> str:
    """What is to be known of a correction, a sentence each."""
    own = (NOT_OWN,) if one.asking is Asking.GENERATED else ()
    return " ".join(
        words.gettext(said) for said in (*own, *(FLAG_SENTENCES[flag] for flag in Flag if flag in one.flags))
    )


def comments_said(one: ReadCorrection, words: Catalog) -> Iterator[str]:
    """What is remarked, with the words beside which it stands."""
    return particulars_said(_comments(one), words)


def note_said(one: ReadCorrection, words: Catalog) -> str:
    """What is asked for beside the words of a paragraph: what is asked for otherwise, and what is remarked."""
    added = (added_said(one.after, words),) if one.asking is Asking.ADDITION else ()
    return _short("\n".join((*added, *particulars_said(particulars_of(one), words))), LONGEST["note"])


def noted_before(one: ReadCorrection, words: Catalog) -> str:
    """The note that programs of before recorded of a correction, in the language that their window had then."""
    added = (added_said(one.after, words),) if one.asking is Asking.ADDITION else ()
    acts, comments = _acts(one), _comments(one, numbered=True)
    return _short("\n".join((*added, *particulars_said((*acts, *comments), words))), LONGEST["note"])


def added_said(text: str, words: Catalog) -> str:
    """That a paragraph is to be added."""
    return words.gettext("To be added after the paragraph: “{text}”").format(text=text)


def particulars_of(one: ReadCorrection) -> tuple[Particular, ...]:
    """What is recorded of a correction beside the words that are asked for, without any number of a paragraph."""
    return tuple(fitting((*_acts(one), *_comments(one)), LONGEST["note"]))


def _acts(one: ReadCorrection) -> Iterator[Particular]:
    match one.asking:
        case Asking.REMOVAL:
            yield Particular(ParticularKind.REMOVAL, (_short(one.before, SHOWN),))
        case Asking.MOVE:
            yield Particular(ParticularKind.MOVE, (_short(one.before, SHOWN),))
        case Asking.GENERATED if one.after:
            yield Particular(ParticularKind.MADE_OTHERWISE, (one.before, one.after))
        case Asking.GENERATED if Flag.NUMBER in one.flags or Flag.JOINED in one.flags:
            yield Particular(ParticularKind.FLAGS, tuple(flag for flag in Flag if flag in one.flags))
        case Asking.GENERATED:
            yield Particular(ParticularKind.MADE_REMOVAL, (one.before,))
        case Asking.REMARK if one.after:
            yield Particular(ParticularKind.WORDS, (one.after,))
        case _:
            pass


def _comments(one: ReadCorrection, *, numbered: bool = False) -> Iterator[Particular]:
    """Comments on what they quote; the number of a paragraph is no part of it, as paragraphs come and go."""
    for comment in one.comments:
        quotes = comment.quotes if numbered or one.paragraph is None else numbered_apart(comment.quotes)[1]
        yield Particular(ParticularKind.COMMENT, (_short(quotes), comment.text))


def particulars_said(particulars: Iterable[Particular], words: Catalog) -> Iterator[str]:
    """Particulars in words, a line each."""
    for one in particulars:
        match one.kind, one.texts:
            case ParticularKind.COMMENT, ("", comment):
                yield words.gettext("Comment: {comment}").format(comment=comment)
            case ParticularKind.COMMENT, (quotes, comment):
                pattern = words.pgettext("words and a comment on them", "On “{quotes}”: {comment}")
                yield pattern.format(quotes=quotes, comment=comment)
            case ParticularKind.REMOVAL, (text,):
                yield words.gettext("To be left out: “{text}”").format(text=text)
            case ParticularKind.MOVE, (text,):
                yield words.gettext("To stand elsewhere: “{text}”").format(text=text)
            case ParticularKind.MADE_OTHERWISE, (before, after):
                pattern = words.gettext("In what the program makes: “{before}” to read “{after}”")
                yield pattern.format(before=before, after=after)
            case ParticularKind.MADE_REMOVAL, (text,):
                yield words.gettext("To be left out of what the program makes: “{text}”").format(text=text)
            case ParticularKind.FLAGS, flags:
                said = (NOT_OWN, *(FLAG_SENTENCES[Flag(flag)] for flag in flags))
                yield " ".join(map(words.gettext, said))
            case _:
                yield from one.texts


def remark_said(request: CorrectionRequest, words: Catalog) -> str:
    """What a recorded request says beside the words of its paragraph, in the reader's language."""
    added = (added_said(request.text, words),) if request.addition else ()
    return "\n".join(filter(None, (*added, *particulars_said(request.particulars, words), request.note)))


def _short(text: str, most: int = 120) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def line_said(one: ReadCorrection, words: Catalog) -> str:
    """A correction on one line."""
    pattern = words.pgettext("a row of a table, and what becomes of it", "{where}: {fate}")
    head = pattern.format(where=where_said(one, words), fate=words.gettext(ASKING_LABELS[one.asking]))
    said = (head, one.after if one.asking is Asking.WORDS else "", note_said(one, words), to_know_said(one, words))
    return words.pgettext("facts in a row", " · ").join(" ".join(part.split()) for part in said if part)


def counts_said(corrections: Iterable[ReadCorrection], words: Catalog) -> str:
    """How many corrections ask for what."""
    counts = Counter(one.asking for one in corrections)
    pattern = words.pgettext("what is counted, and how many", "{what}: {n}")
    counted = (
        pattern.format(what=words.gettext(ASKING_LABELS[asking]), n=words.number(counts[asking]))
        for asking in Asking
        if counts[asking]
    )
    return words.pgettext("facts in a row", " · ").join(counted)
