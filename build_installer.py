"""Build the program for this system: ``python3 build_installer.py [FOLDER]`` makes ``FOLDER/nmirf-desktop`` (``dist``).

PyInstaller runs in an environment of its own, made from ``requirements-dev.lock``; what the program never loads is
left out; the result is started once: its version, a new register, a sample and its documents. The last line printed
names the folder and its size. Exit code 2: something is missing that cannot be installed; 1: what was built is broken.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import dev

NAME = "nmirf-desktop"
BUILD = dev.ROOT / "build" / "installer"
# Files beside the code, by where the program looks for them.
DATA = {
    "resources": "resources",
    "i18n": "i18n",
    "nmirf_desktop/storage/migrations": "nmirf_desktop/storage/migrations",  # Alembic reads revisions as files
    "LICENSE": ".",
}
# Loaded by name: Alembic's revisions, and what is imported where it is used.
HIDDEN = ("alembic.op", "alembic.context", "logging.config", "sqlalchemy.dialects.sqlite")
EXCLUDED = (
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtTest",
    "hypothesis",
    "mypy",
    "pytest",
    "setuptools",
    "tkinter",
)
# Removed from the environment before anything is collected, so that what only these need is not collected either.
# Qt's ICU data stay: without them it does not start.
PRUNED = (
    "PySide6/Qt/qml",
    "PySide6/Qt/plugins/egldeviceintegrations",
    "PySide6/Qt/plugins/generic",
    "PySide6/Qt/plugins/imageformats/*q[!sij]*",  # .svg, .ico, .jpeg stay; PNG is built in
    "PySide6/Qt/plugins/networkinformation",
    "PySide6/Qt/plugins/platforminputcontexts/*virtualkeyboard*",
    "PySide6/Qt/plugins/platforms/*eglfs*",
    "PySide6/Qt/plugins/platforms/*linuxfb*",
    "PySide6/Qt/plugins/platforms/*minimal*",
    "PySide6/Qt/plugins/platforms/*vkkhrdisplay*",
    "PySide6/Qt/plugins/platforms/*vnc*",
    "PySide6/Qt/plugins/platforms/*wayland*",
    "PySide6/Qt/plugins/platformthemes/*gtk3*",
    "PySide6/Qt/plugins/tls",
    "PySide6/Qt/plugins/wayland-*",
    "PIL/_avif*",
    "PIL/_webp*",
)
LOCALES = ("root", "en", "en_001", "en_GB", "es", "es_419", "fr")
TRANSLATED = ("qtbase_es", "qtbase_fr")
HYPHENATED = ("hyph_en_GB", "hyph_en_US", "hyph_es", "hyph_fr")


def environment() -> str:
    """The interpreter of a clean environment with PyInstaller in it, and without what is never loaded."""
    if sys.platform.startswith("linux"):
        tools = [] if shutil.which("objdump") else ["binutils"]
        if sys.base_prefix == "/usr" and not dev.loads(f"libpython{dev.THIS}.so.1.0"):
            tools.append(f"libpython{dev.THIS}")  # Debian's interpreter does without; PyInstaller does not
        dev.install_system(dev.lacking(testing=False) + tools)
    place = BUILD / "environment"
    if not dev.fresh(place, dev.LOCK_FOR_TESTS):
        dev.make_environment(place, sys.executable, dev.LOCK_FOR_TESTS)
    python = dev.interpreter(place)
    purelib = subprocess.check_output(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], text=True
    )
    prune(Path(purelib.strip()))
    return python


def prune(packages: Path) -> None:
    """Remove what the program never loads from installed packages."""
    for path in [path for pattern in PRUNED for path in packages.glob(pattern)]:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for folder, pattern, kept in (
        ("babel/locale-data", "*.dat", LOCALES),
        ("pyphen/dictionaries", "*.di?", HYPHENATED),
        ("PySide6/Qt/translations", "*.qm", TRANSLATED),
    ):
        for path in (packages / folder).glob(pattern):
            if path.stem not in kept:
                path.unlink()


def collect(python: str, folder: Path) -> Path:
    """Let PyInstaller collect the program; the folder that it makes."""
    dev.compile_catalogues(python)
    command = [python, "-m", "PyInstaller", "--onedir", "--noconfirm", "--clean", "--log-level=WARN", f"--name={NAME}"]
    command += [f"--distpath={folder}", f"--workpath={BUILD / 'work'}", f"--specpath={BUILD}", f"--paths={dev.ROOT}"]
    command += ["--collect-submodules=nmirf_desktop", "--collect-all=tzdata"]
    command += ["--collect-data=docx", "--collect-binaries=hunspell"]  # what an empty document is made of; the speller
    command += [f"--add-data={dev.ROOT / source}{os.pathsep}{target}" for source, target in DATA.items()]
    command += [f"--hidden-import={name}" for name in HIDDEN]
    command += [f"--exclude-module={name}" for name in EXCLUDED]
    dev.quietly([*command, str(dev.ROOT / "nmirf_desktop" / "__main__.py")], "PyInstaller failed")
    for path in [*folder.glob(f"{NAME}/**/nmirf.po"), *folder.glob(f"{NAME}/**/nmirf.pot")]:
        path.unlink()  # compiled beside it
    return folder / NAME


def try_once(built: Path) -> None:
    """Start what was built, away from the checkout: its version, a new register, a sample and its documents."""
    program = str(built / (f"{NAME}.exe" if os.name == "nt" else NAME))
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_"))}
    with tempfile.TemporaryDirectory() as folder:
        export = ["export", "sample.nmirf", "--language", "all", "--to", "papers", "--document"]
        commands = [["--version"], ["new", "new.nmirf"], ["sample", "sample.nmirf"]]
        texts = ["export", "sample.nmirf", "--document", "texts", "--language", "es", "--to", "texts"]
        for arguments in [*commands, [*export, "agenda"], [*export, "minutes"], texts]:
            subprocess.run([program, *arguments], cwd=folder, env=outside, check=True, stdout=sys.stderr)
        made = [path.name for path in Path(folder).rglob("*") if path.suffix in {".nmirf", ".pdf"}]
        if len(made) != len(("new", "sample")) + 2 * len(("en", "fr", "es")):
            raise FileNotFoundError(f"only {made} were made")


def size(folder: Path) -> int:
    """The bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def main(arguments: list[str]) -> int:
    """Build, try, and say where it is."""
    folder = Path(arguments[0] if arguments else dev.ROOT / "dist").resolve()
    try:
        built = collect(environment(), folder)
        try_once(built)
    except dev.Missing as problem:
        dev.say(str(problem))
        return 2
    except (subprocess.CalledProcessError, FileNotFoundError) as problem:
        dev.say(f"what was built does not work: {problem}")
        return 1
    print(f"{built}: {size(built) / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
