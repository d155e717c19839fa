"""Figures in a JSON file, with the machine, the versions and the settings that they are of."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from pcc.tools.demo.machine import machine

ROOT = Path(__file__).parents[1]
PEERS = {"NumPy": "numpy", "PyTorch": "torch", "JAX": "jax"}  # what machine() leaves out
UNSAID = ("Compiled code",)  # each benchmark has its own cache or none


class Record:
    """A file that is written again as figures come in; without a path nothing is."""

    def __init__(self, path: Path | None, **settings: Any) -> None:
        self.path = path
        self.head = {"origin": origin(), "settings": settings} if path else {}

    def write(self, **figures: Any) -> None:
        if self.path:
            self.path.write_text(json.dumps(self.head | figures, indent=1), encoding="utf-8")


def origin() -> dict[str, str]:
    """Facts by name: the machine, pcc's revision, versions of pcc's parts and of its peers."""
    peers = {name: found for name, package in PEERS.items() if (found := installed(package))}
    facts = {name: fact for name, fact in machine().items() if name not in UNSAID}
    return {**facts, "pcc": f"revision {revision()}", **peers}


def installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def revision() -> str:
    """The commit that is measured, with a `+` for changes since; "unknown" outside a repository."""
    command = ["git", "describe", "--always", "--dirty=+", "--abbrev=10"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return found.stdout.strip() or "unknown"


def read(path: Path) -> Mapping[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))
