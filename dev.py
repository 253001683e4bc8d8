"""Start or test NMIRF Desktop from a checkout: all that it needs is Python 3.11 or newer.

    python3 dev.py run [ARGUMENTS]         the window, or a command (``run --help`` lists them)
    python3 dev.py test                    gates and tests, then on each other Python from 3.11 to 3.13 of this machine
    python3 dev.py test PYTEST ARGUMENTS   these tests, on this Python

The first start makes ``.venv-<version>`` from ``requirements.lock``, the tests add ``requirements-dev.lock``. What this
file itself has to say goes to standard error; arguments and exit codes pass through. Exit code 2: something is missing
that it cannot install.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
LOCK_FOR_TESTS = ROOT / "requirements-dev.lock"  # the same and more
PYTHONS = ("3.11", "3.12", "3.13")
THIS = f"{sys.version_info[0]}.{sys.version_info[1]}"

# What Qt loads from the system on Linux, by the package of Debian and Ubuntu that brings it.
LIBRARIES = {
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libfontconfig1": "libfontconfig.so.1",
    "libdbus-1-3": "libdbus-1.so.3",
    "libglib2.0-0": "libglib-2.0.so.0",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-randr0": "libxcb-randr.so.0",
    "libxcb-xfixes0": "libxcb-xfixes.so.0",
    "libxcb-sync1": "libxcb-sync.so.1",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libx11-xcb1": "libX11-xcb.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libwayland-cursor0": "libwayland-cursor.so.0",
    "libwayland-egl1": "libwayland-egl.so.1",
}
# Programs that the tests start, by package.
TOOLS = {"poppler-utils": "pdftotext", "qpdf": "qpdf"}


class Missing(Exception):  # noqa: N818  (named for what it says)
    """Something is missing that this program cannot install; the message says what to do."""


def say(words: str) -> None:
    """Say something on standard error: standard output belongs to the program."""
    print(f"dev.py: {words}", file=sys.stderr, flush=True)


def quietly(command: list[str], failure: str) -> None:
    """Run a command with its output on standard error, and only when it fails; *failure* is then raised."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        sys.stderr.write(done.stdout)
        raise Missing(failure)


def loads(library: str) -> bool:
    """Whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def lacking(*, testing: bool) -> list[str]:
    """The system's packages that are not there, by their names in Debian and Ubuntu."""
    if not sys.platform.startswith("linux"):
        return []
    names = [package for package, library in LIBRARIES.items() if not loads(library)]
    if testing:
        names += [package for package, tool in TOOLS.items() if shutil.which(tool) is None]
    if importlib.util.find_spec("ensurepip") is None:
        names.append(f"python{THIS}-venv")
    return names


def install_system(packages: list[str]) -> None:
    """Install the system's packages as root on Debian and Ubuntu; elsewhere say which are missing."""
    if not packages:
        return
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None:
        raise Missing("the system lacks what these packages of Debian bring: " + " ".join(packages))
    if os.geteuid() != 0:
        raise Missing("the system lacks some libraries; as root: " + " ".join(command))
    say("installing from the system's packages: " + " ".join(packages))
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    quietly(["apt-get", "update"], "the lists of packages could not be read: apt-get update failed")
    quietly(command, "these packages could not be installed: " + " ".join(packages))


def environment(version: str) -> Path:
    """The folder of the environment of one Python version."""
    return ROOT / f".venv-{version}"


def interpreter(place: Path) -> str:
    """The interpreter of an environment."""
    return str(place / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def digest(lock: Path) -> str:
    """What tells one state of a lock from another."""
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def fresh(place: Path, lock: Path) -> bool:
    """Whether an environment holds all that a lock says: it keeps the digests of what was installed into it."""
    stamp = place / "installed"
    return stamp.is_file() and digest(lock) in stamp.read_text().split() and Path(interpreter(place)).exists()


def make_environment(place: Path, base: str, lock: Path) -> None:
    """Make or complete an environment with the interpreter *base*, from wheels whose hashes the lock knows."""
    stamp, size = place / "installed", "177 MB" if lock == LOCK_FOR_TESTS else "125 MB"
    say(f"installing the libraries of {lock.name} into {place.name}: about {size}, a minute or two")
    if not stamp.exists() or not Path(interpreter(place)).exists():
        quietly([base, "-m", "venv", "--clear", str(place)], f"{base} cannot make an environment in {place}")
    stamp.unlink(missing_ok=True)
    pip = [interpreter(place), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--no-deps"]
    pip += ["--progress-bar=off", "--require-hashes", "--only-binary=:all:", f"--requirement={lock}"]
    quietly(pip, "the libraries could not be installed; is there a connection to the package index?")
    stamp.write_text("\n".join(digest(known) for known in {LOCK, lock}))


def ready(lock: Path) -> str:
    """The interpreter of this Python's environment, after what was missing has been installed."""
    place, testing = environment(THIS), lock == LOCK_FOR_TESTS
    if testing or not fresh(place, lock):
        install_system(lacking(testing=testing))
    if not fresh(place, lock):
        make_environment(place, sys.executable, lock)
    os.environ["PYTHONPATH"] = str(ROOT)
    return interpreter(place)


def base_of(version: str) -> str | None:
    """An interpreter of another version that starts and can make environments, or ``None``."""
    places = [shutil.which(f"python{version}", path=folder) for folder in os.get_exec_path()]
    bases = [place for place in places if place]
    if f"/usr/bin/python{version}" in bases and not Path(f"/usr/lib/python{version}/ensurepip").exists():
        with contextlib.suppress(Missing):
            install_system([f"python{version}-venv"])
    for base in bases:
        if subprocess.run([base, "-c", "import ensurepip"], capture_output=True, check=False).returncode == 0:
            return base
    if bases:
        say(f"Python {version} is skipped: it does not start, or cannot make environments")
    return None


def others() -> list[str]:
    """The interpreters of the environments of the other Pythons of this machine, each made where need be."""
    found = []
    for version in PYTHONS:
        place = environment(version)
        base = sys.executable if fresh(place, LOCK_FOR_TESTS) else base_of(version)
        if version == THIS or base is None:
            continue
        if not fresh(place, LOCK_FOR_TESTS):
            make_environment(place, base, LOCK_FOR_TESTS)
        found.append(interpreter(place))
    return found


def compile_catalogues(python: str) -> None:
    """Compile the catalogues that changed, so that a start need not."""
    for source in ROOT.glob("i18n/*/LC_MESSAGES/*.po"):
        compiled = source.with_suffix(".mo")
        stale = not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime
        if stale and os.access(source.parent, os.W_OK):
            command = [python, "-m", "babel.messages.frontend", "compile", "-i", str(source), "-o", str(compiled)]
            quietly(command, f"{source} cannot be compiled")


def start(command: list[str]) -> int:
    """Run a command in the foreground, in this process where the system can, and give its exit code."""
    if os.name == "posix":
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode


def in_turn(commands: list[list[str]]) -> int:
    """Run commands one after the other up to the first that fails, and give its exit code, else 0."""
    return next(filter(None, (subprocess.run(command, check=False).returncode for command in commands)), 0)


def run(arguments: list[str]) -> int:
    """Open the window or run a command; without arguments and screen, make the sample and its documents."""
    python = ready(LOCK)
    compile_catalogues(python)
    program = [python, "-P", "-m", "nmirf_desktop"]
    blind = sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    if arguments or not blind:
        return start([*program, *arguments])
    folder = Path(tempfile.mkdtemp(prefix="nmirf-sample-"))
    say(f"there is no display, so no window; a sample register and its documents are made in {folder}")
    register = str(folder / "sample.nmirf")
    export = ["export", register, "--language", "all", "--to", str(folder), "--document"]
    return in_turn([[*program, "sample", register], [*program, *export, "agenda"], [*program, *export, "minutes"]])


def test(arguments: list[str]) -> int:
    """Run pytest: all on this Python, without gates and what is marked ``once`` on the others, or what is asked for."""
    python = ready(LOCK_FOR_TESTS)
    compile_catalogues(python)  # each program that a test starts would read them anew
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):  # and compile each module; what was compiled is kept elsewhere
        os.environ["PYTHONPYCACHEPREFIX"] = str(ROOT / "build" / "bytecode")
    os.chdir(ROOT)
    if arguments:
        return start([python, "-m", "pytest", *arguments])
    # Each process takes tests that stand beside each other: what a module makes for its tests is made once.
    everything = ["-m", "pytest", "-n", str(os.cpu_count() or 1), "--dist", "worksteal"]
    return in_turn(
        [[python, *everything], *([other, *everything, "-m", "not gate and not once"] for other in others())]
    )


def main(arguments: list[str]) -> int:
    """Do what the first argument says."""
    if sys.version_info < (3, 11):  # noqa: UP036  (an older Python gets as far as this line)
        say(f"Python 3.11 or newer is needed; this is {THIS}")
        return 2
    verbs = {"run": run, "test": test}
    if not arguments or arguments[0] not in verbs:
        print(__doc__, file=sys.stderr)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    try:
        return verbs[arguments[0]](arguments[1:])
    except Missing as problem:
        say(str(problem))
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
