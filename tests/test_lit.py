"""Run the FileCheck tests of test/lit, one pytest case a file."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SUITE = ROOT / "test" / "lit"
FILES = sorted(str(path.relative_to(SUITE)) for path in SUITE.rglob("*.mlir") if "Output" not in path.parts)


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """What lit says of each file: its result code and output."""
    report = tmp_path_factory.mktemp("lit") / "report.json"
    lit = "from lit.main import main; main()"
    command = [sys.executable, "-c", lit, "-q", "-j2", "--output", str(report), str(SUITE)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=900, check=False)
    assert report.exists(), done.stdout + done.stderr
    tests = json.loads(report.read_text())["tests"]
    return {test["name"].removeprefix("pcc :: "): test for test in tests}


@pytest.mark.parametrize("name", FILES)
def test_filecheck(name: str, results: dict[str, dict[str, str]]) -> None:
    assert results[name]["code"] == "PASS", results[name]["output"]
