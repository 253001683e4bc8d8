"""Our documents beside typst's and WeasyPrint's: ``python -m tests.benchmarks.paired [ROUNDS]``.

The minutes of ``tests/documents/debate.py``, thirty pages with 193 States and three roll calls, are set by each as a
process of its own, one after the other in each round; the content lies ready in a file, in the form that each reads:
for us the frozen paper, for the others mark-up of the same words with the same fonts on the same sheet, as PDF/UA-1.
Printed are medians with the least and the most, and ratios of one round; nothing is asserted of them here
(``test_paired.py`` asserts that the content is equal). Then come our own documents in a warm process.
"""

import os
import pickle
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2

import dev
from nmirf_desktop.documents import typeset
from nmirf_desktop.domain.editions import Edition
from nmirf_desktop.domain.papers import MinutesPaper
from nmirf_desktop.i18n import Language, catalog
from nmirf_desktop.paths import bundled
from tests.benchmarks.markup import as_html, as_typst
from tests.documents import debate, records

ROOT = Path(__file__).parents[2]
FONTS = str(bundled("resources") / "fonts")
ROUNDS = 15
OURS = """
import pickle, sys
from pathlib import Path
from nmirf_desktop.__main__ import seldom_collected
with seldom_collected():  # as every command of the program
    from nmirf_desktop.documents import typeset
    from nmirf_desktop.domain.editions import Edition
    Path(sys.argv[2]).write_bytes(typeset(pickle.loads(Path(sys.argv[1]).read_bytes()), Edition.EN))
"""
TYPST = f"""
import sys, typst
typst.compile(
    sys.argv[1], output=sys.argv[2], font_paths=[{FONTS!r}], ignore_system_fonts=True, pdf_standards=["ua-1"]
)
"""
WEASYPRINT = """
import sys, weasyprint
weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant="pdf/ua-1")
"""


@dataclass(frozen=True, slots=True)
class Setter:
    """A typesetter as a process: its name, its program and the file it reads; it writes *made*."""

    name: str
    program: str
    source: Path

    @property
    def made(self) -> Path:
        """The file that it writes."""
        return self.source.with_name(f"{self.name}.pdf")

    def run(self) -> float:
        """Set the minutes in a process of its own; the seconds that it took. Raises ``CalledProcessError``."""
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        command = [sys.executable, "-c", self.program, str(self.source), str(self.made)]
        begun = time.perf_counter()
        subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
        return time.perf_counter() - begun

    def missing(self) -> str:
        """Why it cannot run here, in a sentence, or nothing."""
        try:
            self.run()
        except subprocess.CalledProcessError as failure:
            reason = failure.stderr.decode().strip().splitlines()[-1]
            return f"{self.name} does not run here ({reason}); python -m pip install typst weasyprint"
        return ""


def paper() -> MinutesPaper:
    """The minutes, without the watermark that the others would draw in ways of their own."""
    whole = debate.minutes()
    return replace(whole, masthead=replace(whole.masthead, specimen=False))


def setters(folder: Path) -> tuple[Setter, Setter, Setter]:
    """We, typst and WeasyPrint, each with the minutes in *folder*."""
    said, words = paper(), catalog(Language.EN)
    ours, typst, html = folder / "minutes.pickle", folder / "minutes.typ", folder / "minutes.html"
    ours.write_bytes(pickle.dumps(said))
    typst.write_text(as_typst(said, words), encoding="utf-8")
    html.write_text(as_html(said, words), encoding="utf-8")
    return Setter("ours", OURS, ours), Setter("typst", TYPST, typst), Setter("WeasyPrint", WEASYPRINT, html)


def spread(values: Sequence[float], digits: int = 0) -> str:
    """The median with the least and the most."""
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f}–{max(values):.{digits}f})"


def say(*columns: str) -> None:
    """Print a line of a table."""
    sys.stdout.write("{:<38}{:>18}{:>13}{:>10}\n".format(*columns))


def about(data: bytes) -> tuple[str, str]:
    """Kilobytes and pages of a file."""
    return f"{len(data) / 1000:.0f}", str(len(pypdfium2.PdfDocument(data)))


def compare(rounds: int) -> None:
    """Run the three in turn and print their times and the ratios of each round."""
    with tempfile.TemporaryDirectory() as folder:
        running = [one for one in setters(Path(folder)) if not _left_out(one)]
        times: dict[str, list[float]] = {one.name: [] for one in running}
        for _round in range(rounds):
            for one in running:
                times[one.name].append(one.run() * 1000)
        say(f"whole process, {rounds} rounds in turn", "ms", "kB", "pages")
        for one in running:
            say(one.name, spread(times[one.name]), *about(one.made.read_bytes()))
    for over, under, aim in (("ours", "typst", "at most 1.5"), ("WeasyPrint", "ours", "at least 7")):
        if over in times and under in times:
            ratios = [a / b for a, b in zip(times[over], times[under], strict=True)]
            say(f"{over} / {under} (aim: {aim})", spread(ratios, 2), "", "")


def _left_out(setter: Setter) -> bool:
    """Whether a typesetter cannot run here, which is said; else it has run once, and all that it reads is warm."""
    missing = setter.missing()
    if missing:
        sys.stdout.write(missing + "\n")
    return bool(missing)


def warm(rounds: int) -> None:
    """Print how long our documents take in this process, which has set each before."""
    import resource  # not on Windows, where the test of equal content runs all the same

    minutes, vote = debate.minutes(), records.vote_of_all_states()
    works: dict[str, Callable[[], list[bytes]]] = {
        "minutes in English": lambda: [typeset(minutes, Edition.EN)],
        "minutes, three files (aim: 700 ms)": lambda: [typeset(minutes, Edition(one)) for one in Language],
        "minutes in three columns": lambda: [typeset(minutes, Edition.PARALLEL)],
        "record of a vote of 193 States": lambda: [typeset(vote, Edition.EN)],
    }
    say(f"\nwarm, {rounds} rounds", "ms", "kB", "pages")
    for name, work in works.items():
        made, times = work(), []
        for _round in range(rounds):
            begun = time.perf_counter()
            work()
            times.append((time.perf_counter() - begun) * 1000)
        say(name, spread(times), *map("+".join, zip(*map(about, made), strict=True)))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"peak memory of all these: {most:.0f} MB\n")


def main() -> None:
    """Compare, then print what we take when warm."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    dev.compile_catalogues(sys.executable)  # as a start from a checkout does
    compare(rounds)
    warm(rounds)


if __name__ == "__main__":
    main()
