"""The symbols of a relocatable object (ELF64, little-endian; System V ABI, chapter 4)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_HEADER = struct.Struct("<40xQ10xHHH")  # of the file: where its section headers are, the size of one, how many
_SECTION = struct.Struct("<4xI16xQQI12xQ")  # kind, offset, size, link, size of an entry
_SYMBOL = struct.Struct("<IBxH16x")  # name, binding and type, section
_SYMBOL_TABLE = 2
_UNDEFINED = 0


@dataclass(frozen=True)
class Symbols:
    """Names that an object defines for others, and those that it needs."""

    defined: frozenset[str]
    needed: frozenset[str]

    @staticmethod
    def of(code: bytes) -> Symbols:
        """Raises struct.error, IndexError or ValueError if the bytes are no such object."""
        known = [(name, section) for name, binding, section in _read(code) if name and binding >> 4]
        needed = frozenset(name for name, section in known if section == _UNDEFINED)
        return Symbols(frozenset(name for name, _ in known) - needed, needed)


def _read(code: bytes) -> Iterator[tuple[str, int, int]]:
    at, size, count, _ = _HEADER.unpack_from(code)
    sections = [_SECTION.unpack_from(code, at + n * size) for n in range(count)]
    for kind, offset, length, link, step in sections:
        if kind == _SYMBOL_TABLE:
            names = sections[link][1]
            for place in range(offset, offset + length, step):
                name, binding, section = _SYMBOL.unpack_from(code, place)
                start = names + name
                yield code[start : code.index(b"\0", start)].decode(), binding, section
