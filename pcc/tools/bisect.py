"""Which pass spoils a program: the first after which a command fails on it."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from pcc.passes.base import Pass
from pcc.passes.pipeline import print_pipeline
from pcc.tools.command import Failure


def passes_test(command: Sequence[str], text: str) -> bool:
    """Whether a command, given the path of a file with the text as its last argument, exits with 0."""
    with tempfile.TemporaryDirectory(prefix="pcc-") as folder:
        path = Path(folder) / "program.mlir"
        path.write_text(text, encoding="utf-8")
        try:
            return subprocess.run([*command, str(path)], capture_output=True, check=False).returncode == 0
        except OSError as error:
            raise Failure(f"cannot run {command[0]!r}: {error.strerror}", 2) from None


def bisect(after: Callable[[int], str], steps: Sequence[Pass], command: Sequence[str]) -> str:
    """The verdict in words; `after(n)` is the program's text after n passes."""
    shown = " ".join(command)
    if not passes_test(command, after(0)):
        return f"'{shown}' fails on the program as it is, before any pass"
    if passes_test(command, after(len(steps))):
        return f"'{shown}' holds after all {len(steps)} passes"
    good, bad = 0, len(steps)
    while bad - good > 1:
        middle = (good + bad) // 2
        good, bad = (middle, bad) if passes_test(command, after(middle)) else (good, middle)
    return f"pass {bad} of {len(steps)} is the first after which '{shown}' fails: {print_pipeline([steps[bad - 1]])}"
