"""The totals of announced votes without names, put right with their reason: hands, and the papers of a secret ballot.

Nobody is named and no paper is told from another: what is kept are the totals before and after, as the Chair
announced both.
"""

from nmirf_desktop.domain.casting import after
from nmirf_desktop.domain.changes import Subject
from nmirf_desktop.domain.corrected_totals import Totals, TotalsCorrection, corrected
from nmirf_desktop.domain.corrections import Correction
from nmirf_desktop.domain.periods import Key
from nmirf_desktop.domain.voting import HandCount
from nmirf_desktop.i18n import N_
from nmirf_desktop.services.turned import turn, warned
from nmirf_desktop.storage.base import new_key
from nmirf_desktop.storage.store import Moment, Store, utc_now
from nmirf_desktop.storage.voting import TOTALS_CORRECTIONS, VOTES


class CorrectedTotals:
    """What was mis-counted or mis-keyed in the register's votes without names."""

    def __init__(self, store: Store, clock: Moment = utc_now) -> None:
        self._store = store
        self._clock = clock

    def correct(self, key: Key, right: Totals, reason: str) -> None:
        """Put the totals of a closed vote right; what was announced is kept beside them (part E).

        A correction that turns the outcome takes the decision and the text with it. What stands already is not
        written again.

        Raises:
            Refusal: the vote has names or is open, or the Committee rests on the decision that would go.
            Problem: the reason is missing, or the numbers cannot all be true.
        """
        with self._store.write(N_("correct the record of a vote"), Subject.VOTES) as session:
            held = VOTES.get(session, key)
            now = corrected(held, right, reason)
            if now == held:
                return
            at = after(held, TOTALS_CORRECTIONS.all(session, vote=key), self._clock())
            kept = TotalsCorrection(new_key(), key, at, reason.strip(), held.hands or HandCount(0, 0, 0), held.papers)
            TOTALS_CORRECTIONS.save(session, kept)
            VOTES.save(session, now)
            turn(session, (held, ()), (now, ()))

    def foresee(self, key: Key, right: Totals) -> Correction:
        """What a correction of the totals would do.

        Raises:
            Refusal, Problem: as :meth:`correct`. A reason that is still missing is no matter here.
        """
        with self._store.read() as session:
            held = VOTES.get(session, key)
            return warned(session, (held, ()), (corrected(held, right, "…"), ()))
