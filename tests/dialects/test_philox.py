"""The generator of random numbers gives the words that its authors publish (Random123, kat_vectors)."""

from __future__ import annotations

from typing import Any

import pytest

from pcc.dialects.pd.random import philox

WORDS = [
    ([0] * 4, [0] * 2, [0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8]),
    ([0xFFFFFFFF] * 4, [0xFFFFFFFF] * 2, [0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD]),
    (
        [0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344],
        [0xA4093822, 0x299F31D0],
        [0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1],
    ),
]


class Integers:
    """Scalars as Python integers of 64 bits."""

    mul = staticmethod(lambda a, b: (a * b) % 2**64)
    add = staticmethod(lambda a, b: (a + b) % 2**64)
    constant = staticmethod(lambda value, dtype: value)
    logical_and = staticmethod(lambda a, b: a & b)
    logical_xor = staticmethod(lambda a, b: a ^ b)
    apply = staticmethod(lambda name, args, dtype: args[0] >> args[1])


@pytest.mark.parametrize(("counter", "key", "wanted"), WORDS)
def test_known_answers(counter: list[int], key: list[int], wanted: list[int]) -> None:
    k: Any = Integers()
    assert philox(k, counter, key) == wanted
