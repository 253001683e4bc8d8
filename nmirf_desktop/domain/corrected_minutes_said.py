"""What members ask for in corrected minutes, in words: for the list, the command line, and what is recorded."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from nmirf_desktop.domain.corrected_minutes import Asking, Flag, ReadCorrection
from nmirf_desktop.domain.lengths import LONGEST
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
    for comment in one.comments:
        if comment.quotes:
            pattern = words.pgettext("words and a comment on them", "On “{quotes}”: {comment}")
            yield pattern.format(quotes=_short(comment.quotes), comment=comment.text)
        else:
            yield words.gettext("Comment: {comment}").format(comment=comment.text)


def note_said(one: ReadCorrection, words: Catalog) -> str:
    """What is recorded beside the words that are asked for: what is asked for otherwise, and what is remarked."""
    return _short("\n".join((*_act_said(one, words), *comments_said(one, words))), LONGEST["note"])


def _act_said(one: ReadCorrection, words: Catalog) -> Iterator[str]:
    match one.asking:
        case Asking.REMOVAL:
            yield words.gettext("To be left out: “{text}”").format(text=_short(one.before, SHOWN))
        case Asking.MOVE:
            yield words.gettext("To stand elsewhere: “{text}”").format(text=_short(one.before, SHOWN))
        case Asking.ADDITION:
            yield words.gettext("To be added after the paragraph: “{text}”").format(text=one.after)
        case Asking.GENERATED if one.after:
            pattern = words.gettext("In what the program makes: “{before}” to read “{after}”")
            yield pattern.format(before=one.before, after=one.after)
        case Asking.GENERATED if Flag.NUMBER in one.flags or Flag.JOINED in one.flags:
            yield to_know_said(one, words)
        case Asking.GENERATED:
            yield words.gettext("To be left out of what the program makes: “{text}”").format(text=one.before)
        case Asking.REMARK if one.after:
            yield one.after
        case _:
            pass


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
