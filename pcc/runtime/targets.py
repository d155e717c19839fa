"""What programs are compiled for, by the names that users give: "cpu", "cuda" (the first device), "cuda:1"."""

from __future__ import annotations

import re

from pcc.runtime.errors import ArgumentError

TARGETS = ("cpu", "cuda")


def parse(target: str) -> tuple[str, int]:
    """The kind of a target, and the number of the device. Raises ArgumentError."""
    found = re.fullmatch(r"(cpu|cuda)|cuda:([0-9]{1,3})", target)
    if found is None:
        raise ArgumentError(f"there is no target {target[:40]!r}: use 'cpu', 'cuda', or 'cuda:1' for the second device")
    return found[1] or "cuda", int(found[2] or 0)
