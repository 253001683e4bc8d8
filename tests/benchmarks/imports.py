"""What a long list costs: ``python -m tests.benchmarks.imports [LINES ...]`` (1,000, 10,000 and 100,000 without them).

Each list of people is read and judged in a process of its own, which says how long that took and how much memory it
held at most. What counts are the ratios of one run: a hundred times the lines in about a hundred times the time.
"""

import datetime
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from nmirf_desktop.domain.intake import IntakeKind
from nmirf_desktop.services.opening import open_register
from nmirf_desktop.services.secretariat import Secretariat
from tests import registers

LINES = (1_000, 10_000, 100_000)
ON = datetime.date(2026, 11, 25)


def long_list(path: Path, lines: int) -> Path:
    """A list of so many people, a different one in each line, designated by the States in turn."""
    codes = ("BRA", "GHA", "IDN", "MAR", "PRT", "PRY", "SVN", "URY", *registers.OBSERVERS)
    with path.open("w", encoding="utf-8") as file:
        file.write("Code,Focal point,E-mail,Role,First day\n")
        for number in range(lines):
            code = codes[number % len(codes)]
            file.write(f'{code},"N{number}, Focal Point",p{number}@example.org,focal point,2025-06-01\n')
    return path


def measure(lines: int) -> tuple[int, float, float, int]:
    """How many rows were judged of a list, the seconds for reading and for judging, and the most megabytes held."""
    with tempfile.TemporaryDirectory() as folder:
        source = long_list(Path(folder) / "list.csv", lines)
        with open_register(registers.fresh(Path(folder) / "register.nmirf")) as store:
            imports = Secretariat(store).imports
            begun = time.perf_counter()
            (found,) = imports.read(IntakeKind.FOCAL_POINTS, source)
            read = time.perf_counter()
            rows = len(imports.preview(found, ON).preview.rows)
            judged = time.perf_counter()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return rows, read - begun, judged - read, most


def main(sizes: tuple[int, ...]) -> None:
    """Measure each size in a process of its own, and compare with the first."""
    first = 0.0
    for size in sizes:
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.imports", f"={size}"], capture_output=True, text=True, check=True
        )
        rows, read, judged, most = (float(part) for part in done.stdout.split())
        per_line = (read + judged) / rows
        first = first or per_line
        sys.stdout.write(
            f"{rows:>9,.0f} lines: read {read:6.2f} s, judged {judged:6.2f} s, {most:5.0f} MB, "
            f"{per_line / first:4.2f} times the first per line\n"
        )


if __name__ == "__main__":
    if len(sys.argv) == 2 and sys.argv[1].startswith("="):
        sys.stdout.write(" ".join(map(str, measure(int(sys.argv[1][1:])))))
    else:
        main(tuple(int(size) for size in sys.argv[1:]) or LINES)
