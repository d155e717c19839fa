"""Matrix products by cuBLASLt, through ctypes (cublasLt.h, CUDA 13)."""

from __future__ import annotations

import ctypes
import site
import struct
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pcc.runtime.cuda.program import Routine
from pcc.runtime.errors import DeviceError

WORKSPACE = 32 << 20  # bytes
WAYS = 8  # that the heuristic is asked for
_TYPES = {"f32": 0, "f64": 1}  # CUDA_R_32F, CUDA_R_64F
_COMPUTE = {"f32": 68, "f64": 70}  # CUBLAS_COMPUTE_32F, CUBLAS_COMPUTE_64F
_TRANSPOSE_A, _TRANSPOSE_B = 3, 4  # attributes of a product
_EPILOGUE, _BIAS = 7, 8
_DEFAULT, _ADD_BIAS, _RELU_BIAS = 1, 4, 6  # CUBLASLT_EPILOGUE_...
_BATCHES, _BATCH_STEP = 5, 6  # attributes of a matrix
_MOST_WORKSPACE = 1  # an attribute of a preference
_HEURISTIC = 96  # bytes of a result of the heuristic


@cache
def _library() -> ctypes.CDLL:
    """Raises DeviceError."""
    roots = dict.fromkeys([*site.getsitepackages(), *sys.path])
    wheels = [Path(root) / folder for root in roots for folder in ("nvidia/cu13/lib", "nvidia/cublas/lib")]
    for folder in (*wheels, Path("/usr/local/cuda/lib64")):
        for path in sorted(folder.glob("libcublasLt.so.1?")):
            return ctypes.CDLL(str(path))
    raise DeviceError("matrix products on a device are cuBLASLt's, which is not installed: pip install nvidia-cublas")


def _check(status: int) -> None:
    if status:
        raise DeviceError(f"cuBLASLt: status {status}")


@dataclass(frozen=True)
class Matrix:
    """A matrix in columns, as cuBLASLt sees it, each `leading` elements behind the last; the step between batches."""

    rows: int
    columns: int
    leading: int
    turned: bool
    step: int


@dataclass(frozen=True)
class Gemm:
    """c[m, n] = sum of a[m, k] b[k, n], all by rows; cuBLASLt, whose matrices go by columns, is asked for c' = b' a'.

    `batches` of these lie in even steps; `outer` such runs lie `steps` elements of a, b and c apart.
    """

    dtype: str
    m: int
    n: int
    batches: int
    a: Matrix
    b: Matrix
    c: Matrix
    outer: int = 1
    steps: tuple[int, int, int] = (0, 0, 0)

    @staticmethod
    def of(fields: Mapping[str, int], dtype: str) -> Gemm | None:
        """By the fields of `pcc.dialects.routines.GEMM`; None if its operands lie otherwise than matrices do."""
        get = lambda name: fields.get(name, 0)  # noqa: E731
        m, n, k, outer, inner = get("m"), get("n"), get("k"), max(get("batch0"), 1), max(get("batch1"), 1)
        first, second = ([get(f"{x}_batch{level}") for x in "abc"] for level in (0, 1))
        if inner == 1 or all(f == s * inner for f, s in zip(first, second, strict=True)):
            outer, inner, second = 1, outer * inner, first if inner == 1 else second
        a = _matrix(k, m, get("a_column"), get("a_row"), second[0])
        b = _matrix(n, k, get("b_column"), get("b_row"), second[1])
        if a is None or b is None:
            return None
        c = Matrix(n, m, max(get("c_row"), n), False, second[2])
        return Gemm(dtype, m, n, inner, a, b, c, outer, (first[0], first[1], first[2]))


def _matrix(inner: int, outer: int, inner_step: int, outer_step: int, batch_step: int) -> Matrix | None:
    """`inner` x `outer` in columns, either as it lies or turned."""
    if inner_step == 1 or inner == 1:
        return Matrix(inner, outer, max(outer_step, inner), False, batch_step) if outer_step or outer == 1 else None
    if outer_step == 1 or outer == 1:
        return Matrix(outer, inner, max(inner_step, outer), True, batch_step)
    return None


class Product:
    """One product. The first call tries the ways that the heuristic likes best, and keeps the quickest."""

    def __init__(self, handle: ctypes.c_void_p, gemm: Gemm, epilogue: int) -> None:
        library, self._gemm, self._handle = _library(), gemm, handle
        kind = _TYPES[gemm.dtype]
        self._product = _made(library.cublasLtMatmulDescCreate, _COMPUTE[gemm.dtype], kind)
        for name, matrix in ((_TRANSPOSE_A, gemm.b), (_TRANSPOSE_B, gemm.a)):
            _set(library.cublasLtMatmulDescSetAttribute, self._product, name, "i", int(matrix.turned))
        _set(library.cublasLtMatmulDescSetAttribute, self._product, _EPILOGUE, "i", epilogue)
        self._layouts = [_layout(m, kind, gemm.batches) for m in (gemm.b, gemm.a, gemm.c)]
        self._ways = self._liked()
        number = ctypes.c_double if gemm.dtype == "f64" else ctypes.c_float
        self._one, self._zero = number(1), number(0)

    def _liked(self) -> list[ctypes.Array[ctypes.c_char]]:
        library, preference = _library(), _made(_library().cublasLtMatmulPreferenceCreate)
        _set(library.cublasLtMatmulPreferenceSetAttribute, preference, _MOST_WORKSPACE, "Q", WORKSPACE)
        held, found = ctypes.create_string_buffer(_HEURISTIC * WAYS), ctypes.c_int()
        b, a, c = self._layouts
        _check(library.cublasLtMatmulAlgoGetHeuristic(
            self._handle, self._product, b, a, c, c, preference, WAYS, held, ctypes.byref(found)
        ))  # fmt: skip
        if not found.value:
            raise DeviceError(f"cuBLASLt knows no way to compute {self._gemm}")
        return [
            ctypes.create_string_buffer(held.raw[i * _HEURISTIC : (i + 1) * _HEURISTIC]) for i in range(found.value)
        ]

    @property
    def undecided(self) -> bool:
        return len(self._ways) > 1

    def decide(self, seconds: Callable[[Callable[[], None]], float], *call: int) -> None:
        """Keep the way for which `seconds` tells the least of a call."""
        times = [seconds(lambda way=way: self._call(way, *call)) for way in self._ways]
        self._ways = [self._ways[times.index(min(times))]]

    def __call__(self, *call: int) -> None:
        """Addresses of a, b, c, the bias (or 0), the workspace; the stream's handle."""
        self._call(self._ways[0], *call)

    def _call(
        self, way: ctypes.Array[ctypes.c_char], a: int, b: int, c: int, bias: int, workspace: int, stream: int
    ) -> None:
        if bias:
            _set(_library().cublasLtMatmulDescSetAttribute, self._product, _BIAS, "Q", bias)
        of_b, of_a, of_c = self._layouts
        step_a, step_b, step_c = (step * int(self._gemm.dtype[1:]) // 8 for step in self._gemm.steps)
        one, zero, at = ctypes.byref(self._one), ctypes.byref(self._zero), ctypes.c_void_p
        for n in range(self._gemm.outer):
            out = at(c + n * step_c)
            _check(_library().cublasLtMatmul(
                self._handle, self._product, one, at(b + n * step_b), of_b, at(a + n * step_a), of_a, zero, out, of_c,
                out, of_c, way, at(workspace), ctypes.c_size_t(WORKSPACE), at(stream),
            ))  # fmt: skip


def epilogue(step: Routine) -> int:
    """cuBLASLt's name of what follows a product."""
    return _DEFAULT if step.bias is None else _RELU_BIAS if step.relu else _ADD_BIAS


def handle() -> ctypes.c_void_p:
    """Of the current context."""
    return _made(_library().cublasLtCreate)


def _made(create: object, *arguments: int) -> ctypes.c_void_p:
    made = ctypes.c_void_p()
    _check(create(ctypes.byref(made), *arguments))  # type: ignore[operator]
    return made


def _layout(matrix: Matrix, kind: int, batches: int) -> ctypes.c_void_p:
    made, library = ctypes.c_void_p(), _library()
    rows, columns = ctypes.c_uint64(matrix.rows), ctypes.c_uint64(matrix.columns)
    _check(library.cublasLtMatrixLayoutCreate(ctypes.byref(made), kind, rows, columns, ctypes.c_int64(matrix.leading)))
    if batches > 1:
        _set(library.cublasLtMatrixLayoutSetAttribute, made, _BATCHES, "i", batches)
        _set(library.cublasLtMatrixLayoutSetAttribute, made, _BATCH_STEP, "q", matrix.step)
    return made


def _set(setter: object, target: ctypes.c_void_p, attribute: int, form: str, value: int) -> None:
    held = struct.pack(form, value)
    _check(setter(target, attribute, held, ctypes.c_size_t(len(held))))  # type: ignore[operator]
