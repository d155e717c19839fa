"""Programs of a few kernels of each class, as text of the `pd` dialect."""

from __future__ import annotations

from pcc.dialects.text import parse_module
from pcc.runtime.cuda.compilation import compile_for_device
from pcc.runtime.cuda.program import Program

BODIES = {
    "elements": ("%x: tensor<70x20xf32>, %y: tensor<20xf32>", "70x20", """
        %0 = pd.add %x, %y : (tensor<70x20xf32>, tensor<20xf32>) -> tensor<70x20xf32>
        %r = pd.tanh %0 : (tensor<70x20xf32>) -> tensor<70x20xf32>"""),
    "rows": ("%x: tensor<5x1100xf32>", "5x1100", """
        %r = pd.softmax %x {axis = -1 : i64} : (tensor<5x1100xf32>) -> tensor<5x1100xf32>"""),
    "long rows": ("%x: tensor<3x33000xf32>", "3x33000", """
        %r = pd.softmax %x {axis = -1 : i64} : (tensor<3x33000xf32>) -> tensor<3x33000xf32>"""),
    "columns": ("%x: tensor<101x144xf32>", "144", """
        %r = pd.sum %x {axis = array<i64: 0>, keepdim = 0 : i64} : (tensor<101x144xf32>) -> tensor<144xf32>"""),
    "tiles": ("%x: tensor<70x130xf32>", "130x70", """
        %0 = pd.transpose %x {perm = array<i64: 1, 0>} : (tensor<70x130xf32>) -> tensor<130x70xf32>
        %r = pd.exp %0 : (tensor<130x70xf32>) -> tensor<130x70xf32>"""),
    "product": ("%x: tensor<70x33xf32>, %y: tensor<33x72xf32>", "70x72", """
        %0 = pd.matmul %x, %y {transpose_x = 0 : i64, transpose_y = 0 : i64}
            : (tensor<70x33xf32>, tensor<33x72xf32>) -> tensor<70x72xf32>
        %r = pd.tanh %0 : (tensor<70x72xf32>) -> tensor<70x72xf32>"""),
    "tensor cores": ("%x: tensor<70x104xbf16>, %y: tensor<104x72xbf16>", "70x72", """
        %0 = pd.matmul %x, %y {transpose_x = 0 : i64, transpose_y = 0 : i64}
            : (tensor<70x104xbf16>, tensor<104x72xbf16>) -> tensor<70x72xbf16>
        %1 = pd.cast %0 {dtype = f32} : (tensor<70x72xbf16>) -> tensor<70x72xf32>
        %r = pd.tanh %1 : (tensor<70x72xf32>) -> tensor<70x72xf32>"""),
    "ragged tensor cores": ("%x: tensor<2x33x70xf16>, %y: tensor<2x67x33xf16>", "2x70x67", """
        %0 = pd.matmul %x, %y {transpose_x = 1 : i64, transpose_y = 1 : i64}
            : (tensor<2x33x70xf16>, tensor<2x67x33xf16>) -> tensor<2x70x67xf16>
        %r = pd.cast %0 {dtype = f32} : (tensor<2x70x67xf16>) -> tensor<2x70x67xf32>"""),
    "scan": ("%x: tensor<70x300xf32>", "70x300", """
        %r = pd.cumsum %x {axis = 0 : i64, flatten = 0 : i64, exclusive = 0 : i64, reverse = 0 : i64}
            : (tensor<70x300xf32>) -> tensor<70x300xf32>"""),
    "scan of rows": ("%x: tensor<2x9000xf32>", "2x9000", """
        %r = pd.cumsum %x {axis = 1 : i64, flatten = 0 : i64, exclusive = 0 : i64, reverse = 1 : i64}
            : (tensor<2x9000xf32>) -> tensor<2x9000xf32>"""),
    "scatter": ("%x: tensor<9x70xf32>, %i: tensor<50xi64>, %y: tensor<50x70xf32>", "9x70", """
        %r = pd.index_add %x, %i, %y {axis = 0 : i64}
            : (tensor<9x70xf32>, tensor<50xi64>, tensor<50x70xf32>) -> tensor<9x70xf32>"""),
    "sort": ("%x: tensor<3x600xf32>", "3x600", """
        %r, %i = pd.argsort %x {axis = -1 : i64, descending = false, stable = false}
            : (tensor<3x600xf32>) -> (tensor<3x600xf32>, tensor<3x600xi64>)"""),
    "first of long rows": ("%x: tensor<2x5000xf32>", "2x300", """
        %r, %i = pd.topk %x {k = 300 : i64, axis = -1 : i64, largest = true, sorted = true}
            : (tensor<2x5000xf32>) -> (tensor<2x300xf32>, tensor<2x300xi64>)"""),
}  # fmt: skip

# Kernels that would ask for more registers than a thread has, if nothing were done.
PRESSED = {
    "long rows of two": ("%x: tensor<2x24000xf32>, %y: tensor<2x24000xf32>", "2x24000", """
        %0 = pd.softmax %x {axis = -1 : i64} : (tensor<2x24000xf32>) -> tensor<2x24000xf32>
        %1 = pd.softmax %y {axis = -1 : i64} : (tensor<2x24000xf32>) -> tensor<2x24000xf32>
        %r = pd.add %0, %1 : (tensor<2x24000xf32>, tensor<2x24000xf32>) -> tensor<2x24000xf32>"""),
    "rows in pieces": ("%x: tensor<60x3x784xf32>", "60x3x784", """
        %0 = pd.mean %x {axis = array<i64: 0, 2>, keepdim = 1 : i64} : (tensor<60x3x784xf32>) -> tensor<1x3x1xf32>
        %1 = pd.subtract %x, %0 : (tensor<60x3x784xf32>, tensor<1x3x1xf32>) -> tensor<60x3x784xf32>
        %2 = pd.multiply %1, %1 : (tensor<60x3x784xf32>, tensor<60x3x784xf32>) -> tensor<60x3x784xf32>
        %3 = pd.mean %2 {axis = array<i64: 0, 2>, keepdim = 1 : i64} : (tensor<60x3x784xf32>) -> tensor<1x3x1xf32>
        %4 = pd.rsqrt %3 : (tensor<1x3x1xf32>) -> tensor<1x3x1xf32>
        %r = pd.multiply %1, %4 : (tensor<60x3x784xf32>, tensor<1x3x1xf32>) -> tensor<60x3x784xf32>"""),
    "short product": ("%x: tensor<5x49x32xf32>, %y: tensor<5x49x32xf32>", "5x49x49", """
        %r = pd.matmul %x, %y {transpose_x = 0 : i64, transpose_y = 1 : i64}
            : (tensor<5x49x32xf32>, tensor<5x49x32xf32>) -> tensor<5x49x49xf32>"""),
}  # fmt: skip

_VECTORS = ("%x: tensor<4x6x32xf32>", "4x6x6", """
        %0 = pd.matmul %x, %x {transpose_x = 0 : i64, transpose_y = 1 : i64}
            : (tensor<4x6x32xf32>, tensor<4x6x32xf32>) -> tensor<4x6x6xf32>
        %v, %1 = pd.eigh %0 {UPLO = "L"} : (tensor<4x6x6xf32>) -> (tensor<4x6xf32>, tensor<4x6x6xf32>)
        %r = pd.tanh %1 : (tensor<4x6x6xf32>) -> tensor<4x6x6xf32>""")  # fmt: skip

# A loop of known turns; such a loop in one that data ends; a routine of the host's library.
NOT_STRAIGHT = {
    "loop": ("%x: tensor<9x4x6xf32>, %w: tensor<6x2xf32>, %b: tensor<6xf32>, %h: tensor<4x2xf32>", "9x4x2", """
        %r, %l = pd.recurrence %x, %w, %b, %h {mode = "GRU", reverse = 1 : i64}
            : (tensor<9x4x6xf32>, tensor<6x2xf32>, tensor<6xf32>, tensor<4x2xf32>)
            -> (tensor<9x4x2xf32>, tensor<4x2xf32>)"""),
    "sweeps": _VECTORS,
    "host": _VECTORS,
}  # fmt: skip


def text(name: str) -> str:
    arguments, result, body = {**BODIES, **PRESSED, **NOT_STRAIGHT}[name]
    return f"func.func @main({arguments}) -> tensor<{result}xf32> {{{body}\n  func.return %r : tensor<{result}xf32>\n}}"


def program(name: str) -> Program:
    return compile_for_device(parse_module(text(name)), {"decompose": {"routines": name == "host"}})
