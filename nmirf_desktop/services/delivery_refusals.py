"""Why what is said of a delivery is not recorded, a sentence for each reason."""

from collections.abc import Mapping

from nmirf_desktop.domain.dispatches import Happening
from nmirf_desktop.i18n import N_

AHEAD = N_("That moment lies ahead. Give the day and the hour at which it happened.")
TOO_EARLY = N_("It was prepared only later, on {day} at {time}. Give the day and the hour at which it happened.")
NOT_SENT = N_("Nothing was sent to {name} yet: record that first. Nothing was changed.")
SENT_AGAIN = N_(
    "What went to {name} did not arrive, as was reported on {day} at {time}: if it was sent again since, choose that "
    "recipient alone and give the later moment. Nothing was recorded."
)
SENT_SINCE = N_(
    "It was sent to {name} again after that moment, so that it cannot be the later sending that failed then. Nothing "
    "was recorded; give the moment at which the later one came back."
)
ACKNOWLEDGED_BEFORE = N_(
    "{name} acknowledged it on {day} at {time}, so that it had been sent by then, and no sending before that is "
    "recorded. Give the earlier moment at which it was sent. Nothing was recorded."
)
FAILED_BEFORE = N_(
    "What went to {name} did not arrive, as was reported on {day} at {time}, and no sending before that is recorded. "
    "Give the earlier moment at which it was sent; if it was sent again since, record that afterwards. Nothing was "
    "recorded."
)
SENT_ONLY_THEN = N_(
    "As is recorded, it was sent to {name} only on {day} at {time}. Give a later moment, or take that sending back and "
    "record it at its own. Nothing was recorded."
)
REMINDED_BEFORE = N_(
    "A reminder of it had gone to {name} by {day} at {time}, so that it had been sent itself before that, and no "
    "sending before that is recorded. Give the earlier moment at which it was sent. Nothing was recorded."
)
FIRST_ONLY_THEN = N_(
    "It reminds {name} of what is recorded as sent only on {day} at {time}. Give a later moment, or take that first "
    "sending back and record it at its own. Nothing was recorded."
)
OUT_OF_TURN: Mapping[Happening, str] = {
    Happening.SENT: SENT_ONLY_THEN,
    Happening.FAILED: FAILED_BEFORE,
    Happening.ACKNOWLEDGED: ACKNOWLEDGED_BEFORE,
}
"""What is said where something cannot have happened then, by what is recorded that it contradicts."""
