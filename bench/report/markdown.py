"""Markdown from rows of cells."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from bench.table import Bar

RULES = {"l": ":--", "r": "--:"}
WIDTH, NOTE = 116, 120  # letters of a line of prose, and of what others say
FOLDERS = re.compile(r"(?<![\w.])/(?:[\w.+-]+/)+")
VERDICTS = {True: "yes", False: "**no**", None: "open"}


class Section(NamedTuple):
    """A part of the page, and its pictures by file name."""

    text: str
    pictures: Mapping[str, str]


def table(head: Sequence[str], alignment: str, rows: Iterable[Sequence[str]]) -> str:
    """`alignment` has an `l` or `r` for each column."""
    lines = [line(head), line([RULES[side] for side in alignment]), *map(line, rows)]
    return "\n".join(lines)


def line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def bullets(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def bar_table(bars: Iterable[Bar]) -> str:
    rows = [(bar.promise, bar.measured, VERDICTS[bar.holds]) for bar in bars]
    return table(("bar", "measured", "holds"), "llr", rows)


def prose(text: str, **facts: object) -> str:
    return textwrap.fill(" ".join(text.format(**facts).split()), WIDTH, break_on_hyphens=False, break_long_words=False)


def quoted(message: str) -> str:
    """What others' errors say, in one line, without the folders of a machine."""
    return FOLDERS.sub("", " ".join(message.split()))[:NOTE]


def paragraphs(*parts: str) -> str:
    """The parts that are not empty, with a blank line between them."""
    return "\n\n".join(part for part in parts if part)
