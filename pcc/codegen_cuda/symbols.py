"""C++ names for a program's kernels: only letters, digits and underscores, and none of the prelude's."""

from __future__ import annotations

import hashlib
import re

OWN = "k_"


def mangle(symbol: str) -> str:
    """The kernel's name, whatever the symbol is."""
    if re.fullmatch(r"[A-Za-z0-9_]{1,60}", symbol):
        return OWN + symbol
    digest = hashlib.sha256(symbol.encode()).hexdigest()[:12]
    return f"{OWN}{re.sub('[^A-Za-z0-9_]', '_', symbol[:40])}_{digest}"
