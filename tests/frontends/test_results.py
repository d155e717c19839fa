"""Memory of large results is lent to Paddle and used again."""

from __future__ import annotations

import paddle
import pytest

from pcc.frontends.paddle.results import SMALLEST, maker


@pytest.mark.parametrize(
    "dtype",
    ["float64", "float32", "float16", "int64", "int32", "int16", "int8", "uint8", "bool", "bfloat16", "complex64"],
)
def test_a_large_result_has_its_shape_and_dtype(dtype: str) -> None:
    made = maker((3, SMALLEST), dtype)()
    assert made.shape == [3, SMALLEST]
    assert made.dtype == getattr(paddle, dtype)


def test_memory_comes_back_with_the_last_reference() -> None:
    make = maker((5, SMALLEST), "float16")
    first = make()
    second = make()
    places = {first.data_ptr(), second.data_ptr()}
    assert len(places) == 2
    view = second[1]
    del first, second
    third = make()
    assert third.data_ptr() in places
    assert third.data_ptr() != view.data_ptr() - 2 * SMALLEST
