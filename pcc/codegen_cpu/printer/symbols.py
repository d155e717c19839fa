"""LLVM names for a program's functions."""

from __future__ import annotations

import hashlib
import re

from xdsl.dialects.builtin import ModuleOp
from xdsl.dialects.func import FuncOp
from xdsl.ir import Operation

OWN = "f_"


def mangle(symbol: str) -> str:
    """The LLVM name of a program's function: never that of a library's, whatever the symbol is."""
    if symbol == "main" or re.fullmatch(r"[A-Za-z0-9_]{1,60}", symbol):
        return symbol if symbol == "main" else OWN + symbol
    digest = hashlib.sha256(symbol.encode()).hexdigest()[:12]
    return f"{OWN}{re.sub('[^A-Za-z0-9_]', '_', symbol[:40])}.{digest}"


def callee(op: Operation, symbol: str) -> str:
    """The LLVM name of a function that an op calls. Raises NotImplementedError for one that the program lacks."""
    root = op.get_toplevel_object()
    assert isinstance(root, ModuleOp)
    if not any(isinstance(f, FuncOp) and f.sym_name.data == symbol and not f.is_declaration for f in root.ops):
        raise NotImplementedError(f"a call of {symbol}, which is no function of the program")
    return mangle(symbol)
