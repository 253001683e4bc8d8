"""What was written by hand in annual reviews, on disk."""

from nmirf_desktop.domain.annual_review import ReviewText
from nmirf_desktop.storage.rows import Rows

REVIEW_TEXTS = Rows("review_text", ReviewText, unique=("first", "last", "slot"))
