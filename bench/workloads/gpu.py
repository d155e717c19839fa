"""Workloads for a GPU: those of cases.py that it suits, at sizes that leave its caches; float32."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bench.workloads.cases import CASES, Case

ROWS, WIDTH = 65536, 1024  # 256 MiB
LARGE = {
    "a": lambda make: [make(ROWS, WIDTH), make(WIDTH), make(WIDTH)],
    "b": lambda make: [make(ROWS, WIDTH)],
    "c": lambda make: [make(ROWS, WIDTH), make(ROWS, WIDTH), make(WIDTH), make(WIDTH)],
    "d1": lambda make: [make(ROWS, WIDTH)],
    "d2": lambda make: [make(ROWS, WIDTH)],
    "d3": lambda make: [make(ROWS, WIDTH)],
}
SAME = ("e", "f", "g", "h", "i")  # at the sizes of cases.py


def add(o: Any, x: Any, y: Any) -> Any:
    return x + y


def long_softmax(o: Any, x: Any) -> Any:
    return o.softmax(x)


def odd_softmax(o: Any, x: Any) -> Any:
    return o.softmax(x)


def turned(o: Any, x: Any, y: Any) -> Any:
    return o.transpose(x, [1, 0]) + y


def joined(o: Any, x: Any, y: Any) -> Any:
    return o.concat([x, y])


def running(o: Any, x: Any) -> Any:
    return o.cumsum(x)


def product(o: Any, x: Any, y: Any) -> Any:
    return o.matmul(x, y)


GPU_CASES = {
    "add": Case("x + y", add, lambda make: [make(ROWS, WIDTH), make(ROWS, WIDTH)]),
    **{name: replace(CASES[name], inputs=inputs, bar=1.0) for name, inputs in LARGE.items()},
    "b2": Case("softmax of 32768", long_softmax, lambda make: [make(2048, 32768)]),
    "b3": Case("softmax of 50257", odd_softmax, lambda make: [make(1024, 50257)]),
    "t": Case("transposed sum", turned, lambda make: [make(8192, 8192), make(8192, 8192)]),
    "n": Case("concat of columns", joined, lambda make: [make(ROWS, WIDTH // 2), make(ROWS, WIDTH // 2)]),
    "s": Case("cumsum of columns", running, lambda make: [make(1024, ROWS)]),
    "p": Case("product of 4096^3", product, lambda make: [make(4096, 4096), make(4096, 4096, scale=1 / 64)]),
    **{name: replace(CASES[name], bar=1.0, most_us=0.0) for name in SAME},
}
