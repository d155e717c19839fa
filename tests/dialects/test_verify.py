"""A verifier that is asked again sees every change since."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from xdsl.dialects.builtin import DenseArrayBase, TensorType, f32, i64
from xdsl.ir import Block, Operation
from xdsl.rewriter import Rewriter

from pcc.dialects.errors import TextError
from pcc.dialects.text import parse_module
from pcc.dialects.verify import Verifier

TEXT = """
func.func @main(%x: tensor<2x3xf32>, %y: tensor<4xf32>) -> tensor<3x2xf32> {
  %e = pd.exp %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %l = pd.log %e : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %t = pd.transpose %l {perm = array<i64: 1, 0>} : (tensor<2x3xf32>) -> tensor<3x2xf32>
  func.return %t : tensor<3x2xf32>
}
"""
Change = Callable[[list[Operation], Block], object]


def replace_operand(ops: list[Operation], block: Block) -> None:
    ops[1].operands[0] = block.args[1]


def retype_result(ops: list[Operation], block: Block) -> None:
    Rewriter.replace_value_with_new_type(ops[1].results[0], TensorType(f32, [2, 4]))


def retype_argument(ops: list[Operation], block: Block) -> None:
    Rewriter.replace_value_with_new_type(block.args[0], TensorType(i64, [2, 3]))


def change_attribute(ops: list[Operation], block: Block) -> None:
    ops[2].properties["perm"] = DenseArrayBase.from_list(i64, [0, 0])


def drop_terminator(ops: list[Operation], block: Block) -> None:
    ops[3].detach()


def move_after_use(ops: list[Operation], block: Block) -> None:
    ops[0].detach()
    block.insert_op_after(ops[0], ops[1])


@pytest.mark.parametrize(
    "change",
    [replace_operand, retype_result, retype_argument, change_attribute, drop_terminator, move_after_use],
    ids=lambda change: change.__name__,
)
def test_sees_a_change_after_it_found_the_module_right(change: Change) -> None:
    module = parse_module(TEXT)
    verifier = Verifier()
    verifier.verify(module)
    block = module.body.block.ops.first.regions[0].block  # type: ignore[union-attr]
    change(list(block.ops), block)
    assert [str(e) for e in verifier.violations(module)] == [str(e) for e in Verifier().violations(module)] != []


def test_says_the_same_again() -> None:
    module = parse_module(TEXT)
    verifier = Verifier()
    verifier.verify(module)
    block = module.body.block.ops.first.regions[0].block  # type: ignore[union-attr]
    replace_operand(list(block.ops), block)
    for _ in range(2):
        with pytest.raises(TextError):
            verifier.verify(module)
