"""Documents: a frozen paper in, the bytes of a PDF out. The only package that knows ReportLab."""

from nmirf_desktop.domain.papers import AgendaPaper, MinutesPaper, Paper, RecordPaper
from nmirf_desktop.i18n import Catalog


def typeset(paper: Paper, words: Catalog, *, large: bool = False) -> bytes:
    """A paper as a tagged, archivable file in the language of *words*; *large* sets its body at 16 points.

    The same paper in the same version of the program gives the same bytes. ReportLab is loaded by the first call.
    Raises :class:`nmirf_desktop.domain.refusals.Problem` for a character that no shipped font has.
    """
    match paper:
        case AgendaPaper():
            from nmirf_desktop.documents import agenda

            return agenda.typeset(paper, words, large=large)
        case MinutesPaper():
            from nmirf_desktop.documents import minutes

            return minutes.typeset(paper, words, large=large)
        case RecordPaper():
            from nmirf_desktop.documents import record

            return record.typeset(paper, words, large=large)
