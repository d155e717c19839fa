"""Error and time of the CPU's elementary functions, as the table of docs/vector_math.md.

python -m bench.vector_math                  # every 61st float, four million doubles a function; some minutes
python -m bench.vector_math --stride 1       # every float
python -m bench.vector_math exp tanh         # some functions
"""

from __future__ import annotations

import argparse
import ctypes
import time
from collections.abc import Callable, Iterator
from ctypes.util import find_library

import numpy as np

from pcc.codegen_cpu.compile import compile_text
from pcc.codegen_cpu.llvm_text import Module
from pcc.codegen_cpu.llvm_types import Value, vector_of
from pcc.codegen_cpu.target import host
from tests.codegen_cpu.elementary import Array, Compiled, ulps
from tests.codegen_cpu.elementary_cases import CASES, PAIRS, pairs, points

SIZE, CHUNK = 4096, 1 << 20
# their references take microseconds
SLOW = {"erfinv", "digamma", "i0", "i1", "i0e", "i1e"}
LIBMVEC = {"exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "tan", "asin", "acos", "atan"}
LIBMVEC |= {"sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "erf", "cbrt"}
NUMPY = {name: f"arc{name[1:]}" for name in ("asin", "acos", "atan", "asinh", "acosh", "atanh")}
NUMPY |= {"absf": "abs", "roundeven": "rint", "powf": "power", "atan2": "arctan2"}
RANGES = {"acosh": (1, 3), "log1p": (-0.9, 3), "erfinv": (-0.99, 0.99), "atanh": (-0.99, 0.99)}
RANGES |= {"asin": (-1, 1), "acos": (-1, 1)}
POSITIVE = {"powf", "log", "log2", "log10", "sqrt", "rsqrt", "lgamma", "digamma"}


def floats(stride: int) -> Iterator[Array]:
    """Every stride-th float, by bits."""
    for start in range(0, 2**32, CHUNK * stride):
        words = np.arange(start, min(start + CHUNK * stride, 2**32), stride, dtype=np.uint64)
        yield words.astype(np.uint32).view(np.float32)


def lanes(element: str) -> int:
    return host().lanes(32 if element == "float" else 64)


def worst(name: str, element: str, stride: int) -> float:
    """The largest error in ulp, over a grid of floats or over random doubles of all sizes and in the intervals."""
    wide, largest = np.float64 if element == "float" else np.longdouble, 0.0
    reference = (CASES | PAIRS)[name].reference
    compiled = Compiled(name, element, lanes(element), arity(name))
    for xs in samples(name, element, stride):
        with np.errstate(all="ignore"):
            exact = reference(*(x.astype(wide) for x in xs))
        largest = max(largest, float(ulps(compiled(*xs), exact).max(initial=0)))
    return largest


def arity(name: str) -> int:
    return 2 if name in PAIRS else 1


def samples(name: str, element: str, stride: int) -> Iterator[tuple[Array, ...]]:
    count = 1 << (20 if name in SLOW else 21)
    if name in PAIRS:
        yield pairs(element, PAIRS[name], count)
    elif element == "double":
        yield (points(element, CASES[name], count),)
    else:
        case = CASES[name]
        for x in floats(stride * 16 if name in SLOW else stride):
            yield (x[(np.abs(x) <= case.below) & ~(case.positive & (x <= 0))],)


def best_time(run: Callable[[int], None], rounds: int = 15) -> float:
    """Nanoseconds per element of the fastest of several runs."""
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        run(20)
        times.append(time.perf_counter() - begin)
    return min(times) / 20 / SIZE * 1e9


def inputs(name: str, dtype: np.dtype[np.floating]) -> Array:
    low, high = RANGES.get(name, (0.01, 3) if name in POSITIVE else (-3, 3))
    return np.random.default_rng(0).uniform(low, high, SIZE).astype(dtype)


def own_time(name: str, element: str) -> float:
    compiled = Compiled(name, element, lanes(element), arity(name))
    x = inputs(name, compiled.dtype)
    y = np.empty_like(x)
    addresses = [x.ctypes.data] * arity(name) + [y.ctypes.data]
    return best_time(lambda repeats: compiled.go(*addresses, SIZE, repeats))


def numpy_time(name: str, element: str) -> float | None:
    function = getattr(np, NUMPY.get(name, name), None)
    if not isinstance(function, np.ufunc):
        return None
    x = inputs(name, np.dtype(np.float32 if element == "float" else np.float64))
    y = np.empty_like(x)

    def run(repeats: int) -> None:
        for _ in range(repeats):
            function(*[x] * arity(name), out=y)

    return best_time(run)


def libmvec_time(name: str) -> float | None:
    """Glibc's vector function on floats, called from the same loop."""
    path, width = find_library("mvec"), lanes("float")
    if name not in LIBMVEC or not path:
        return None
    symbol = f"_ZGV{ {4: 'b', 8: 'd', 16: 'e'}[width] }N{width}v_{name}f"
    library, module, type = ctypes.CDLL(path), Module(), vector_of("float", width)
    address = ctypes.cast(getattr(library, symbol), ctypes.c_void_p).value or 0
    params = [("ptr", "x"), ("ptr", "y"), ("i64", "n"), ("i64", "repeats")]
    f = module.function("go", "void", params, attributes='nounwind "prefer-vector-width"="512"')
    source, target, n, repeats = f.params

    def one(i: Value) -> None:
        f.store(f.call(symbol, type, f.load(type, f.gep("float", source, i))), f.gep("float", target, i))

    def again(_: Value) -> None:
        f.loop(0, n, width, one)

    f.loop(0, repeats, 1, again)
    f.ret()
    code, x = compile_text(str(module), symbols={symbol: address}), inputs(name, np.dtype(np.float32))
    y = np.empty_like(x)
    go = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * 2, *[ctypes.c_int64] * 2)(code.address("go"))
    return best_time(lambda times: go(x.ctypes.data, y.ctypes.data, SIZE, times))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--stride", type=int, default=61)
    options = parser.parse_args()
    print("| function | float: ulp | ns | NumPy ns | libmvec ns | double: ulp | ns | NumPy ns |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for name in options.names or (*CASES, *PAIRS):
        cells: list[float | None] = [worst(name, "float", options.stride), own_time(name, "float")]
        cells += [numpy_time(name, "float"), libmvec_time(name)]
        cells += [worst(name, "double", 1), own_time(name, "double"), numpy_time(name, "double")]
        print(f"| {name} | " + " | ".join("" if c is None else f"{c:.2f}" for c in cells) + " |", flush=True)


if __name__ == "__main__":
    main()
