"""What arrives from outside: files chosen, dropped or pasted, and what an e-mail among them says of itself."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from nmirf_desktop.domain.attachments import MAIL, Filing, NewFile, check_beside
from nmirf_desktop.domain.filenames import safe_name, suffix_of
from nmirf_desktop.domain.refusals import Problem
from nmirf_desktop.exchange.picked_files import read_file, written


@dataclass(frozen=True, slots=True)
class Arrival:
    """Files that arrived together, the e-mail itself before what it brought.

    *day*, *subject* and *sender* are those of the first e-mail among them, whose *mails* are counted; *problems* say
    which files were not read.
    """

    files: tuple[NewFile, ...]
    day: datetime.date | None = None
    subject: str = ""
    sender: str = ""
    mails: int = 0
    problems: tuple[Problem, ...] = ()

    def filed_as(self, filing: Filing) -> tuple[NewFile, ...]:
        """The files filed as what they are, dated by the e-mail that brought them."""
        return tuple(replace(file, filing=filing, dated=file.dated or self.day) for file in self.files)

    def joined(self, later: "Arrival") -> "Arrival":
        """These files and those that arrived *later*; the first e-mail of all says day, subject and sender."""
        first = self if self.mails else later
        said = replace(first, files=self.files + later.files, mails=self.mails + later.mails)
        return replace(said, problems=self.problems + later.problems)


def read_all(paths: Iterable[Path], filing: Filing = Filing.OTHER) -> Arrival:
    """Read files as they are, e-mails too.

    Those that cannot be read, or are too many or too large beside those before them, are told; the others are there.
    """
    files: list[NewFile] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            check_beside(files, safe_name(written(path.name)))
            name, content = read_file(path)
            check_beside(files, name, len(content))
        except Problem as problem:
            problems.append(problem)
        else:
            files.append(NewFile(name, content, filing))
    return Arrival(tuple(files), problems=tuple(problems))


def opened(arrival: Arrival) -> Arrival:
    """What arrived, with what its e-mails say and bring; one that cannot be read is a file like any other."""
    from nmirf_desktop.exchange.mail import read_mail

    files: list[NewFile] = []
    mails = []
    for file in arrival.files:
        files.append(file)
        if suffix_of(file.name) != MAIL:
            continue
        try:
            mail = read_mail(file.name, file.content)
        except Problem:
            continue
        mails.append(mail)
        day = mail.day()
        files[-1] = replace(file, dated=day)
        files += [NewFile(one.name, one.content, file.filing, day) for one in mail.files]
    if not mails:
        return arrival
    first = mails[0]
    said = replace(arrival, day=first.day(), subject=first.subject, sender=first.sender)
    return replace(said, files=tuple(files), mails=len(mails))
