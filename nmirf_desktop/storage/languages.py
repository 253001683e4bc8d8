"""Texts out for translation, and words added to the dictionaries, on disk."""

from nmirf_desktop.domain.known_words import KnownWord
from nmirf_desktop.domain.translation_orders import TranslationOrder
from nmirf_desktop.storage.base import link
from nmirf_desktop.storage.rows import Rows

ORDERS = Rows("translation_order", TranslationOrder, meeting=link("meeting", indexed=True))
KNOWN_WORDS = Rows("known_word", KnownWord)
