"""What NVRTC says of a program's text, as of the kernel that it is about and the user's lines that this computes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_HEAD = re.compile(r"__global__.*?\b(k_\w+)\(")
_LINE = re.compile(r"^\S+\((\d+)\): (?:catastrophic )?error: *")
_ENTRY = re.compile(r"'(k_\w+)'")


@dataclass(frozen=True)
class Origin:
    """A kernel's name, and the comment above it: ops by the user's lines."""

    name: str
    told: Sequence[str]

    def __str__(self) -> str:
        more = f" and {len(self.told) - 1} more" if len(self.told) > 1 else ""
        return f"kernel {self.name}{f' ({self.told[0]}{more})' if self.told else ''}"


def complaint(source: str, log: str) -> str:
    """One line of NVRTC's log of a text that it refuses."""
    lines = [line.strip() for line in log.splitlines()]
    first = next((line for line in lines if "error" in line), log[:400].replace("\n", " "))
    origin, message = _origin(source.splitlines(), first), _LINE.sub("", first)
    return f"NVRTC refuses {origin or 'the text of all kernels'}: {message}"


def _origin(source: Sequence[str], said: str) -> Origin | None:
    """By the line in the text that a message names, or by the kernel's name."""
    heads = {number: found[1] for number, line in enumerate(source) if (found := _HEAD.search(line))}
    at, named = _LINE.match(said), _ENTRY.search(said)
    if at is not None:
        before = [number for number in heads if number < int(at[1])]
    else:
        before = [number for number, name in heads.items() if named is not None and name == named[1]]
    return Origin(heads[before[-1]], _comment(source, before[-1])) if before else None


def _comment(source: Sequence[str], head: int) -> Sequence[str]:
    start = head
    while start and source[start - 1].startswith("// "):
        start -= 1
    return [line.removeprefix("// ") for line in source[start:head]]
