"""What program text may ask for. Checked before and while it is parsed, so that hostile text costs little."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from pcc.dialects.errors import Place, TextError


@dataclass(frozen=True)
class Limits:
    """Upper bounds. A program of 10,000 ops takes about 1 MiB of text, and its widest constants 1024 elements."""

    bytes: int = 16 << 20
    depth: int = 64  # brackets inside brackets
    digits: int = 64  # of one number
    attributes: int = 1024  # of one op
    elements: int = 65_536  # of one list or constant
    width: int = 64  # bits of an integer type
    rank: int = 32
    tensor: int = 1 << 40  # elements of one tensor


@dataclass(frozen=True)
class Source:
    """Text with its name; finds lines and columns. `before`: lines of the file before this text."""

    text: str
    name: str
    before: int = 0

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer("\n", self.text))]

    def place(self, position: int) -> Place:
        line = bisect_right(self._starts, position)
        return Place(self.name, self.before + line, position - self._starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """A line by its number in the file, empty if it is not in this text."""
        number -= self.before
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
        return self.text[start:end]

    def error(self, position: int, message: str) -> TextError:
        place = self.place(min(position, len(self.text)))
        return TextError(message, place, self.line(place.line))


def decode(content: str | bytes, name: str, limits: Limits) -> Source:
    """The text of a file: UTF-8, without NUL, not too long. Raises TextError."""
    if len(content) > limits.bytes:
        raise TextError(f"{len(content)} bytes of text; at most {limits.bytes} are read", Place(name, 1, 1))
    try:
        text = content.decode() if isinstance(content, bytes) else content
    except UnicodeDecodeError as error:
        before = Source(error.object[: error.start].decode(errors="replace"), name)
        raise before.error(error.start, "this byte is not UTF-8 text") from None
    source = Source(text, name)
    if (at := text.find("\0")) >= 0:
        raise source.error(at, "text holds a NUL byte")
    return source


_STRING = r'"(?:[^"\\\n\v\f]|\\(?:["nt\\]|[0-9A-Fa-f]{2}))*"'
_TOKEN = re.compile(_STRING + r'|"|//[^\n]*|->|[<>]=|[(\[{<]|[)\]}>]|\d+')


def check(source: Source, limits: Limits) -> None:
    """Refuse text that is nested too deeply or has huge numbers or broken strings, without parsing it.

    xDSL's lexer takes exponential time for a string that does not end. Raises TextError.
    """
    depth = 0
    for token in _TOKEN.finditer(source.text):
        first = token[0][0]
        if token[0] == '"':
            raise source.error(token.start(), "this string does not end on its line, or has a wrong escape")
        if first in "([{<" and len(token[0]) == 1:
            depth += 1
            if depth > limits.depth:
                raise source.error(token.start(), f"brackets nested more than {limits.depth} deep")
        elif first in ")]}>" and len(token[0]) == 1:
            depth = max(depth - 1, 0)
        elif first.isdigit() and len(token[0]) > limits.digits:
            raise source.error(token.start(), f"a number of {len(token[0])} digits; at most {limits.digits} are read")
