"""What is committed works anywhere: no path of one machine, no package index of one network."""

from __future__ import annotations

import re
from pathlib import Path

from tests.house.sources import ROOT

FOLDERS = ("pcc", "tests", "test", "bench", "docs", "examples", ".ci")
KINDS = {"", ".py", ".md", ".toml", ".lock", ".mlir", ".json", ".html", ".cfg", ".txt", ".cu", ".c"}
LOCAL = re.compile(r"(?<![\w.~/-])/(?:root|home|work|Users)/\w|--(?:extra-)?index-url|https?://\S+/simple\b")
SKIPPED = {"__pycache__", "Output", "shipped"}


def texts() -> list[Path]:
    found = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if not SKIPPED & set(path.parts)]
    return [path for path in [*ROOT.glob("*"), *found] if path.is_file() and path.suffix in KINDS]


def test_no_local_places() -> None:
    hits = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in texts()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if LOCAL.search(line)
    ]
    assert not hits, "\n".join(hits)
