"""In which encoding a text was saved, where the file does not say it."""

import codecs
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_WESTERN = (("cp1252", "Windows-1252"), ("mac_roman", "Mac OS Roman"), ("cp850", "DOS 850"), ("latin_1", "ISO 8859-1"))
_OTHERS = {
    "cp1250": "Windows-1250",
    "cp1251": "Windows-1251",
    "cp1253": "Windows-1253",
    "cp1254": "Windows-1254",
    "cp1255": "Windows-1255",
    "cp1256": "Windows-1256",
    "koi8_r": "KOI8-R",
    "gb18030": "GB 18030",
}
_LETTERS = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŸŒßšžŠŽ")
_SIGNS = frozenset("’“”«»–—…º°ª¿¡·€§\u00a0")
_SAMPLE = 1 << 16
_LIKELY = 0.9
"""The least share of a text's signs beyond ASCII that stand where western languages put them."""
_EVERY_OTHER = 0.3
_FEW_WRONG = 5
"""A text is still UTF-8 where it has more than so many signs beyond ASCII for each byte that is wrong."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the name of its encoding, and whether that was guessed."""

    text: str
    encoding: str
    guessed: bool = False


def decoded(content: bytes) -> Decoded:
    """The text of a file: as its mark says, else strictly UTF-8, UTF-16 with every other byte nought, or a guess.

    A guess is UTF-8 with a few bytes that are not; the western encoding in which letters beyond ASCII stand as the
    western languages have them; or, where none does, what ``charset-normalizer`` says. What does not fit in the end
    becomes U+FFFD.
    """
    for mark, codec, name in _MARKS:
        if content.startswith(mark) and (text := _strictly(content[len(mark) :], codec)) is not None:
            return Decoded(text, name)
    text = _strictly(content, "utf-8")
    sixteen = _sixteen_bits(content[:_SAMPLE])
    if text is not None and not sixteen:
        return Decoded(text, "UTF-8")
    if sixteen:
        return Decoded(content.decode(sixteen, errors="replace"), "UTF-16", guessed=True)
    return _broken(content) or _guessed(content)


def _broken(content: bytes) -> Decoded | None:
    """UTF-8 with a few bytes that are not, as when a file was put together from two."""
    text = content.decode("utf-8", errors="replace")
    wrong = text.count("\ufffd")
    beyond = sum(not sign.isascii() for sign in text[:_SAMPLE])
    return Decoded(text, "UTF-8", guessed=True) if beyond > _FEW_WRONG * wrong else None


def _strictly(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(codec)
    except UnicodeDecodeError:
        return None


def _sixteen_bits(sample: bytes) -> str:
    """The codec of UTF-16 without a mark, by the half of the bytes in which ASCII has its noughts; "" for none."""
    little, big = sample[1::2].count(0), sample[::2].count(0)
    if max(little, big) < max(_EVERY_OTHER * len(sample), 1) or min(little, big) > max(little, big) // 10:
        return ""
    return "utf-16-le" if little > big else "utf-16-be"


def _guessed(content: bytes) -> Decoded:
    sample = content[:_SAMPLE]
    likely = {codec: _likelihood(text) for codec, _ in _WESTERN if (text := _strictly(sample, codec)) is not None}
    codec, name = max(_WESTERN, key=lambda western: likely.get(western[0], 0.0))
    if likely.get(codec, 0.0) < _LIKELY:
        codec, name = _foreign(sample) or (codec, name)
    return Decoded(content.decode(codec, errors="replace"), name, guessed=True)


def _foreign(sample: bytes) -> tuple[str, str] | None:
    """What ``charset-normalizer`` takes the text for, among the encodings that offices use beside the western ones."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample[: sample.rfind(b"\n") + 1 or None], cp_isolation=[*_OTHERS]).best()
    return (best.encoding, _OTHERS[best.encoding]) if best is not None and best.encoding in _OTHERS else None


def _likelihood(text: str) -> float:
    """The share of signs beyond ASCII that look at home: 1 where all do, or there is none."""
    judged = [*_at_home(text)]
    return sum(judged) / len(judged) if judged else 1.0


def _at_home(text: str) -> Iterator[bool]:
    """Of each sign beyond ASCII, whether it is one of a western text and stands where it could.

    A letter has a plain letter near it; it is no capital in a small word; only an apostrophe stands inside a word.
    """
    for place, sign in enumerate(text):
        if sign.isascii():
            continue
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        if sign in _LETTERS:
            near = text[max(place - 2, 0) : place + 3]
            yield any(letter.isascii() and letter.isalpha() for letter in near) and not (
                sign.isupper() and before.islower()
            )
        else:
            inside = before.isalpha() and after.isalpha()
            yield sign in _SIGNS and (sign in "’\u00a0" or not inside or unicodedata.category(sign) == "Lo")
