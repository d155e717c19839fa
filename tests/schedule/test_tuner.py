"""The tuner keeps what is faster, one option after another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from xdsl.dialects.func import FuncOp

from pcc.passes.base import Analyses, Pass, choices, passes
from pcc.passes.pipeline import parse_pipeline, print_pipeline
from pcc.schedule.goals import CpuExecutable
from pcc.schedule.tuner import Settings, trials, tune


@dataclass(frozen=True)
class Wide(Pass):
    name: ClassVar[str] = "wide"
    lanes: int = choices(8, 4, 16)
    deep: bool = choices(False, True)
    label: str = "not for tuning"

    def run(self, func: FuncOp, analyses: Analyses) -> bool:
        return False


def seconds(settings: Settings) -> float:
    given = {"lanes": 8, "deep": False, **settings.get("wide", {})}
    return {8: 4.0, 4: 3.95, 16: 3.0}[given["lanes"]] * (0.5 if given["deep"] and given["lanes"] == 16 else 1.0)  # type: ignore[index]


def test_the_best_of_each_option_is_kept_for_the_next() -> None:
    asked: list[tuple[Settings, Settings]] = []

    def ratio(one: Settings, other: Settings) -> float:
        asked.append((one, other))
        return seconds(one) / seconds(other)

    assert tune(ratio, {"wide": Wide}) == {"wide": {"lanes": 16, "deep": True}}
    assert len(asked) == 3
    assert asked[-1][1] == {"wide": {"lanes": 16}}


def test_differences_that_are_noise_change_nothing() -> None:
    assert tune(lambda one, other: 0.98, {"wide": Wide}) == {}


def test_what_may_be_tried_is_part_of_a_pipeline() -> None:
    found = list(trials(passes()))
    assert {(name, option) for name, option, _ in found} >= {("fuse", "max_ops"), ("lower-to-loops", "vector_bits")}
    for name, option, value in found:
        steps = CpuExecutable().plan(settings={name: {option: value}})
        assert getattr(next(step for step in steps if step.name == name), option) == value
        assert parse_pipeline(print_pipeline(steps)) == steps
