"""Paddle's public functions of tiers 1 and 2: one entry each, in a file per family, found by a scan.

Tier 1 is what models and scientific programs need daily; tier 2 what they need now and then.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import MappingProxyType

from pcc.testing.functions.base import Function


@cache
def table() -> MappingProxyType[str, Function]:
    """All entries by name: the tuples FUNCTIONS of the package's modules."""
    found: dict[str, Function] = {}
    for module in pkgutil.iter_modules(__path__):
        family = importlib.import_module(f"{__name__}.{module.name}")
        for entry in getattr(family, "FUNCTIONS", ()):
            assert entry.name not in found, entry.name
            found[entry.name] = entry
    return MappingProxyType(dict(sorted(found.items())))
