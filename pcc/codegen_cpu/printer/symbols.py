"""LLVM names for a program's functions."""

from __future__ import annotations

import hashlib
import re

OWN = "f_"


def mangle(symbol: str) -> str:
    """The LLVM name of a program's function: never that of a library's, whatever the symbol is."""
    if symbol == "main" or re.fullmatch(r"[A-Za-z0-9_]{1,60}", symbol):
        return symbol if symbol == "main" else OWN + symbol
    digest = hashlib.sha256(symbol.encode()).hexdigest()[:12]
    return f"{OWN}{re.sub('[^A-Za-z0-9_]', '_', symbol[:40])}.{digest}"
