"""Fits the piecewise polynomials of pcc.codegen_cpu.vector_math and writes its pieces.py.

python tools_dev/fit_pieces.py
"""

from __future__ import annotations

import struct
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import mpmath as mp
from minimax import Curve, Real, grid, horner, rounded

OUT = Path(__file__).parent.parent / "pcc/codegen_cpu/vector_math/pieces.py"
PIECES = 16  # as many as a register has lanes
BITS = 24
DEGREE = 5


@dataclass(frozen=True)
class Job:
    """An odd function for x >= 0; where its pieces begin, the first about 0, the others about their middles.

    `lane` is where in a register the piece about a middle stands; `lift` is added to the last piece, so that it ends at
    1.
    """

    name: str
    words: str
    curve: Curve
    edges: tuple[float, ...]
    lane: Callable[[float], int]
    lift: float = 0.0


def nearest_quarter(x: float) -> int:
    return round(4 * x)


def leading_bits(x: float) -> int:
    """Two bits each of the exponent and fraction of x + 3/4: finer near zero."""
    (bits,) = struct.unpack("<I", struct.pack("<f", x + 0.75))
    return (bits >> 21) % PIECES


TANH_EDGES = (0, 0.125, 0.25, 0.5, 0.75, 1, 1.25, 1.75, 2.25, 2.75, 3.25, 4.25, 5.25, 6.25, 7.25, 9.25)
JOBS = [
    Job(
        "ERF",
        "erf(c + d), c the nearest quarter",
        mp.erf,
        (0, *(k / 4 + 0.125 for k in range(PIECES))),
        nearest_quarter,
        2.2e-8,
    ),
    Job("TANH", "tanh(c + d), c of TANH_CENTERS", mp.tanh, TANH_EDGES, leading_bits),
]


def pieces(job: Job) -> tuple[list[float], list[list[float]]]:
    """By lane: where the piece is centred, and its coefficients; zeros in a lane without a piece."""
    centers, rows = [0.0] * PIECES, [[0.0] * (DEGREE + 1)] * PIECES
    for low, high in pairwise(job.edges):
        middle, lift = (low + high) / 2 if low else 0.0, job.lift if high == job.edges[-1] else 0.0
        lane = job.lane(middle)
        centers[lane] = middle
        if low:
            rows[lane] = _fit(lambda d: job.curve(middle + d) + lift, low - middle, high - middle, DEGREE)  # noqa: B023
        else:
            rows[lane] = [0.0, *_fit(lambda d: job.curve(d) / d, high / 2**20, high, DEGREE - 1)]
    return centers, rows


def _fit(curve: Curve, low: float, high: float, degree: int) -> list[float]:
    """Least squares of the relative error on Chebyshev points: near minimax, and steady where Remez exchange is not.

    After each of the first coefficients is rounded the others are fitted anew.
    """
    points, found = grid(mp.mpf(low), mp.mpf(high), 3 * (degree + 2)), list[Real]()
    while len(found) <= degree:
        rest = range(len(found), degree + 1)
        rows = mp.matrix([[t**k / curve(t) for k in rest] for t in points])
        wanted = mp.matrix([1 - horner(found, t) / curve(t) for t in points])
        found.append(rounded(mp.qr_solve(rows, wanted)[0][0], BITS))
    return [float(c) for c in found]


HEAD = '''"""Odd functions in 16 pieces: polynomials in d about each piece's center. Written by tools_dev/fit_pieces.py.

A row has the coefficients of one power of d, from the lowest on, for every piece.
"""

# fmt: off
'''


def row(values: Sequence[float]) -> str:
    text = textwrap.fill(", ".join(map(repr, values)), 108, break_on_hyphens=False, break_long_words=False)
    return f"(\n{textwrap.indent(text, '        ')},\n    )"


def main() -> None:
    mp.mp.dps = 40
    parts = [HEAD]
    for job in JOBS:
        centers, rows = pieces(job)
        if job.lane is leading_bits:
            parts.append(f"{job.name}_CENTERS = {tuple(centers)}\n")
        powers = ",\n    ".join(row(power) for power in zip(*rows, strict=True))
        parts.append(f"# {job.words}\n{job.name} = (\n    {powers},\n)\n")
    OUT.write_text("\n".join(parts))


if __name__ == "__main__":
    main()
