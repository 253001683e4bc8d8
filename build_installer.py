"""Build the program for this system: ``python3 build_installer.py [FOLDER]`` makes ``FOLDER/nmirf-desktop`` (``dist``).

PyInstaller runs in an environment of its own, made from ``requirements-dev.lock``; what the program never loads is
left out; the result is started once: its version, and a new register in a temporary folder. The last line printed
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
# Left out after collecting, as patterns in the folder of the build. Qt's ICU data stay: without them it does not start.
PRUNED = (
    "**/Qt/translations",
    "**/Qt/qml",
    "**/plugins/egldeviceintegrations",
    "**/plugins/platforminputcontexts/*virtualkeyboard*",
    "**/plugins/platforms/*eglfs*",
    "**/plugins/platforms/*linuxfb*",
    "**/plugins/platforms/*minimal*",
    "**/plugins/platforms/*vkkhrdisplay*",
    "**/plugins/platforms/*vnc*",
    "**/plugins/platforms/*wayland*",
    "**/plugins/platformthemes/*gtk3*",
    "**/plugins/networkinformation",
    "**/plugins/tls",
    "**/plugins/wayland-*",
    "**/*Qt6EglFS*",
    "**/*Qt6Qml*",
    "**/*Qt6Quick*",
    "**/*Qt6VirtualKeyboard*",
    "**/*Qt6Wayland*",
    "**/*Qt6Wl*",
)
LOCALES = ("root", "en", "en_001", "en_GB", "es", "es_419", "fr")


def environment() -> str:
    """The interpreter of a clean environment with PyInstaller in it."""
    if sys.platform.startswith("linux"):
        tools = [] if shutil.which("objdump") else ["binutils"]
        dev.install_system(dev.lacking(testing=False) + tools)
    place = BUILD / "environment"
    if not dev.fresh(place, dev.LOCK_FOR_TESTS):
        dev.make_environment(place, sys.executable, dev.LOCK_FOR_TESTS)
    return dev.interpreter(place)


def collect(python: str, folder: Path) -> Path:
    """Let PyInstaller collect the program; the folder that it makes."""
    dev.compile_catalogues(python)
    command = [python, "-m", "PyInstaller", "--onedir", "--noconfirm", "--clean", "--log-level=WARN", f"--name={NAME}"]
    command += [f"--distpath={folder}", f"--workpath={BUILD / 'work'}", f"--specpath={BUILD}", f"--paths={dev.ROOT}"]
    command += ["--collect-submodules=nmirf_desktop"]
    command += [f"--add-data={dev.ROOT / source}{os.pathsep}{target}" for source, target in DATA.items()]
    command += [f"--hidden-import={name}" for name in HIDDEN]
    command += [f"--exclude-module={name}" for name in EXCLUDED]
    dev.quietly([*command, str(dev.ROOT / "nmirf_desktop" / "__main__.py")], "PyInstaller failed")
    return folder / NAME


def prune(built: Path) -> None:
    """Remove what the program never loads."""
    for pattern in PRUNED:
        for path in list(built.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    for path in built.glob("**/babel/locale-data/*.dat"):
        if path.stem not in LOCALES:
            path.unlink()
    for path in list(built.glob("**/__pycache__")):
        shutil.rmtree(path)


def try_once(built: Path) -> None:
    """Start what was built, away from the checkout: its version, then a new register."""
    program = str(built / (f"{NAME}.exe" if os.name == "nt" else NAME))
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_"))}
    with tempfile.TemporaryDirectory() as folder:
        register = Path(folder, "tried.nmirf")
        for arguments in (["--version"], ["new", str(register)]):
            subprocess.run([program, *arguments], cwd=folder, env=outside, check=True, stdout=sys.stderr)
        if not register.is_file():
            raise FileNotFoundError(register)


def size(folder: Path) -> int:
    """The bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def main(arguments: list[str]) -> int:
    """Build, prune, try, and say where it is."""
    folder = Path(arguments[0] if arguments else dev.ROOT / "dist").resolve()
    try:
        built = collect(environment(), folder)
        prune(built)
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
