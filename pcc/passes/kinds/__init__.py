"""How each kind of kernel becomes loops or a call of a library routine: one file a kind, found by a scan."""

from __future__ import annotations

import sys
from functools import cache
from inspect import isabstract

from pcc.dialects import scan
from pcc.passes.kinds.base import Kind


@cache
def kinds() -> dict[str, Kind]:
    """Every kind of kernel by its name (`PdOp.KERNEL`)."""
    found = scan.classes(sys.modules[__name__], Kind)
    return {c.name: c() for c in found if not isabstract(c)}  # pyright: ignore[reportAbstractUsage]
