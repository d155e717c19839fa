"""Tensors read by the library where they keep their kind and memory, against what Paddle says of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import paddle
import pytest

import pcc
from pcc.codegen_cpu.compile import MachineCode, compile_text
from pcc.frontends.paddle import tensor_memory
from pcc.frontends.paddle.tensor_memory import Entering, Kinds, known
from pcc.runtime.cpu.tensor_objects import Fields

SUM = """define void @main(ptr %tensors) {
  %x = load ptr, ptr %tensors
  %y.at = getelementptr i64, ptr %tensors, i64 1
  %y = load ptr, ptr %y.at
  %out.at = getelementptr i64, ptr %tensors, i64 2
  %out = load ptr, ptr %out.at
  %a = load float, ptr %x
  %b = load float, ptr %y
  %c = fadd float %a, %b
  store float %c, ptr %out
  ret void
}"""


def tensor(value: float = 1.0, shape: tuple[int, ...] = (2, 3), dtype: str = "float32") -> Any:
    return paddle.full(shape, value, dtype)


@pytest.fixture(scope="module")
def code() -> MachineCode:
    return compile_text(SUM)


def entered(code: MachineCode, x: Any) -> float | None:
    """The first elements of x and of a kept tensor of 10s added; None if x is refused."""
    kept, made = tensor(10.0), (tensor(0.0, (1,)),)
    entering = Entering(code.address("main"), [tensor()], [kept], made)
    return made[0].item() if entering.call(0, (x,), made) else None


def test_paddle_keeps_tensors_as_written() -> None:
    assert known()


@pytest.mark.parametrize(("field", "other"), [("block", 216), ("memory", 16), ("tensor", 24), ("stops", 60)])
def test_other_places_are_noticed(field: str, other: int, monkeypatch: pytest.MonkeyPatch) -> None:
    values = {name: getattr(tensor_memory._FIELDS, name) for name, *_ in Fields._fields_}
    monkeypatch.setattr(tensor_memory, "_FIELDS", Fields(**{**values, field: other}))
    assert not known.__wrapped__()


def test_tensors_like_the_first(code: MachineCode) -> None:
    assert entered(code, tensor(2.0)) == 12
    assert entered(code, tensor(3.0, (4, 3))[2:]) == 13  # an offset in a block that it shares
    assert entered(code, tensor(4.0, (6,)).reshape([2, 3])) == 14


def trained(x: Any) -> Any:
    x.stop_gradient = False
    return x


OTHERS: dict[str, Callable[[], Any]] = {
    "another rank": lambda: tensor(shape=(6,)),
    "a higher rank": lambda: tensor(shape=(2, 3, 1)),
    "another shape": lambda: tensor(shape=(3, 2)),
    "no rank": lambda: paddle.full([], 1.0),
    "another dtype": lambda: tensor(dtype="float64"),
    "transposed": lambda: tensor(shape=(3, 2)).T,
    "with a gradient": lambda: trained(tensor()),
    "sparse": lambda: tensor().to_sparse_coo(2),
    "without memory": lambda: paddle.Tensor(),
    "freed": lambda: (x := tensor(), x._clear_data())[0],
    "a weight": lambda: paddle.create_parameter([2, 3], "float32"),
    "no tensor": lambda: np.ones((2, 3), np.float32),
    "a number": lambda: 1.0,
    "nothing": lambda: None,
}


@pytest.mark.parametrize("make", OTHERS.values(), ids=OTHERS)
def test_others_are_refused(code: MachineCode, make: Callable[[], Any]) -> None:
    assert entered(code, make()) is None


def test_a_result_stays_as_it_is_when_an_argument_is_refused(code: MachineCode) -> None:
    made = (tensor(7.0, (1,)),)
    entering = Entering(code.address("main"), [tensor()], [tensor()], made)
    assert not entering.call(0, (tensor(dtype="float64"),), made)
    assert made[0].item() == 7


CHANGES: dict[str, Callable[[Any], Any]] = {
    "reshaped": lambda x: x.reshape_([3, 2]),
    "frozen": lambda x: setattr(x, "stop_gradient", False),
    "cast": lambda x: x.cast_("float64"),
}


@pytest.mark.parametrize("native", [True, False])
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_kinds_that_change(change: Callable[[Any], Any], native: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tensor_memory, "known", lambda: native)
    x = tensor()
    kinds = Kinds([tensor(shape=()), x])
    for value in (5.0, 6.0):
        x.set_value(tensor(value))
        assert kinds.hold()
    assert (kinds._memory is not None) == native
    change(x)
    assert not kinds.hold()


def test_kinds_of_nothing() -> None:
    for tensors in ([], [tensor(shape=(0, 4))]):
        kinds = Kinds(tensors)
        assert all(kinds.hold() for _ in range(3))


def test_programs_run_without_knowing(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("tensor_memory", "repeated_call"):
        monkeypatch.setattr(f"pcc.frontends.paddle.{module}.known", lambda: False)
    weight = tensor(2.0)
    jitted = pcc.jit(lambda x: x * weight)
    for value in (1.0, 2.0):
        assert float(jitted(tensor(value))[0, 0]) == 2 * value
    weight.reshape_([3, 2])
    assert jitted(tensor(shape=(3, 2))).shape == [3, 2]
    assert jitted.compiles == 2
