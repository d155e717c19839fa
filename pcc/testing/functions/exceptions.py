"""What does not hold of a function, and why: tests assert that it fails."""

from __future__ import annotations

from collections.abc import Mapping

NOT_COMPILED: Mapping[str, str] = {
    "F.gaussian_nll_loss": "it asserts that variances are positive, which Paddle does",
    "paddle.masked_select": "how many it selects depends on data",
    "paddle.nonzero": "how many there are depends on data",
}

TO_COME = (
    "F.grid_sample",
    *("paddle.as_complex", "paddle.as_real", "paddle.complex"),
    *("paddle.imag", "paddle.polar", "paddle.real", "paddle.view_as_complex", "paddle.view_as_real"),
    *(f"fft.{name}" for name in "fft ifft irfft irfft2 irfftn rfft rfft2 rfftn fft2 fftn hfft".split()),
    *(f"fft.{name}" for name in "ifft2 ifftn ihfft".split()),
)
