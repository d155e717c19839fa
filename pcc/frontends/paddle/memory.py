"""Paddle tensors as memory: fresh results, addresses of arguments."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pcc.frontends.paddle.private import C_ops, core, paddle


def paddle_dtype(name: str) -> Any:
    """Paddle's dtype object by its name (`float32`)."""
    return getattr(paddle, name)


def empty(shape: Sequence[int], dtype: Any) -> Any:
    """An uninitialised CPU tensor."""
    return C_ops.empty(shape, dtype, _CPU)


_CPU = core.CPUPlace()
