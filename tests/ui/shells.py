"""What a test of the program leaves behind: its windows and its shell are gone when it is over."""

from nmirf_desktop.app import Application
from nmirf_desktop.i18n import Language
from nmirf_desktop.ui.shell import Shell


def close(application: Application) -> None:
    """Close the register's window, and the first page that comes after it."""
    application.first_page()
    page = application._first
    assert page is not None
    page.close()
    page.deleteLater()


def let_go(shell: Shell) -> None:
    """Have the parts of a shell gone, which :func:`make_shell` gives to the application to keep.

    They would stay to the end of the run, with all that hears them: a translator that Qt asks for each of its words,
    and the registers that were shown. The next test begins in English.
    """
    shell.memory.changed.disconnect()
    shell.language.switch(Language.EN)
    for part in (shell.memory, shell.language, shell.alerts, shell.jobs, shell.feed):
        part.deleteLater()
