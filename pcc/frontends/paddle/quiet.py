"""Paddle's C++ log lines, kept back while pcc makes Paddle do what the user did not ask for."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from typing import Any

from pcc.frontends.paddle.private import libpaddle

_RAISED = 2  # from INFO (0) to ERROR: "New Executor is Running ...", "Paddle static graph(PIR) not support ..."
_LOCK = threading.Lock()


@contextmanager
def quiet() -> Generator[None]:
    """Only errors are logged inside. Nests, also from several threads."""
    _raise_level(_RAISED)
    try:
        yield
    finally:
        _raise_level(-_RAISED)


def _raise_level(by: int) -> None:
    level = _least_level()
    if level is not None:
        with _LOCK:
            level.value += by


@cache
def _least_level() -> Any:
    """The variable of Paddle's logging library (glog) that says which lines are shown; None if it is out of reach."""
    try:
        return ctypes.c_int.in_dll(ctypes.CDLL(libpaddle.__file__), "_ZN3fLI17FLAGS_minloglevelE")
    except (OSError, ValueError):
        return None
