"""What import contracts cannot say: sizes, names, the domain without a clock, a start without heavy libraries."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "nmirf_desktop"
MODULES = [path for path in sorted(PACKAGE.rglob("*.py")) if "migrations" not in path.parts]  # generated
HEAVY = ("alembic", "babel.dates", "openpyxl", "pikepdf", "pypdfium2", "python_calamine", "reportlab")
MAPPER = "sqlalchemy.orm"
LONGEST_MODULE, LONGEST_CLASS, LONGEST_FUNCTION = 400, 250, 40
VAGUE = ("Manager", "Handler", "Helper", "Utils", "Util")

pytestmark = pytest.mark.gate


def nodes(path: Path) -> Iterator[ast.AST]:
    """All nodes of a module's syntax tree."""
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def place(path: Path, node: ast.stmt | ast.expr | None = None) -> str:
    """How a place in the code is named in a message."""
    return f"{path.relative_to(ROOT)}:{node.lineno if node else 1}"


def length(node: ast.stmt, lines: list[str]) -> int:
    """The lines of a definition without blank ones, docstrings and the further lines of texts (a style sheet)."""
    skipped: set[int] = set()
    for part in ast.walk(node):
        if isinstance(part, ast.ClassDef | ast.FunctionDef) and ast.get_docstring(part) is not None:
            skipped.add(part.body[0].lineno)
        if isinstance(part, ast.Constant | ast.JoinedStr):
            skipped.update(range(part.lineno + 1, (part.end_lineno or part.lineno) + 1))
    span = range(node.lineno, (node.end_lineno or node.lineno) + 1)
    return sum(1 for number in span if number not in skipped and lines[number - 1].strip())


def test_no_module_class_or_function_has_outgrown_its_reader() -> None:
    long = []
    for path in MODULES:
        lines = path.read_text(encoding="utf-8").splitlines()
        if len(lines) > LONGEST_MODULE:
            long.append(f"{place(path)} {len(lines)} lines")
        for node in nodes(path):
            limit = LONGEST_CLASS if isinstance(node, ast.ClassDef) else LONGEST_FUNCTION
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and length(node, lines) > limit:
                long.append(f"{place(path, node)} {node.name}: {length(node, lines)} lines")
    assert not long, "\n".join(long)


def test_a_class_is_named_for_what_it_is() -> None:
    vague = [
        f"{place(path, node)} {node.name}"
        for path in MODULES
        for node in nodes(path)
        if isinstance(node, ast.ClassDef) and node.name.endswith(VAGUE)
    ]
    assert not vague, "\n".join(vague)


def test_the_domain_is_told_the_day() -> None:
    clocks = [
        f"{place(path, node)} {ast.unparse(node)}"
        for path in sorted((PACKAGE / "domain").rglob("*.py"))
        for node in nodes(path)
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith((".today", ".now", ".utcnow"))
    ]
    assert not clocks, "\n".join(clocks)


def test_only_the_store_commits() -> None:
    commits = [
        place(path, node)
        for path in MODULES
        if "storage" not in path.parts
        for node in nodes(path)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "commit"
    ]
    assert not commits, "\n".join(commits)


def imported(node: ast.AST) -> list[str]:
    """The names that an import statement brings, whole."""
    if isinstance(node, ast.ImportFrom):
        return [f"{node.module}.{each.name}" for each in node.names]
    return [each.name for each in node.names] if isinstance(node, ast.Import) else []


def test_the_object_mapper_is_not_used() -> None:
    found = [
        place(path)
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in nodes(path)
        if any(f"{name}.".startswith(f"{MAPPER}.") for name in imported(node))
    ]
    assert not found, "\n".join(found)


def strangers(screen: Path, source: str) -> list[str]:
    """The modules of other screens that one imports: the first word of a module's name says whose it is."""
    named = [name for node in ast.walk(ast.parse(source)) for name in imported(node)]
    parts = [name.split(".") for name in named if name.startswith("nmirf_desktop.ui.screens.")]
    return [part[3] for part in parts if part[3].partition("_")[0] != screen.stem.partition("_")[0]]


def test_screens_do_not_know_each_other() -> None:
    screens = sorted((PACKAGE / "ui" / "screens").glob("*.py"))
    found = {place(path): strangers(path, path.read_text(encoding="utf-8")) for path in screens}
    assert not {where: names for where, names in found.items() if names}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("from nmirf_desktop.ui.screens.session_hands import Hands", []),
        ("from nmirf_desktop.ui.screens.members_list import List", ["members_list"]),
        ("def later():\n    from nmirf_desktop.ui.screens import members", ["members"]),
        ("import nmirf_desktop.ui.screens.home", ["home"]),
    ],
)
def test_a_screen_that_knows_another_is_found(line: str, names: list[str]) -> None:
    assert strangers(Path("session_vote.py"), line) == names


def runs(program: str) -> None:
    """Run a program of Python in a process of its own, to its end."""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_start_loads_no_heavy_library() -> None:
    light = [path for path in MODULES if "documents" not in path.parts and path.name != "__main__.py"]
    names = sorted(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in light)
    program = (
        "import importlib, sys\n"
        f"for name in {names!r}:\n"
        "    importlib.import_module(name)\n"
        f"    heavy = [library for library in {(*HEAVY, MAPPER)!r} if library in sys.modules]\n"
        "    assert not heavy, f'{name} loads {heavy}'\n"
    )
    runs(program)


def test_a_start_knows_no_verbs() -> None:
    """How notes are told is known by some five hundred patterns; a fourth of a start went into them."""
    program = (
        "import sys\n"
        "import nmirf_desktop.app, nmirf_desktop.ui.desk, nmirf_desktop.services.home, nmirf_desktop.ui.screens.home\n"
        "assert 'nmirf_desktop.domain.drafting_frame' in sys.modules\n"
        "assert 'nmirf_desktop.domain.noted_speech' not in sys.modules\n"
    )
    runs(program)


def test_a_document_loads_neither_another_layout_nor_what_papers_are_made_from() -> None:
    program = (
        "import importlib, pkgutil, sys\n"
        "from nmirf_desktop import documents\n"
        "for module in pkgutil.iter_modules(documents.__path__):\n"
        "    importlib.import_module(f'nmirf_desktop.documents.{module.name}')\n"
        "assert 'reportlab.pdfgen.canvas' in sys.modules\n"
        "assert 'reportlab.platypus' not in sys.modules\n"
        "assert 'nmirf_desktop.domain.recorded' not in sys.modules\n"
    )
    runs(program)
