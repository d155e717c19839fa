"""Memory of large results is lent to Paddle and used again."""

from __future__ import annotations

import paddle
import pytest
from xdsl.dialects.builtin import f16, f32

from pcc.dialects.pd.base import tensor
from pcc.frontends.paddle.dtypes import element_type
from pcc.frontends.paddle.results import GRAIN, SMALLEST, Blocks, makers


@pytest.mark.parametrize(
    "dtype",
    ["float64", "float32", "float16", "int64", "int32", "int16", "int8", "uint8", "bool", "bfloat16", "complex64"],
)
def test_a_large_result_has_its_shape_and_dtype(dtype: str) -> None:
    (make,) = makers([tensor([3, SMALLEST], element_type(getattr(paddle, dtype)))])
    made = make()
    assert made.shape == [3, SMALLEST]
    assert made.dtype == getattr(paddle, dtype)


def test_memory_comes_back_with_the_last_reference() -> None:
    (make,) = makers([tensor([5, SMALLEST], f16)])
    first = make()
    second = make()
    places = {first.data_ptr(), second.data_ptr()}
    assert len(places) == 2
    view = second[1]
    del first, second
    third = make()
    assert third.data_ptr() in places
    assert third.data_ptr() != view.data_ptr() - 2 * SMALLEST


def test_many_results_of_some_size_come_from_blocks() -> None:
    kind = tensor([GRAIN // 4], f32)
    alone, *many = makers([kind]) + makers([kind] * 5)
    places = {make().data_ptr() for make in many}
    assert {make().data_ptr() for make in many} <= places
    assert alone().data_ptr() not in places


def test_what_is_kept_is_bounded_and_of_the_sizes_that_returned_last() -> None:
    blocks = Blocks(limit=8 * GRAIN)
    for size in (5, 2, 3, 2):
        assert blocks.lend(size * GRAIN).size == size * GRAIN
        assert blocks.kept <= blocks.limit
    assert blocks.kept == 5 * GRAIN
    assert blocks.lend(9 * GRAIN).size == 9 * GRAIN
    assert blocks.kept == 0


def test_several_of_the_last_size_are_kept_up_to_the_limit() -> None:
    blocks = Blocks(limit=8 * GRAIN)
    lent = [blocks.lend(3 * GRAIN) for _ in range(4)]
    places = {array.ctypes.data for array in lent}
    lent.clear()
    assert blocks.kept == 6 * GRAIN
    assert blocks.lend(3 * GRAIN).ctypes.data in places
