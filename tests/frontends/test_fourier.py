"""Fourier transforms compile wholly: against NumPy in float64, and their derivatives against differences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import log2
from typing import Any

import numpy as np
import paddle
import pytest
from xdsl.dialects.builtin import f64
from xdsl.dialects.func import FuncOp, ReturnOp
from xdsl.ir import Block

import pcc
from pcc.dialects.pd.base import shape_of, tensor
from pcc.dialects.pd.builder import Builder
from pcc.dialects.pd.fourier import DftOp
from pcc.testing.run import run
from tests.frontends.test_complex import derivatives, numbers

LENGTHS = (1, 2, 3, 5, 7, 8, 12, 16, 31, 64, 97, 100, 128, 257, 1000, 1009, 1024, 4096)
FFT, NUMPY = paddle.fft, np.fft


@pytest.mark.parametrize("dtype", ["complex64", "complex128"])
@pytest.mark.parametrize("n", LENGTHS)
def test_accuracy(n: int, dtype: str) -> None:
    """A few units in the last place of a typical number, times the logarithm of the length."""
    x = numbers(2, n, dtype=dtype, seed=n)
    want = NUMPY.fft(x.numpy().astype("complex128"))
    error = np.abs(pcc.jit(FFT.fft, strict=True)(x).numpy() - want).max()
    assert error <= 3 * (1 + log2(n)) * np.finfo(dtype).eps * np.sqrt((np.abs(want) ** 2).mean())


def check(name: str, x: Any, **options: Any) -> None:
    got = pcc.jit(lambda x: getattr(FFT, name)(x, **options), strict=True)(x)
    assert got.dtype == getattr(FFT, name)(x, **options).dtype
    np.testing.assert_allclose(got.numpy(), getattr(NUMPY, name)(x.numpy(), **options), 1e-12, 1e-12)


ONE_AXIS = ("fft", "ifft", "rfft", "irfft", "hfft", "ihfft")
REAL = ("rfft", "ihfft", "rfft2", "rfftn")


def given(name: str, *shape: int) -> Any:
    return numbers(*shape).real() if name in REAL else numbers(*shape)


@pytest.mark.parametrize("name", ONE_AXIS)
@pytest.mark.parametrize("options", [{}, {"n": 5}, {"n": 8}, {"n": 9}, {"axis": 0}, {"axis": -2, "n": 4}])
def test_one_axis(name: str, options: dict[str, Any]) -> None:
    for norm in ("backward", "ortho", "forward"):
        check(name, given(name, 4, 6), norm=norm, **options)


@pytest.mark.parametrize("name", ["fft2", "ifft2", "rfft2", "irfft2"])
@pytest.mark.parametrize("options", [{}, {"s": (6, 5)}, {"axes": (0, 1)}, {"axes": (2, 0), "norm": "ortho"}])
def test_two_axes(name: str, options: dict[str, Any]) -> None:
    check(name, given(name, 4, 6, 8), **options)


@pytest.mark.parametrize("name", ["fftn", "ifftn", "rfftn", "irfftn"])
@pytest.mark.parametrize("options", [{}, {"axes": (1,)}, {"s": (3, 9), "axes": (0, 2)}, {"norm": "forward"}])
def test_many_axes(name: str, options: dict[str, Any]) -> None:
    check(name, given(name, 4, 6, 8), **options)


@pytest.mark.parametrize("name", ["fft", "ifft", "fft2", "fftn"])
def test_of_real_numbers(name: str) -> None:
    check(name, numbers(6, 10).real())


@pytest.mark.parametrize("n", [4, 5])
def test_frequencies_and_shifts(n: int) -> None:
    """Eager Paddle fails to shift along one axis that is given as a list."""
    x = numbers(n, 3)

    def f(module: Any, x: Any, real: Any) -> Sequence[Any]:
        shifted = module.fftshift(x), module.ifftshift(x), module.fftshift(x, 0), module.ifftshift(real, [1])
        return module.fftfreq(n, 0.25), module.rfftfreq(n, 2.0), *shifted

    got = pcc.jit(lambda x: f(FFT, x, x.real()), strict=True)(x)
    for found, want in zip(got, f(NUMPY, x.numpy(), x.numpy().real), strict=True):
        np.testing.assert_allclose(found.numpy(), want, 1e-7)


def test_a_spectral_layer() -> None:
    weight = numbers(3, 3, 5, 4, seed=2)

    def f(x: Any) -> Any:
        spectrum = FFT.rfft2(x)
        mixed: Any = paddle.zeros([2, 3, 16, 9], "complex128")
        product: Any = paddle.einsum("bixy,ioxy->boxy", spectrum[:, :, :5, :4], weight)
        mixed[:, :, :5, :4] = product
        return FFT.irfft2(mixed, s=(16, 16))

    x = paddle.randn([2, 3, 16, 16], "float64")
    np.testing.assert_allclose(pcc.jit(f, strict=True)(x).numpy(), f(x).numpy(), 1e-12, 1e-12)


DERIVED: dict[str, Callable[..., Any]] = {
    "fft": lambda x, y: paddle.as_real(FFT.fft(paddle.complex(x, y))),
    "inverse": lambda x, y: paddle.abs(FFT.ifft(paddle.complex(x, y) ** 2, axis=0)),
    "power": lambda x, y: paddle.abs(FFT.rfft(x * y)) ** 2,
    "derivative": lambda x, y: FFT.irfft(FFT.rfft(x) * 1j * FFT.rfftfreq(7)[:4].astype("float64"), n=7) * y,
    "two axes": lambda x, y: FFT.irfft2(FFT.rfft2(x) * FFT.rfft2(y), s=(3, 7)),
    "hermitian": lambda x, y: FFT.hfft(FFT.ihfft(x * y)),
}


@pytest.mark.parametrize("name", DERIVED)
def test_derivatives(name: str) -> None:
    derivatives(lambda paddle, x, y: DERIVED[name](x, y), (3, 7), (3, 7))


# ---- the op's own rules
def program(types: Sequence[tuple[int, ...]], build: Callable[[Builder, Sequence[Any]], Sequence[Any]]) -> Any:
    from xdsl.dialects.builtin import ModuleOp
    from xdsl.ir import Region

    block = Block(arg_types=[tensor(shape, f64) for shape in types])
    results = build(Builder(block.add_op), block.args)
    block.add_op(ReturnOp(*results))
    main = FuncOp("main", ([a.type for a in block.args], [r.type for r in results]), Region(block))
    module = ModuleOp([main])
    module.verify()
    return module


def dft(b: Builder, *parts: Any, sign: int = -1, axis: int = 1) -> Any:
    n = shape_of(parts[0])[axis]
    return b.ops(DftOp, *parts, axis=axis, n=n, count=n, sign=sign, scale=0.5)


def made(*shapes: tuple[int, ...]) -> list[Any]:
    rng = np.random.default_rng(5)
    return [rng.standard_normal(shape) for shape in shapes]


@pytest.mark.parametrize("moving", [(True, True), (True, False), (False, True), (True,)])
@pytest.mark.parametrize("known", [(True, True), (True, False), (False, True)])
def test_the_transpose_is_the_adjoint(moving: tuple[bool, ...], known: tuple[bool, bool]) -> None:
    shape = (2, 6, 3)
    parts, cotangents = made(*[shape] * len(moving)), made(shape, shape)

    def forward(b: Builder, args: Sequence[Any]) -> Any:
        return dft(b, *args).results

    def backward(b: Builder, args: Sequence[Any]) -> Any:
        op = dft(b, *args[2:])
        found = op.transpose(b, [c if there else None for c, there in zip(args, known, strict=False)], moving)
        assert [f is not None for f in found] == list(moving)
        return [f for f in found if f is not None]

    moved = [part * moves for part, moves in zip(parts, moving, strict=True)]
    images = run(program([shape] * len(parts), forward), moved)
    pulled = run(program([shape] * (2 + len(parts)), backward), [*cotangents, *parts])
    left = sum((c * i).sum() for c, i, there in zip(cotangents, images, known, strict=True) if there)
    right = sum(
        (p * q).sum() for p, q in zip([p for p, m in zip(parts, moving, strict=True) if m], pulled, strict=True)
    )
    assert np.isclose(left, right, rtol=1e-12)


@pytest.mark.parametrize("batched", [(True, True), (True, False), (False, True), (True,)])
def test_batches_are_a_loop(batched: tuple[bool, ...]) -> None:
    parts = made(*[(4, 2, 6) if has else (2, 6) for has in batched])

    def wide(b: Builder, args: Sequence[Any]) -> Any:
        inner = Block(arg_types=[tensor((2, 6), f64)] * len(batched))
        op = dft(Builder(inner.add_op), *inner.args, axis=-1)
        return op.batch(b, args, batched, 4)

    found = run(program([p.shape for p in parts], wide), parts)
    for n in range(4):
        one = [p[n] if has else p for p, has in zip(parts, batched, strict=True)]
        want = 0.5 * NUMPY.fft(one[0] + 1j * (one[1] if len(one) > 1 else 0))
        np.testing.assert_allclose(found[0][n] + 1j * found[1][n], want, 1e-12)
