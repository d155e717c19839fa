"""Convolutions, pools, normalisations, resampling."""

from __future__ import annotations

from typing import Any

import numpy as np

from pcc.dialects.pd.base import Spec
from pcc.testing.functions.base import Function, distinct, function, of_op, of_ops

IMAGE, LINE, VOLUME = Spec((2, 4, 6, 7)), Spec((2, 4, 9)), Spec((1, 2, 4, 5, 6))
SCALES, SHIFTS = Spec((4,), low=0.5, high=1.5), Spec((4,))
STATISTICS = (Spec((4,)), Spec((4,), low=0.5, high=2.0))


def convolution(name: str, x: Spec, weight: tuple[int, ...], **options: Any) -> Function:
    """With a bias and without; the weight of groups as `options` say."""
    bias = weight[1] if "transpose" in name else weight[0]
    function_of = lambda paddle: getattr(paddle if "paddle" in name else paddle.nn.functional, name.split(".")[1])  # noqa: E731
    return function(name, lambda paddle, x, w: function_of(paddle)(x, w), x, weight).also(
        lambda paddle, x, w, b: function_of(paddle)(x, w, b, **options), x, weight, (bias,)
    )


def rms_norm(x: Any, w: Any) -> Any:
    """Over the last axis; Paddle has it on GPUs only."""
    inverse = 1 / np.sqrt(np.mean(x * x, -1, keepdims=True) + 1e-5)
    return x * inverse * w, inverse[..., 0]


FUNCTIONS = (
    # ---- convolutions
    *(convolution(f"{room}.conv1d", LINE, (3, 4, 3), stride=2, padding=1) for room in ("F", "paddle")),
    *(convolution(f"{room}.conv2d", IMAGE, (3, 4, 3, 2), padding=[1, 2], dilation=2) for room in ("F", "paddle")),
    *(convolution(f"{room}.conv3d", VOLUME, (3, 2, 2, 3, 2), stride=2) for room in ("F", "paddle")),
    convolution("F.conv1d_transpose", LINE, (4, 3, 3), stride=2, padding=1),
    convolution("F.conv2d_transpose", IMAGE, (4, 3, 3, 2), stride=2, output_padding=1),
    convolution("F.conv3d_transpose", VOLUME, (2, 3, 2, 3, 2), padding=1),
    # ---- pools
    function("F.avg_pool1d", lambda paddle, x: paddle.nn.functional.avg_pool1d(x, 3, 2, 1), LINE),
    function("F.avg_pool2d", lambda paddle, x: paddle.nn.functional.avg_pool2d(x, 2), IMAGE).also(
        lambda paddle, x: paddle.nn.functional.avg_pool2d(x, 3, 2, 1, exclusive=False), IMAGE
    ),
    function("F.avg_pool3d", lambda paddle, x: paddle.nn.functional.avg_pool3d(x, 2, 1), VOLUME),
    function("F.max_pool1d", lambda paddle, x: paddle.nn.functional.max_pool1d(x, 3, 2, 1), distinct(2, 4, 9)),
    function("F.max_pool2d", lambda paddle, x: paddle.nn.functional.max_pool2d(x, 2), distinct(2, 4, 6, 7))
    .also(lambda paddle, x: paddle.nn.functional.max_pool2d(x, 3, 2, 1), distinct(2, 4, 6, 7))
    .also(lambda paddle, x: paddle.nn.functional.max_pool2d(x, 2, return_mask=True), distinct(2, 4, 6, 7)),
    function("F.max_pool3d", lambda paddle, x: paddle.nn.functional.max_pool3d(x, 2, 2), distinct(1, 2, 4, 5, 6)),
    function("F.adaptive_avg_pool1d", lambda paddle, x: paddle.nn.functional.adaptive_avg_pool1d(x, 4), LINE),
    function("F.adaptive_avg_pool2d", lambda paddle, x: paddle.nn.functional.adaptive_avg_pool2d(x, [3, 4]), IMAGE),
    function("F.adaptive_avg_pool3d", lambda paddle, x: paddle.nn.functional.adaptive_avg_pool3d(x, 2), VOLUME),
    function(
        "F.adaptive_max_pool2d",
        lambda paddle, x: paddle.nn.functional.adaptive_max_pool2d(x, [3, 4]),
        distinct(2, 4, 6, 7),
    ),
    # ---- normalisations
    function(
        "F.batch_norm",
        lambda paddle, x, m, v, w, b: paddle.nn.functional.batch_norm(x, m, v, w, b),
        *(IMAGE, *STATISTICS, SCALES, SHIFTS),
    ).also(
        lambda paddle, x, m, v, w, b: paddle.nn.functional.batch_norm(x, m, v, w, b, training=True),
        *(IMAGE, *STATISTICS, SCALES, SHIFTS),
    ),
    function(
        "F.layer_norm", lambda paddle, x, w, b: paddle.nn.functional.layer_norm(x, 9, w, b), LINE, (9,), (9,)
    ).also(lambda paddle, x: paddle.nn.functional.layer_norm(x, [4, 9]), LINE),
    function("paddle.layer_norm", lambda paddle, x, w, b: paddle.layer_norm(x, 9, w, b), LINE, (9,), (9,)),
    function(
        "F.group_norm",
        lambda paddle, x, w, b: paddle.nn.functional.group_norm(x, 2, weight=w, bias=b),
        *(IMAGE, SCALES, SHIFTS),
    ),
    function(
        "paddle.group_norm", lambda paddle, x, w, b: paddle.group_norm(x, 2, weight=w, bias=b), IMAGE, SCALES, SHIFTS
    ),
    function("F.instance_norm", lambda paddle, x: paddle.nn.functional.instance_norm(x), IMAGE).also(
        lambda paddle, x, w, b: paddle.nn.functional.instance_norm(x, weight=w, bias=b), IMAGE, SCALES, SHIFTS
    ),
    function(
        "F.rms_norm", lambda paddle, x, w: paddle.nn.functional.rms_norm(x, [9], w), LINE, (9,), reference=rms_norm
    ),
    function("F.normalize", lambda paddle, x: paddle.nn.functional.normalize(x, axis=1), LINE).also(
        lambda paddle, x: paddle.nn.functional.normalize(x, p=3, axis=-1), LINE
    ),
    # ---- resampling
    of_op("F.affine_grid", "pd.affine_grid", [0, 1]),
    of_op("F.grid_sample", "pd.grid_sample", [0, 1, 2, 3, 5]),
    function(
        "F.interpolate",
        lambda paddle, x: paddle.nn.functional.interpolate(x, size=[9, 5], mode="bilinear"),
        IMAGE,
    )
    .also(lambda paddle, x: paddle.nn.functional.interpolate(x, scale_factor=2, mode="nearest"), IMAGE)
    .also(
        lambda paddle, x: paddle.nn.functional.interpolate(x, [8, 9], mode="bicubic", align_corners=True),
        IMAGE,
        tolerance=2e-5,
    )
    .also(lambda paddle, x: paddle.nn.functional.interpolate(x, [3, 4], mode="area"), IMAGE),
    function("F.upsample", lambda paddle, x: paddle.nn.functional.upsample(x, [9, 8], mode="bilinear"), IMAGE),
    *of_ops("F", "pixel_shuffle pixel_unshuffle", [1]),
    of_op("F.fold", "pd.fold"),
    of_op("F.unfold", "pd.unfold"),
)
