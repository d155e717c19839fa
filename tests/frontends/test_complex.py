"""Functions of complex tensors compile wholly: against eager Paddle in complex128, and derivatives by differences."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import paddle
import pytest

import pcc
from pcc.dialects.pd.base import sample, tensor
from pcc.frontends.paddle.dtypes import element_type
from pcc.frontends.paddle.errors import GradientError, TransformError
from pcc.frontends.paddle.importer import import_segment
from pcc.frontends.paddle.program import LeftToPaddleError
from pcc.testing.check_jvp import Check, in_float64
from pcc.testing.check_op import check_capture
from pcc.testing.inputs import draw

Function = Callable[..., Any]


def numbers(*shape: int, dtype: str = "complex128", seed: int = 0) -> Any:
    rng = np.random.default_rng(seed)
    return paddle.to_tensor((rng.standard_normal(shape) + 1j * rng.standard_normal(shape)).astype(dtype))


def check(f: Function, *args: Any, tolerance: float = 1e-13) -> None:
    """All of `f` is compiled, and gives what Paddle gives."""
    results = [paddle.utils.flatten(g(*args)) for g in (pcc.jit(f, strict=True), f)]
    for got, want in zip(*results, strict=True):
        assert (got.dtype, got.shape) == (want.dtype, want.shape)
        if got.dtype == paddle.bool:
            assert np.array_equal(got.numpy(), want.numpy())
        else:
            np.testing.assert_allclose(got.numpy(), want.numpy(), tolerance, tolerance)


def put(x: Any, where: Any, value: Any) -> Any:
    y = x.clone()
    y[where] = value
    return y


ARITHMETIC: dict[str, Function] = {
    "sum with a real": lambda x, y, r: (x + r) - y,
    "with numbers": lambda x, y, r: (2 * x - 3.5) / 4 + (1 + 2j) * y - r * 1j,
    "quotients": lambda x, y, r: (x / y, x / r, r / x, 1 / x, 2j / x),
    "negative": lambda x, y, r: -x,
    "powers": lambda x, y, r: (x**2, x**0, x**-3, x**1.5, x**0.5, x**y, r**y, 2.0**x),
    "of a constant": lambda x, y, r: x * paddle.to_tensor([1j, 2.0, 3 - 1j, 0.5]),
    "of a scalar": lambda x, y, r: x[0, 0] * y + r.sum(),
    "square and root": lambda x, y, r: (paddle.square(x), paddle.sqrt(x), paddle.reciprocal(x)),
    "exponential": lambda x, y, r: paddle.expm1(x),
    "logarithms": lambda x, y, r: (paddle.log(x), paddle.log2(x), paddle.log10(x), paddle.log1p(x)),
    "sines": lambda x, y, r: (paddle.sin(x), paddle.cos(x), paddle.tan(x)),
    "hyperbolic": lambda x, y, r: (paddle.sinh(x), paddle.cosh(x), paddle.tanh(x)),
    "parts": lambda x, y, r: (paddle.real(x), paddle.imag(x), x.real(), x.imag(), paddle.conj(x)),
    "polar form": lambda x, y, r: (paddle.abs(x), paddle.angle(x), paddle.polar(r, r), paddle.angle(r)),
    "pairs": lambda x, y, r: (paddle.complex(r, 2 * r), paddle.complex(r, r[0])),
    "views": lambda x, y, r: (paddle.as_real(x), paddle.as_complex(r.reshape([3, 2, 2]))),
    "casts": lambda x, y, r: (r.astype("complex64"), x.astype("complex64").astype("complex128"), x.astype("float32")),
    "products": lambda x, y, r: (x @ y.T, x @ r.T, r @ x.T, paddle.dot(x[0], y[0])),
    "more products": lambda x, y, r: (x[:, None] @ y.T, paddle.kron(x, y), paddle.outer(x[0], y[1])),
    "einsum": lambda x, y, r: (paddle.einsum("ij,kj->ik", x, y), paddle.einsum("ij->j", x)),
    "sums": lambda x, y, r: (x.sum(), x.sum(1), x.mean(0, keepdim=True), x.cumsum(0), x.mean()),
    "shapes": lambda x, y, r: (x.reshape([2, -1]), x.T, x.flatten(), x[None], x.expand([2, 3, 4]), x.tile([2, 1])),
    "joined": lambda x, y, r: (paddle.concat([x, y]), paddle.stack([x, y], -1), paddle.concat([x, y[:1]])),
    "parts along an axis": lambda x, y, r: (paddle.unbind(x), paddle.unstack(y, 1)),
    "slices": lambda x, y, r: (x[0], x[1:, ::2], x[..., -1], x[:, None, 1:3], paddle.flip(x, [0]), x.roll(1, 1)),
    "indexed": lambda x, y, r: (x[paddle.to_tensor([2, 0])], paddle.gather(x, paddle.to_tensor([1, 1]), axis=1)),
    "assigned": lambda x, y, r: (
        put(x, 0, 1.0),
        put(x, (slice(None), 1), 2j),
        put(x, slice(1), y[:1]),
        put(x, 1, r[0]),
    ),
    "chosen": lambda x, y, r: (paddle.where(r > 0, x, y), paddle.where(r > 0, x, 2 * x)),
    "triangles": lambda x, y, r: (paddle.tril(x), paddle.triu(x), paddle.trace(x), paddle.diagonal(x)),
    "compared": lambda x, y, r: (x == y, x == x, x != y),
    "tests": lambda x, y, r: (paddle.isnan(x / (r - r)), paddle.isinf(x), paddle.isfinite(x), paddle.isreal(x)),
    "made": lambda x, y, r: (
        paddle.ones_like(x),
        paddle.zeros([2], "complex64"),
        paddle.full([2], 1 + 2j, "complex128"),
    ),
    "shape of": lambda x, y, r: paddle.zeros([x.shape[0], x.numel() // 6]) + paddle.shape(x)[1].astype("float32"),
    "its kind": lambda x, y, r: x if paddle.is_complex(x) and not paddle.is_floating_point(x) else r,
    "norm": lambda x, y, r: (paddle.linalg.norm(paddle.abs(x)), paddle.sum(x * paddle.conj(x)).real()),
    "handed through": lambda x, y, r: (x, r, x),
}


@pytest.mark.parametrize("name", ARITHMETIC)
def test_functions(name: str) -> None:
    real = paddle.to_tensor(np.random.default_rng(3).standard_normal((3, 4)))
    check(ARITHMETIC[name], numbers(3, 4), numbers(3, 4, seed=1), real)


@pytest.mark.parametrize("name", ["with numbers", "quotients", "square and root", "polar form", "products", "assigned"])
def test_functions_in_single_precision(name: str) -> None:
    real = paddle.to_tensor(np.random.default_rng(3).standard_normal((3, 4)).astype("float32"))
    args = (numbers(3, 4, dtype="complex64"), numbers(3, 4, dtype="complex64", seed=1), real)
    check(ARITHMETIC[name], *args, tolerance=2e-6)


def test_a_quotient_and_a_length_out_of_range_of_squares() -> None:
    big = paddle.to_tensor(np.array([3e300 + 4e300j, 3e-300 - 4e-300j]))
    check(lambda x: (x / x, paddle.abs(x), paddle.sqrt(x)), big)


def test_roots_on_the_cut_and_at_zero() -> None:
    x = paddle.to_tensor(np.array([-4.0, complex(-4.0, -0.0), 0.0, 4.0, 3j, -3j, 1e-12 - 5.0j]))
    check(lambda x: (paddle.sqrt(x), paddle.log(x), paddle.angle(x), x**2), x)


def test_a_program_without_complex_arguments_or_results() -> None:
    check(lambda r: paddle.abs(paddle.sin(1j * r)) + (r * 2j).imag(), paddle.randn([3, 5], "float64"))


def test_exponentials_that_paddle_computes_in_single_precision() -> None:
    x = numbers(3, 4)
    got = pcc.jit(lambda x: (paddle.exp(x), paddle.nn.functional.sigmoid(x)), strict=True)(x)
    for found, want in zip(got, (np.exp(x.numpy()), 1 / (1 + np.exp(-x.numpy()))), strict=True):
        np.testing.assert_allclose(found.numpy(), want, 1e-13)


def test_parameters_and_buffers() -> None:
    weight, total = numbers(4, 2), paddle.zeros([3, 2], "complex128")

    def f(x: Any) -> Any:
        y = x @ weight
        total.add_(y)
        return y

    x = numbers(3, 4)
    got = pcc.jit(f, strict=True)(x)
    np.testing.assert_allclose(got.numpy(), x.numpy() @ weight.numpy(), 1e-13)
    np.testing.assert_allclose(total.numpy(), got.numpy(), 1e-13)


def test_an_argument_that_is_updated_in_place() -> None:
    def f(x: Any) -> Any:
        x[0] = x[1] * 1j
        return x.sum()

    x = numbers(3, 4)
    want = x.numpy().copy()
    want[0] = want[1] * 1j
    got = pcc.jit(f, strict=True)(x)
    np.testing.assert_allclose(x.numpy(), want, 1e-13)
    np.testing.assert_allclose(got.numpy(), want.sum(), 1e-13)


def test_control_flow() -> None:
    def f(x: Any, n: Any) -> Any:
        i = paddle.zeros([], "int64")
        while i < n:
            x = x * x / paddle.abs(x) + 0.5
            i = i + 1
        if x.real().sum() > 0:
            y = x * 1j
        else:
            y = -x
        return y

    check(f, numbers(3, 4), paddle.to_tensor(5))


def test_large_results_and_strided_arguments() -> None:
    x = numbers(300, 1001, dtype="complex64")
    check(lambda x: x * 2.0, x)
    check(lambda x: x * 2.0, paddle.as_strided(x, [5, 4], [1, 1001]))


def test_a_program_between_whose_segments_complex_tensors_pass() -> None:
    def f(x: Any, y: Any) -> Any:
        z = x * y
        values = paddle.masked_select(z.real(), z.real() > 0)
        return z + values.sum(), paddle.prod(z) * y

    with pytest.warns(UserWarning, match="left to Paddle"):
        results = [g(numbers(3, 4), numbers(3, 4, seed=1)) for g in (pcc.jit(f), f)]
    for got, want in zip(*results, strict=True):
        np.testing.assert_allclose(got.numpy(), want.numpy(), 1e-12)


def test_an_op_without_rule_is_left_to_paddle_for_its_dtype() -> None:
    with pytest.raises(LeftToPaddleError, match=r"a dtype that pcc does not compile \(prod of complex numbers"):
        pcc.jit(paddle.prod, strict=True)(numbers(3))


DERIVED: dict[str, Function] = {
    "product": lambda z: z * z * (1 + 2j),
    "quotient": lambda z: (1 - 1j) / z + z / (z * z + 5),
    "length and angle": lambda z: paddle.complex(paddle.abs(z), paddle.angle(z)),
    "exponential": lambda z: paddle.exp(z) + paddle.log(z),
    "root": lambda z: paddle.sqrt(z) + 1 / paddle.sqrt(z),
    "powers": lambda z: z**3 + z**-1 + z**1.5 + z ** (0.5 * z),
    "sines": lambda z: paddle.sin(z) * paddle.cosh(z) + paddle.tanh(z),
    "matrices": lambda z: z @ paddle.conj(z).T,
    "sums": lambda z: paddle.concat([z, z.sum(0, keepdim=True)]).cumsum(1)[1:],
}


@pytest.mark.parametrize("name", DERIVED)
def test_derivatives(name: str) -> None:
    """First and second order, against differences, as the op tests do."""
    derivatives(lambda paddle, x, y: paddle.as_real(DERIVED[name](paddle.complex(x, y))), (3, 4), (3, 4))


def derivatives(call: Function, *shapes: tuple[int, ...]) -> None:
    label, given = "derivative", in_float64(sample(call, *shapes))
    tensors = draw(given.specs, label)
    captured = check_capture(given, tensors, label)
    known = {v.id: tensor(list(v.shape), element_type(v.dtype)) for v in captured.inputs}
    segment, _, _ = import_segment(captured, 0, known)
    assert segment.left is None
    arrays = [t.numpy() for t in tensors] + [c.array for c in segment.literals.values()]
    assert Check(given, segment.module, arrays, len(tensors), label).worst() is not None


def test_transforms_go_through_complex_numbers() -> None:
    x, t = (paddle.to_tensor(np.random.default_rng(n).standard_normal(5)) for n in range(2))
    value, tangent = pcc.jvp(lambda x: paddle.abs(x * (x + 1j)), (x,), (t,))
    at, along = x.numpy(), t.numpy()
    length = np.sqrt(at**2 + 1)
    np.testing.assert_allclose(value.numpy(), np.abs(at) * length, 1e-14)
    np.testing.assert_allclose(tangent.numpy(), (length * np.sign(at) + np.abs(at) * at / length) * along, 1e-13)


def test_detached_complex_numbers_have_no_derivative() -> None:
    x, t = paddle.to_tensor([1.0, -2.0]), paddle.to_tensor([0.5, 1.0])
    _, tangent = pcc.jvp(lambda x: paddle.imag((x * 2j).detach() * x), (x,), (t,))
    np.testing.assert_allclose(tangent.numpy(), (2 * x * t).numpy())


def test_transforms_of_functions_of_complex_tensors() -> None:
    """Cotangents are those of the real and the imaginary part, as Paddle has them: f'(z) is conjugated."""
    z, t, batch = numbers(5), numbers(5, seed=1), numbers(3, 5, seed=2)
    slope = 2 * z * (1 + 2j) + paddle.cos(z)

    def f(z: Any) -> Any:
        return z * z * (1 + 2j) + paddle.sin(z)

    value, tangent = pcc.jvp(f, (z,), (t,))
    np.testing.assert_allclose(value.numpy(), f(z).numpy(), 1e-13)
    np.testing.assert_allclose(tangent.numpy(), (slope * t).numpy(), 1e-13)
    np.testing.assert_allclose(pcc.vjp(f, z)[1](t)[0].numpy(), (paddle.conj(slope) * t).numpy(), 1e-13)
    length = pcc.grad(lambda z: (paddle.abs(paddle.fft.fft(z)) ** 2).sum())
    np.testing.assert_allclose(length(z).numpy(), (10 * z).numpy(), 1e-13)
    np.testing.assert_allclose(pcc.vmap(f)(batch).numpy(), f(batch).numpy(), 1e-13)
    columns = pcc.vmap(lambda z, w: z * w.sum() + t[0], in_axes=(-1, None), out_axes=-1)(batch, z)
    np.testing.assert_allclose(columns.numpy(), (batch * z.sum() + t[0]).numpy(), 1e-13)
    each = pcc.vmap(pcc.grad(lambda z: paddle.abs(z * z.mean()).sum()))(batch)
    for got, row in zip(each, batch, strict=True):
        want = pcc.grad(lambda z: paddle.abs(z * z.mean()).sum())(row)
        np.testing.assert_allclose(got.numpy(), want.numpy(), 1e-13)


def test_derivatives_that_complex_tensors_have_only_by_their_parts() -> None:
    z = numbers(3)
    z.stop_gradient = False
    for transform in (pcc.jacfwd, pcc.jacrev):
        with pytest.raises(TransformError, match=r"a matrix of derivatives of complex tensors; make it of two real"):
            transform(lambda z: z * z)(z)
    with pytest.raises(GradientError, match=r"an input is complex; make it of two real tensors"):
        pcc.jit(lambda z: paddle.grad(paddle.abs(z).sum(), [z])[0])(z)


def test_an_artifact_has_pairs_of_reals(tmp_path: Path) -> None:
    weight, x = numbers(4, 2, dtype="complex64"), numbers(3, 4, dtype="complex64", seed=1)
    pcc.save(pcc.jit(lambda x: x @ weight), tmp_path / "model", x)
    loaded = pcc.load(tmp_path / "model")
    got = np.asarray(loaded(paddle.as_real(x).numpy()))
    np.testing.assert_allclose(got[..., 0] + 1j * got[..., 1], x.numpy() @ weight.numpy(), 1e-5, 1e-5)


GRADIENTS: dict[str, Function] = {
    "products": lambda x, y: paddle.real(paddle.complex(x, y) * (1 + 2j) * paddle.complex(y, x)),
    "quotients": lambda x, y: paddle.imag(paddle.complex(x, y) / paddle.complex(y, x + 5)),
    "lengths and angles": lambda x, y: paddle.abs(paddle.complex(x, y)) * paddle.angle(paddle.complex(x, y)),
    "views": lambda x, y: paddle.as_real(paddle.as_complex(paddle.stack([x, y], -1)) * 2j),
    "a conjugate": lambda x, y: paddle.real(paddle.conj(paddle.complex(x, y)) * paddle.complex(x, y)),
    "a transform": lambda x, y: paddle.abs(paddle.fft.fft(paddle.complex(x, y), norm="ortho")),
    "a real transform": lambda x, y: paddle.fft.irfft2(paddle.fft.rfft2(x) * paddle.fft.rfft2(y), s=(3, 5)),
}


@pytest.mark.parametrize("name", GRADIENTS)
def test_gradients_in_a_program(name: str) -> None:
    given = [paddle.to_tensor(np.random.default_rng(n).standard_normal((3, 5)), stop_gradient=False) for n in (0, 1)]

    def f(x: Any, y: Any) -> Any:
        return paddle.grad((GRADIENTS[name](x, y) ** 2).sum(), [x, y])

    for got, want in zip(pcc.jit(f, strict=True)(*given), f(*given), strict=True):
        np.testing.assert_allclose(got.numpy(), want.numpy(), 1e-12, 1e-12)


TRAINED: dict[str, Callable[[Any], Any]] = {
    "a complex result": lambda x: x * x,
    "a real one": lambda x: (x * x).abs(),
    "both": lambda x: (x.exp(), x.real() ** 3 * x.imag()),
    "a real argument": lambda x: (paddle.fft.fft(x.real()), x.real() * 2),
}


@pytest.mark.parametrize("fn", TRAINED.values(), ids=TRAINED)
def test_results_carry_gradients_by_complex_tensors(fn: Callable[[Any], Any]) -> None:
    """A gradient is dL/dx + i dL/dy, as eager Paddle has it."""
    found = []
    for run in (pcc.jit(fn), fn):
        x = paddle.complex(*(paddle.to_tensor(numbers, "float32") for numbers in ([0.3, -0.7, 1.1], [1.2, 0.4, -0.6])))
        x.stop_gradient = False
        results = paddle.utils.flatten(run(x))
        sum((r.abs() * 1.5 if r.is_complex() else r * r).sum() for r in results).backward()
        found.append([*results, x.grad])
    for got, want in zip(*found, strict=True):
        assert (got.dtype, got.stop_gradient) == (want.dtype, want.stop_gradient)
        np.testing.assert_allclose(got.numpy(), want.numpy(), rtol=1e-5)
