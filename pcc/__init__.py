"""pcc: a compiler for Paddle programs."""

from __future__ import annotations

import importlib
import sys
from typing import Any

_PADDLE = "pcc.frontends.paddle"
_HOMES = {
    "jit": f"{_PADDLE}.jit",
    "trace": f"{_PADDLE}.stages",
    "explain": f"{_PADDLE}.explain",
    "save": "pcc.runtime.artifact",
    "load": "pcc.runtime.load",
    **dict.fromkeys(("custom_jvp", "custom_vjp"), f"{_PADDLE}.custom"),
    **dict.fromkeys(("jvp", "linearize"), f"{_PADDLE}.forward"),
    **dict.fromkeys(("vjp", "grad", "value_and_grad"), f"{_PADDLE}.reverse"),
    **dict.fromkeys(("jacfwd", "jacrev", "hessian", "hvp"), f"{_PADDLE}.jacobian"),
    "laplacian": f"{_PADDLE}.laplacian",
    "jet": f"{_PADDLE}.jet",
    "vmap": f"{_PADDLE}.batching",
    "functional_call": f"{_PADDLE}.functional_call",
}
__all__ = list(_HOMES)  # pyright: ignore


def __getattr__(name: str) -> Any:
    """Public names load on first use, so that artifacts run where Paddle is not installed."""
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'pcc' has no attribute '{name}'", name=name, obj=sys.modules[__name__])


def __dir__() -> list[str]:
    return __all__
