"""Complex numbers and Fourier transforms, from real numbers to real numbers."""

from __future__ import annotations

from typing import Any

from pcc.dialects.pd.base import Spec
from pcc.testing.functions.base import Function, function

PAIRS = Spec((3, 6, 2))  # real and imaginary parts
REAL = Spec((3, 6))


def number(paddle: Any, x: Any) -> Any:
    """Pairs of real numbers as complex numbers."""
    return paddle.as_complex(x)


def transform(name: str, **options: Any) -> Function:
    """A transform of complex numbers, and of real ones."""
    call = lambda paddle, x: getattr(paddle.fft, name)(x, **options)  # noqa: E731
    forward = function(f"fft.{name}", lambda paddle, x: parts(paddle, call(paddle, paddle.as_complex(x))), PAIRS)
    return forward


def parts(paddle: Any, x: Any) -> Any:
    """A complex result as real numbers; a real one as it is."""
    return paddle.as_real(x) if x.is_complex() else x


def real_transform(name: str, **options: Any) -> Function:
    """A transform of real numbers."""
    return function(
        f"fft.{name}", lambda paddle, x: parts(paddle, getattr(paddle.fft, name)(x, **options)), Spec((4, 6))
    )


FUNCTIONS = (
    function("paddle.complex", lambda paddle, x, y: paddle.as_real(paddle.complex(x, y) ** 2), REAL, REAL),
    function("paddle.polar", lambda paddle, x, y: paddle.as_real(paddle.polar(x, y)), Spec((3, 6), low=0.5), REAL),
    function("paddle.as_complex", lambda paddle, x: paddle.abs(paddle.as_complex(x)), PAIRS),
    function("paddle.as_real", lambda paddle, x, y: paddle.as_real(paddle.complex(x, y)), REAL, REAL),
    function("paddle.view_as_complex", lambda paddle, x: paddle.abs(paddle.view_as_complex(x)), PAIRS),
    function("paddle.view_as_real", lambda paddle, x, y: paddle.view_as_real(paddle.complex(x, y)), REAL, REAL),
    function("paddle.real", lambda paddle, x: paddle.real(number(paddle, x) ** 2), PAIRS),
    function("paddle.imag", lambda paddle, x: paddle.imag(number(paddle, x) ** 2), PAIRS),
    # ---- transforms
    *(transform(name, n=8) for name in ("fft", "ifft", "irfft", "hfft")),
    *(transform(name) for name in ("fft2", "ifft2", "fftn", "ifftn", "irfft2", "irfftn")),
    *(real_transform(name, n=8) for name in ("rfft", "ihfft")),
    *(real_transform(name) for name in ("rfft2", "rfftn", "fftshift", "ifftshift")),
    function("fft.fftfreq", lambda paddle, x: paddle.fft.fftfreq(6, 0.5) * x, REAL),
    function("fft.rfftfreq", lambda paddle, x: paddle.fft.rfftfreq(10, 0.5) * x, REAL),
)
