"""Where the files that ship with the program lie: in a checkout, an installed wheel or a frozen build."""

import sys
from functools import cache
from pathlib import Path

APPLICATION, TITLE = "nmirf-desktop", "NMIRF Desktop"
"""The program's name in paths and settings, and the one that people read."""


@cache
def _root() -> Path:
    """The folder that holds ``resources/`` and ``i18n/``."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen)
    package = Path(__file__).parent
    shipped = package / "_bundled"
    return shipped if shipped.is_dir() else package.parent


def bundled(name: str) -> Path:
    """The path of a shipped file or folder, such as ``resources/states.csv`` or ``i18n``."""
    return _root() / name


def user_data() -> Path:
    """The user's own folder for backups and sample registers; made by whoever writes there."""
    import platformdirs

    return Path(platformdirs.user_data_dir(APPLICATION, appauthor=False))


def documents_folder() -> Path:
    """The folder in which the user expects new registers and exports; the home folder where it was never made."""
    import platformdirs

    folder = Path(platformdirs.user_documents_dir())
    return folder if folder.is_dir() else Path.home()
