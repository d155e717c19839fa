"""Errors in program text: one line with the place, and the source line with a caret under it. Needs no package."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

WIDTH = 100  # columns of source shown around a caret
LENGTH = 400  # characters of a message


@dataclass(frozen=True)
class Place:
    """A position in a file; line and column count from 1, and 0 means unknown."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        known = [str(n) for n in (self.line, self.column) if n]
        return ":".join([printable(self.file), *known])


class TextError(Exception):
    """Text that is not a valid program. `str()` is one line, `shown()` adds the source line and a caret."""

    def __init__(self, message: str, place: Place, source: str = "") -> None:
        self.message, self.place, self.source = printable(message, LENGTH), place, source
        super().__init__(f"{place}: error: {self.message}")

    def shown(self) -> str:
        if not self.source or not self.place.column:
            return str(self)
        start = max(0, self.place.column - 1 - WIDTH // 2)
        text = printable(self.source[start : start + WIDTH])
        return f"{self}\n{text}\n{' ' * (self.place.column - 1 - start)}^"


class NotTransformable(Exception):
    """Something that a transform (derivatives, batching) has no rule for: the message names it and says what to do."""


def printable(text: str, length: int = 0) -> str:
    """One line without control characters, so that hostile text cannot steer a terminal; cut at `length`."""
    line = " ".join(text.split("\n")).strip() if length else text.replace("\t", " ")
    if length and len(line) > length:
        line = line[: length - 3] + "..."
    return "".join(c if c.isprintable() else "?" for c in line)


def nearest(name: str, known: Iterable[str]) -> str:
    """The end of a message about an unknown name: the known one that it resembles, if any."""
    close = difflib.get_close_matches(name, list(known), 1, 0.4)
    return f"; did you mean '{close[0]}'?" if close else ""
