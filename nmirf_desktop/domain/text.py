"""One content in three languages, and how ready each of its texts is."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Self

from nmirf_desktop.i18n import N_, Language, catalog

UNTRANSLATED = N_("[text not available in English]")
"""What stands before an original that is printed in another language's document."""
_BLANKS = re.compile(r"[ \t\r\n\v\f\x85\u2028\u2029]+")
"""Blanks and line ends; a no-break space is none, because the writer means it."""


_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_ADDRESS = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def writable(text: str) -> str:
    """*text* without what no document of XML can hold; whatever ends a line, such as a vertical tab, is a line end."""
    return _UNWRITABLE.sub("", _BREAKS.sub("\n", text))


def one_line(text: str) -> str:
    """*text* on one line, with single spaces between its words: what was pasted from a page has neither."""
    return _BLANKS.sub(" ", text).strip(" ")


class TextState(StrEnum):
    """How ready the text of one language is."""

    MISSING = "missing"
    DRAFT = "draft"
    REVIEWED = "reviewed"
    OUTDATED = "outdated"


def is_missing(text: str, language: Language) -> bool:
    """Whether the text of a language is not there: it is empty, or says itself that a part of it is not."""
    return not text.strip() or ("[" in text and catalog(language).gettext(UNTRANSLATED) in text)


@lru_cache(maxsize=8192)
def digest(text: str) -> str:
    """A short digest of a source text: what a translation was made from."""
    import hashlib  # brings OpenSSL: not before the window is painted

    return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Trilingual:
    """A text in English, French and Spanish; one of the three is the source of the others.

    ``reviewed`` holds the languages whose text was reviewed, in order and comma-separated ("en,fr");
    ``basis_*`` is the digest of the source from which a translation was made, so that *outdated* is derived
    and goes away when the source is put back. A text in which the program had to say that words of it are not there in
    the language (:data:`UNTRANSLATED`) is missing until somebody writes them.
    """

    en: str = ""
    fr: str = ""
    es: str = ""
    source: Language = Language.EN
    reviewed: str = ""
    basis_en: str = ""
    basis_fr: str = ""
    basis_es: str = ""

    @classmethod
    def final(cls, en: str, fr: str, es: str, source: Language = Language.EN) -> Self:
        """Three texts that agree and were reviewed, as shipped texts are."""
        basis = digest({Language.EN: en, Language.FR: fr, Language.ES: es}[source])
        marks = {f"basis_{language}": basis for language in Language if language is not source}
        return cls(en, fr, es, source, "en,fr,es", **marks)

    def __getitem__(self, language: Language) -> str:
        """The text of one language, empty where it is missing: never another language's."""
        match language:
            case Language.EN:
                return self.en
            case Language.FR:
                return self.fr
            case Language.ES:
                return self.es

    def __bool__(self) -> bool:
        return bool(self.en or self.fr or self.es)

    @property
    def original(self) -> str:
        """The text of the source language."""
        return self[self.source]

    def best(self, language: Language) -> str:
        """The text of one language, else the original, else whatever there is: for the eyes, never for a document."""
        return self[language] or self.original or self.en or self.fr or self.es

    def basis(self, language: Language) -> str:
        """The digest of the source from which the text of *language* was made."""
        match language:
            case Language.EN:
                return self.basis_en
            case Language.FR:
                return self.basis_fr
            case Language.ES:
                return self.basis_es

    def state(self, language: Language) -> TextState:
        """How ready the text of *language* is."""
        if is_missing(self[language], language):
            return TextState.MISSING
        if language is not self.source and self.basis(language) != digest(self.original):
            return TextState.OUTDATED
        return TextState.REVIEWED if language in self.reviewed.split(",") else TextState.DRAFT

    def states(self) -> dict[Language, TextState]:
        """The state of each language."""
        return {language: self.state(language) for language in Language}

    def with_text(self, language: Language, text: str) -> Self:
        """The same content with another text in one language, a draft made from today's source.

        One that is written where no other language has any is the original.
        """
        if text == self[language]:
            return self
        reviewed = ",".join(name for name in self.reviewed.split(",") if name and name != language)
        changes: dict[str, object] = {str(language): text, "reviewed": reviewed}
        if language is not self.source:
            changes[f"basis_{language}"] = digest(self.original)
        new = replace(self, **changes)  # type: ignore[arg-type]
        alone = bool(text) and not any(self[other] for other in Language if other is not language)
        return new.with_source(language) if alone and language is not self.source else new

    def with_review(self, language: Language) -> Self:
        """The same content with the text of one language marked as reviewed against today's source."""
        names = {*self.reviewed.split(","), str(language)} - {""}
        changes: dict[str, object] = {"reviewed": ",".join(str(known) for known in Language if known in names)}
        if language is not self.source:
            changes[f"basis_{language}"] = digest(self.original)
        return replace(self, **changes)  # type: ignore[arg-type]

    def on_one_line(self) -> Self:
        """The same content, each text on one line; what agreed with its source agrees with it still."""
        texts = {str(language): one_line(self[language]) for language in Language}
        if all(text == self[language] for language, text in zip(Language, texts.values(), strict=True)):
            return self
        before, now = digest(self.original), digest(texts[self.source])
        bases = {f"basis_{language}": now for language in Language if self.basis(language) == before}
        return replace(self, **texts, **bases)  # type: ignore[arg-type]

    def with_paragraph(self, more: "Trilingual") -> "Trilingual":
        """The same content with one more paragraph in each language that it has.

        What agreed with its original agrees with it still, drafts stay drafts, and what is missing stays so.
        """
        if not self:
            return more
        return self.with_texts({one: f"{self[one]}\n{more[one]}" if self[one] else "" for one in Language})

    def with_passage(self, before: "Trilingual", after: "Trilingual") -> Self:
        """The same content with a paragraph in other words, in each language in which it stands as it was *before*.

        Where nothing comes *after* it the paragraph goes. States stay as in :meth:`with_paragraph`.
        """
        texts = {one: _otherwise(self[one], before[one], after[one]) for one in Language}
        return self if all(texts[one] == self[one] for one in Language) else self.with_texts(texts)

    def with_texts(self, texts: Mapping[Language, str]) -> Self:
        """The same content in other words: what agreed with the original agrees with it still, and is as ready."""
        basis = digest(texts[self.source])
        bases = {
            f"basis_{one}": self.basis(one) if self.state(one) is TextState.OUTDATED else basis
            for one in Language
            if one is not self.source and self[one]
        }
        return replace(self, **{str(one): text for one, text in texts.items()}, **bases)  # type: ignore[arg-type]

    def led(self) -> Self:
        """The same content led by a text that is there: by the first one, where the original is missing."""
        there = next((language for language in Language if not is_missing(self[language], language)), self.source)
        return self.with_source(there) if is_missing(self.original, self.source) and there is not self.source else self

    def with_source(self, language: Language) -> Self:
        """The same content with another source language; the other texts count as made from it."""
        new = replace(self, source=language)
        basis = digest(new.original)
        return replace(
            new,
            basis_en=basis if language is not Language.EN and new.en else "",
            basis_fr=basis if language is not Language.FR and new.fr else "",
            basis_es=basis if language is not Language.ES and new.es else "",
        )


def same_in_each(text: Trilingual, before: Trilingual) -> Trilingual:
    """A text whose original is a web address alone, also in each language that has none or has still the one *before*.

    An address that all have needs no reading. A language that has another keeps it, and where two get different ones
    at once, a third keeps that before. Where words stand in one language, each is as it is.
    """
    address, was = text.original.strip(), before.original.strip()
    each = {one: text[one].strip() for one in Language}
    if not address or any(one and not _ADDRESS.fullmatch(one) for one in each.values()):
        return text
    changed = {each[one] for one in Language if each[one] not in ("", before[one].strip())}
    filled = [one for one in Language if not each[one] or (each[one] == was and changed <= {address})]
    if all(one in filled or each[one] == address for one in Language):
        return Trilingual.final(address, address, address, text.source)
    for one in filled:
        text = text.with_text(one, address)
    return text


def _otherwise(text: str, before: str, after: str) -> str:
    """A text in which a paragraph is put in other words, or goes; one that has no such paragraph is itself."""
    lines = text.split("\n")
    if not before or before not in lines:
        return text
    changed = (after if line == before else line for line in lines)
    return "\n".join(line for was, line in zip(lines, changed, strict=True) if line or was != before)


def lacks_language(texts: Iterable[Trilingual]) -> bool:
    """Whether one of some texts lacks a language, or is older in one than its original; an empty text is none."""
    unready = {TextState.MISSING, TextState.OUTDATED}
    return any(not unready.isdisjoint(text.states().values()) for text in texts if text)
