"""What is known of a compiled program besides its code; kept with it in the cache."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from xdsl.dialects.func import FuncOp

from pcc.dialects.errors import Place
from pcc.dialects.kernel import LaunchOp
from pcc.dialects.locations import place_of
from pcc.dialects.pd.base import PdOp
from pcc.passes.base import Note


@dataclass(frozen=True)
class Kernel:
    """One kernel: its kind (`loops`, or the routine's that computes it), the ops in it, the types of its results, the
    symbol of its function if it has one, the bytes that it reads and writes, its operations, and the user's line.
    """

    kind: str
    ops: tuple[str, ...]
    results: tuple[str, ...]
    symbol: str = ""
    bytes: int = 0
    flops: int = 0
    where: str = ""

    @staticmethod
    def of(launch: LaunchOp, symbol: str, bytes: int, flops: int) -> Kernel:
        where = str(place_of(launch.location, Place("")))
        ops = [op.name.removeprefix("pd.") for op in launch.body.block.ops if isinstance(op, PdOp)]
        types = tuple(map(str, launch.outputs.types))
        return Kernel(launch.kind.data, tuple(ops), types, symbol, bytes, flops, where)

    @staticmethod
    def from_json(value: Mapping[str, Any], where: str) -> Kernel:
        ops, results = (tuple(map(str, value[name])) for name in ("ops", "results"))
        numbers = int(value["bytes"]), int(value["flops"])
        return Kernel(str(value["kind"]), ops, results, str(value["symbol"]), *numbers, where)


@dataclass(frozen=True)
class ProgramFacts:
    """Bytes of arena that a call needs, the pipeline that made the program, its kernels in order, what was declined."""

    arena_bytes: int
    pipeline: str
    kernels: tuple[Kernel, ...]
    declined: tuple[Note, ...] = ()

    def to_json(self, places: Sequence[str]) -> dict[str, Any]:
        """`places`: of the program's ops, in order. Lines are kept as places in it: the next program has others."""
        value = asdict(self)
        for row in (*value["kernels"], *value["declined"]):
            row["where"] = places.index(row["where"]) if row["where"] in places else None
        return value

    @staticmethod
    def from_json(value: Mapping[str, Any], places: Sequence[str]) -> ProgramFacts:
        """Raises KeyError, TypeError, IndexError for another value."""

        def line(row: Mapping[str, Any]) -> str:
            return "" if row["where"] is None else places[int(row["where"])]

        kernels = [Kernel.from_json(kernel, line(kernel)) for kernel in value["kernels"]]
        declined = [replace(Note(**note), where=line(note)) for note in value["declined"]]
        return ProgramFacts(int(value["arena_bytes"]), str(value["pipeline"]), tuple(kernels), tuple(declined))


def places_of(main: FuncOp) -> list[str]:
    """The source line of every op, in order."""
    return [str(place_of(op.location, Place(""))) for op in main.walk()]
