"""The table of public functions: each entry calls the function that it is named after."""

from __future__ import annotations

from contextlib import suppress
from types import ModuleType
from typing import Any

import paddle
import pytest

from pcc.testing.functions import table
from pcc.testing.inputs import draw

ROOMS = {"paddle.nn.functional": "F", "paddle.linalg": "linalg", "paddle.fft": "fft"}
CASES = [(name, number) for name, entry in table().items() for number in range(len(entry.samples))]


class Watched:
    """A module that notes which of its functions are called."""

    def __init__(self, module: ModuleType, room: str, called: set[str]) -> None:
        self._module, self._room, self._called = module, room, called

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._module, name)
        if isinstance(found, ModuleType):
            path = f"{self._module.__name__}.{name}"
            return Watched(found, ROOMS.get(path, path), self._called)
        self._called.add(f"{self._room}.{name}")
        return found


@pytest.mark.parametrize(("name", "number"), CASES, ids=[f"{name}-{number}" for name, number in CASES])
def test_sample_calls_its_function(name: str, number: int) -> None:
    sample, called = table()[name].samples[number], set[str]()
    with suppress(RuntimeError):  # of what has no kernel here
        sample.call(Watched(paddle, "paddle", called), *draw(sample.specs, name))
    assert name in called


def test_there_are_404() -> None:
    assert len(table()) == 404
