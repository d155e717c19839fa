"""pcc: a compiler for Paddle programs."""
from __future__ import annotations

from typing import Any

__all__ = ["jit"]


def __getattr__(name: str) -> Any:
    """Public names load on first use, so that artifacts run where Paddle is not installed."""
    if name in __all__:
        from pcc.frontends.paddle import jit

        return getattr(jit, name)
    raise AttributeError(f"module 'pcc' has no attribute '{name}'")
