"""pcc: a compiler for Paddle programs."""

from __future__ import annotations

import importlib
import sys
from typing import Any

_HOMES = {
    "jit": "pcc.frontends.paddle.jit",
    "trace": "pcc.frontends.paddle.stages",
    "explain": "pcc.frontends.paddle.explain",
    "save": "pcc.runtime.artifact",
    "load": "pcc.runtime.artifact",
}
__all__ = ["explain", "jit", "load", "save", "trace"]  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> Any:
    """Public names load on first use, so that artifacts run where Paddle is not installed."""
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'pcc' has no attribute '{name}'", name=name, obj=sys.modules[__name__])


def __dir__() -> list[str]:
    return __all__
