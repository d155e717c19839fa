"""Hostile input gives one line that says what is wrong, within 2 s of CPU and 1 GiB: no traceback, no write."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.hostile import FILES, TEXTS, good

ROOT = Path(__file__).parents[2]
SECONDS, MEMORY = 2, 1 << 30
LOAD = "import sys, pcc\ntry:\n    pcc.load(sys.argv[1])\nexcept Exception as error:\n    sys.exit(f'error: {error}')\n"


def limits() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(folder: Path, *command: str) -> tuple[int, str]:
    """Exit code and stderr of a Python command under the limits."""
    environment = {"PYTHONPATH": str(ROOT), "PCC_CACHE_DIR": "off", "OPENBLAS_NUM_THREADS": "1", "PATH": os.defpath}
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        preexec_fn=limits,
        check=False,
    )
    return done.returncode, done.stderr.decode()


def check(code: int, errors: str, part: str, lines: int = 1) -> None:
    assert code == 1, (code, errors)
    assert "Traceback" not in errors
    assert 1 <= len(errors.splitlines()) <= lines, errors
    assert "error" in errors.splitlines()[0]
    assert part in errors.splitlines()[0]
    assert all(c.isprintable() or c == "\n" for c in errors)
    assert max(map(len, errors.splitlines())) < 700


@pytest.mark.parametrize("name", TEXTS)
def test_opt(name: str, tmp_path: Path) -> None:
    """The message is one line; the source line and a caret may follow."""
    text, part = TEXTS[name]
    (tmp_path / "t.mlir").write_bytes(text if isinstance(text, bytes) else text.encode())
    code, errors = run(tmp_path, "-m", "pcc.tools.opt", "t.mlir")
    check(code, errors, part, lines=3)
    assert errors.startswith("t.mlir:")


@pytest.mark.parametrize("name", ["nested regions", "huge splat", "long number", "C in a symbol", "axis", "unknown op"])
def test_run_a_text(name: str, tmp_path: Path) -> None:
    text, part = TEXTS[name]
    (tmp_path / "t.mlir").write_text(str(text))
    code, errors = run(tmp_path, "-m", "pcc.tools.pcc", "run", "t.mlir")
    check(code, errors, part, lines=3)


@pytest.mark.parametrize("name", FILES)
def test_run_a_file(name: str, tmp_path: Path) -> None:
    make, part = FILES[name]
    make(tmp_path / "f.pcc")
    before = sorted(tmp_path.parent.rglob("*"))
    code, errors = run(tmp_path, "-m", "pcc.tools.pcc", "run", "f.pcc", "--output-dir", "out")
    check(code, errors, part)
    assert sorted(tmp_path.parent.rglob("*")) == before


@pytest.mark.parametrize("name", FILES)
def test_load(name: str, tmp_path: Path) -> None:
    make, part = FILES[name]
    make(tmp_path / "f.pcc")
    check(*run(tmp_path, "-c", LOAD, "f.pcc"), part)


def test_the_limits_let_good_files_pass(tmp_path: Path) -> None:
    good(tmp_path / "f.pcc")
    code, errors = run(tmp_path, "-c", "import pcc.runtime.artifact as a; print(a.read('f.pcc'))")
    assert (code, errors) == (0, "")
