"""Boxes of three scales in one tensor: nests beside each other whose vectors end in tails of different lengths."""

from __future__ import annotations

import numpy as np
import paddle
from paddle.vision.ops import yolo_box

import pcc

ANCHORS = ([116, 90, 156, 198, 373, 326], [30, 61, 62, 45, 59, 119], [10, 13, 16, 30, 33, 23])


def boxes(small: paddle.Tensor, middle: paddle.Tensor, large: paddle.Tensor, size: paddle.Tensor) -> paddle.Tensor:
    scales = zip((small, middle, large), ANCHORS, (32, 16, 8), strict=True)
    return paddle.concat([yolo_box(x, size, anchors, 4, 0.005, ratio)[0] for x, anchors, ratio in scales], 1)


def test_boxes_of_three_scales() -> None:
    maps = [paddle.randn([1, 27, n, n]) for n in (19, 38, 76)]
    size = paddle.to_tensor([[608, 608]], dtype="int32")
    with paddle.no_grad():
        found, wanted = pcc.jit(boxes)(*maps, size), boxes(*maps, size)
    np.testing.assert_allclose(found.numpy(), wanted.numpy(), rtol=1e-5, atol=1e-3)
