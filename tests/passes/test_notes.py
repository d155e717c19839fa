"""What passes decline they say, with the numbers that decided."""

from __future__ import annotations

import pytest

from pcc.dialects.text import parse_module
from pcc.passes.base import Note
from pcc.runtime.build import main_of
from pcc.schedule.executor import Execution
from pcc.schedule.goals import InKernelsOnly

PRODUCT = """func.func @main(%x: tensor<8x2xf32>, %y: tensor<2x8xf32>) -> tensor<8x8xf32> {
  %0 = pd.matmul %x, %y {transpose_x = false, transpose_y = false}
    : (tensor<8x2xf32>, tensor<2x8xf32>) -> tensor<8x8xf32>
  func.return %0 : tensor<8x8xf32>
}"""
FUNCTION = """func.func @main(%x: tensor<512x256xf32>) -> (tensor<512xf32>, tensor<256xf32>) {
  %0 = pd.tanh %x : (tensor<512x256xf32>) -> tensor<512x256xf32>
  %1 = pd.sum %0 {axis = array<i64: 1>, keepdim = false} : (tensor<512x256xf32>) -> tensor<512xf32>
  %2 = pd.sum %0 {axis = array<i64: 0>, keepdim = false} : (tensor<512x256xf32>) -> tensor<256xf32>
  func.return %1, %2 : tensor<512xf32>, tensor<256xf32>
}"""
PRIME = """func.func @main(%x: tensor<1000003xf32>) -> tensor<f32> {
  %0 = pd.sum %x {axis = array<i64: 0>, keepdim = false} : (tensor<1000003xf32>) -> tensor<f32>
  func.return %0 : tensor<f32>
}"""


def notes(text: str) -> list[Note]:
    execution = Execution(main_of(parse_module(text)))
    execution.run(InKernelsOnly().plan())
    return execution.analyses.notes


@pytest.mark.parametrize(
    ("text", "kind", "reason", "numbers"),
    [
        (PRODUCT, "library", "LOOPS_CHEAPER", {"ns", "ns as loops"}),
        (FUNCTION, "recomputation", "STORED_CHEAPER", {"ns", "ns stored"}),
        (FUNCTION, "fusion", "OTHER_AXES", {"bytes"}),
        (PRIME, "split", "INDIVISIBLE", {"terms"}),
    ],
)
def test_a_declined_choice_is_noted(text: str, kind: str, reason: str, numbers: set[str]) -> None:
    found = [note for note in notes(text) if (note.kind, note.reason) == (kind, reason)]
    assert len(found) == 1
    assert set(found[0].numbers) == numbers
    assert all(number > 0 for number in found[0].numbers.values())
    assert f": {kind} of pd." in str(found[0])


def test_numbers_are_those_of_the_choice() -> None:
    (note,) = [note for note in notes(PRODUCT) if note.kind == "library"]
    assert note.numbers["ns as loops"] < note.numbers["ns"]
    (note,) = [note for note in notes(FUNCTION) if note.kind == "recomputation"]
    assert note.numbers["ns stored"] <= note.numbers["ns"]
