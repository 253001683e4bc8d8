"""Why nothing is recorded of a message that came back, a sentence for each reason."""

from collections.abc import Mapping

from nmirf_desktop.domain.dispatches import Happening
from nmirf_desktop.i18n import N_

NOT_OURS = N_(
    "“{name}” belongs to no dispatch of this register: no number, document or subject in it is of one that went to its "
    "address. Nothing was recorded; attach it to a State or a meeting if it is a letter."
)
UNSENT = N_("“{name}” is the message as it was prepared, not as it was sent. Nothing was recorded; drop the sent copy.")
DISCARDED = N_(
    "“{name}” is a message of a dispatch that was discarded, or is about one. Nothing was recorded; if it was sent all "
    "the same, attach it to the meeting or the State as proof."
)
DELAYED = N_("“{name}” says that a message is still on its way to {address}. Nothing was recorded.")
OTHER_SENDER = N_(
    "“{name}” has what a dispatch of this register has, but it was sent from {origin}, and the dispatch is from "
    "{sender}. Nothing was recorded; record it by hand if it is the same."
)
STRANGER = N_(
    "“{name}” answers a message of a dispatch, but it came from {origin}, to whom nothing was sent. Nothing was "
    "recorded; record by hand whose acknowledgement it is."
)
AUTOMATIC = N_(
    "“{name}” was written by a program and by no person, such as while somebody is away: it acknowledges nothing. "
    "Nothing was recorded."
)
AWAY = N_(
    "“{name}” has the subject of an automatic answer, “{subject}”: it acknowledges nothing by itself. Nothing was "
    "recorded; if a person wrote it, record the acknowledgement by hand."
)
OWN = N_("“{name}” is the secretariat’s own and acknowledges nothing. Nothing was recorded.")
UNDATED = N_("“{name}” has no date that can be read. Nothing was recorded; record it by hand.")
DATED_AHEAD = N_(
    "“{name}” is dated {day} at {time}, which lies ahead. Nothing was recorded; record it by hand, with the hour at "
    "which it happened."
)
DATED_BEFORE = N_(
    "“{name}” is dated {day} at {time}, before the dispatch was prepared. Nothing was recorded; record it by hand, "
    "with the hour at which it happened."
)
OF_EARLIER = N_(
    "“{name}” says that something did not arrive on {day} at {time}, before it was sent again. Nothing was recorded; "
    "if it is about the later sending, record it by hand, with a later moment."
)
REPLIED_BEFORE: Mapping[Happening, str] = {
    Happening.ACKNOWLEDGED: N_(
        "“{name}” is dated after {whom} acknowledged it, on {day} at {time}, and no sending before that is recorded. "
        "Nothing was recorded; record by hand, with the earlier moment, that it was sent."
    ),
    Happening.FAILED: N_(
        "“{name}” is dated after what went to {whom} was reported not to have arrived, on {day} at {time}, and no "
        "sending before that is recorded. Nothing was recorded; record by hand first, with the earlier moment, that it "
        "was sent."
    ),
}
"""Of a sent copy that is later than a reply to what it shows."""
REMINDED_BEFORE = N_(
    "“{name}” is dated after a reminder of it had gone to {whom}, by {day} at {time}, and no sending before that is "
    "recorded. Nothing was recorded; record by hand, with the earlier moment, that it was sent."
)
"""Of a sent copy that is later than what reminds of it, or than a reply to that."""
UNREADABLE = N_("“{name}” cannot be read. Nothing was recorded; check the rights of the file and the medium.")
TOO_LARGE = N_("“{name}” is too large for a message that could be read. Nothing was recorded; record it by hand.")
ABOUT_ANOTHER = N_("“{name}” is about another message: “{subject}”. Nothing was recorded.")
ABOUT_UNKNOWN = N_("“{name}” is about another message, which no dispatch of this register has. Nothing was recorded.")
NAMES_STRANGER = N_(
    "“{name}” is about a message of a dispatch, but names {address}, to which nothing of it was sent. Nothing was "
    "recorded; record by hand whose message it is."
)
REPORTS_NOTHING = N_(
    "“{name}” is a report that says neither that a message did not arrive nor that it was read. Nothing was recorded."
)
REPORT_OF_UNSENT = N_(
    "“{name}” is about {address}, and nothing that it can be about is recorded as sent there. Nothing was recorded; if "
    "it was sent, record that first."
)
ANSWER_TO_UNSENT = N_(
    "“{name}” came from {address}, and {symbols} is not recorded as sent there: it acknowledges nothing. Nothing was "
    "recorded; if it was sent, record that first."
)
LEFT_UNSENT = N_(
    "What this message can be about is not recorded as sent: the sent copy beside it was left out, or not recorded. "
    "Nothing was recorded; record the sending first, and take the message in again."
)
CLAIMED_BEFORE = N_(
    "This very message is recorded already, as that of somebody else. Nothing more was recorded; if that was a "
    "mistake, choose it in the log, take it back with “Take back what was recorded”, and take the message in again."
)
ELSEWHERE = N_(
    "“{name}” is a message of a dispatch, but it went to {address}, for whom it was not prepared. Nothing was "
    "recorded; record it by hand if it is right so."
)
WITHOUT_FILES = N_(
    "“{name}” was sent without {files}, or that was removed from this copy of it. Nothing was recorded; if it was sent "
    "whole, record it by hand. It is the message to {whom}."
)
OTHER_FILES = N_(
    "What is in “{name}” is not {files} as issued: its SHA-256 is another. Nothing was recorded; look at what was "
    "sent. It is the message to {whom}."
)
STILL_RECORDED: Mapping[str, str] = {
    WITHOUT_FILES: N_(
        "“{name}” was sent without {files}, or that was removed from this copy of it. It is the message to {whom}, and "
        "it is recorded as sent on {day} at {time}: that stays. If it went without, choose it in the log and take that "
        "back with “Take back what was recorded”."
    ),
    OTHER_FILES: N_(
        "What is in “{name}” is not {files} as issued: its SHA-256 is another. It is the message to {whom}, and it is "
        "recorded as sent on {day} at {time}: that stays. If it went so, choose it in the log and take that back with "
        "“Take back what was recorded”."
    ),
}
"""The same of what is recorded as sent."""
LOOKS_UNDELIVERED = N_(
    "“{name}” looks like a report that a message did not arrive at {address}. Nothing was recorded; read it, and "
    "record by hand that it did not arrive if that is what it says."
)
LOOKS_UNDELIVERED_SOMEWHERE = N_(
    "“{name}” looks like a report that a message did not arrive; no address in it is one to which something was sent. "
    "Nothing was recorded; read it, and record by hand that it did not arrive if that is what it says."
)
