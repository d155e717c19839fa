"""Numbers as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def sized(size: float) -> str:
    """Bytes in the unit that suits them: `3.2 kB`."""
    return _in(size, ("B", "kB", "MB", "GB"))


def timed(ns: float) -> str:
    """Nanoseconds in the unit that suits them: `3.2 us`."""
    return _in(ns, ("ns", "us", "ms", "s"))


def counted(operations: float) -> str:
    """Floating-point operations in the unit that suits them: `3.2 GFLOP`."""
    return _in(operations, ("FLOP", "kFLOP", "MFLOP", "GFLOP", "TFLOP"))


def quantities(numbers: Mapping[str, float]) -> str:
    """What a note counts: `bytes`, `ns` or `ns ...` of the ways that were compared, or numbers of something else."""

    def shown(name: str, value: float) -> str:
        if name == "bytes":
            return sized(value)
        return timed(value) + name.removeprefix("ns") if name.startswith("ns") else f"{value:g} {name}"

    return ", ".join(shown(name, value) for name, value in numbers.items())


def total(several: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """The sums by name."""
    sums: dict[str, float] = {}
    for numbers in several:
        for name, value in numbers.items():
            sums[name] = sums.get(name, 0.0) + value
    return sums


def _in(value: float, units: tuple[str, ...]) -> str:
    for unit in units[:-1]:
        if value < 1000:
            return f"{value:.3g} {unit}"
        value /= 1000
    return f"{value:.3g} {units[-1]}"
