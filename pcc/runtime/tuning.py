"""Options of passes found by measuring a program on this machine; what was found is kept in the cache."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np
from xdsl.dialects.builtin import ModuleOp

from pcc.codegen_cpu.compile import ObjectCode, fingerprint
from pcc.codegen_cpu.target import Target, host
from pcc.config import logger
from pcc.dialects.pd.control_flow import WhileOp
from pcc.dialects.structure import canonical_text
from pcc.runtime.build import Build, build, main_of
from pcc.runtime.cache import PROGRAM, disk_cache, sources_digest
from pcc.runtime.tensor_types import spec_of
from pcc.runtime.tensors import Array, TensorSpec

if TYPE_CHECKING:
    from pcc.schedule.tuner import Settings

ROUNDS = 7
SECONDS = 0.02  # of calls in a row, in each round


def tuned(module: ModuleOp, target: Target | None = None) -> Build:
    """The program built with the options that are fastest on made-up inputs; measured once, then out of the cache.

    A program whose loops wait for data is not measured, as made-up data might never end them.
    """
    target, cache, main = target or host(), disk_cache(), main_of(module)
    if any(isinstance(op, WhileOp) for op in main.walk()):
        logger("tune").info("not measured: its loops depend on data")
        return build(module, target)
    key = fingerprint(target, "tuned", sources_digest(*PROGRAM), canonical_text(main.body.block))
    found = cache.get(key) if cache else None
    settings = dict(found.about["settings"]) if found else _measured(module, target)
    logger("tune").info("%s %s", "found" if found else "measured", settings)
    if cache and not found:
        cache.put(key, ObjectCode((), {"name": "tuned options", "settings": settings}))
    return build(module, target, settings=settings)


def _measured(module: ModuleOp, target: Target) -> Settings:
    from pcc.schedule.tuner import tune  # brings in all passes: not for who only loads

    return tune(Measurement(module, target).ratio)


class Measurement:
    """Times of one program under different settings, called in turn."""

    def __init__(self, module: ModuleOp, target: Target) -> None:
        self.module, self.target = module, target
        types = main_of(module).function_type
        self._arrays = [made_up(spec_of("x", type)) for type in types.inputs]
        self._arrays += [spec_of("y", type).empty() for type in types.outputs]

    def ratio(self, one: Settings, other: Settings) -> float:
        """The time of one over that of the other: the median of rounds in which both run."""
        builds = [build(self.module.clone(), self.target, settings=settings) for settings in (one, other)]
        if builds[0].pipeline == builds[1].pipeline:
            return 1.0
        return statistics.median(a / b for a, b in self._rounds(builds))

    def _rounds(self, builds: list[Build]) -> Iterator[list[float]]:
        counts = [max(1, int(SECONDS / max(self._seconds(b, 1), 1e-7))) for b in builds]
        for _ in range(ROUNDS):
            yield [self._seconds(b, count) for b, count in zip(builds, counts, strict=True)]

    def _seconds(self, made: Build, count: int) -> float:
        """Of one call, out of so many."""
        pointers = [array.ctypes.data for array in self._arrays]
        start = perf_counter()
        for _ in range(count):
            made.executable(pointers)
        return (perf_counter() - start) / count


def made_up(spec: TensorSpec) -> Array:
    """Floats around 1; zeros of other types, which index anything."""
    if spec.storage.kind != "f":
        return np.zeros(spec.shape, spec.storage)
    return np.random.default_rng(0).uniform(0.5, 1.5, spec.shape).astype(spec.storage)
