"""Random programs of small ops, compiled whole, against Paddle: fusion, memory and loops as nobody wrote them."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import paddle
import paddle.nn.functional as F
import pytest

import pcc

Function = Callable[..., Any]
DIMS = (1, 2, 3, 4, 5, 7, 8, 16, 17, 33, 64)
MOST = 12_000  # elements of a tensor

UNARY: list[Function] = [
    paddle.tanh, paddle.abs, F.sigmoid, F.relu, F.gelu, paddle.sin, lambda x: x * 0.7 + 0.3, lambda x: -x,
    lambda x: paddle.exp(-paddle.abs(x)), lambda x: paddle.sqrt(paddle.abs(x) + 0.5), lambda x: x.clip(-0.5, 0.8),
]  # fmt: skip
BINARY: list[Function] = [
    lambda a, b: a + b, lambda a, b: a - b, lambda a, b: a * b, paddle.maximum, paddle.minimum,
    lambda a, b: a / (paddle.abs(b) + 1), lambda a, b: paddle.where(a > b, a * 0.5, b + 0.1),
]  # fmt: skip
REDUCTIONS: list[Function] = [
    paddle.sum, paddle.mean, paddle.max, paddle.min, paddle.logsumexp,
    lambda x, axis, keepdim: paddle.var(x, axis, False, keepdim),
]  # fmt: skip


@dataclass
class Program:
    """Steps on numbered tensors: the inputs first, then a result a step."""

    draw: random.Random
    inputs: list[list[int]]
    shapes: list[list[int]] = field(default_factory=list[list[int]])
    steps: list[tuple[Function, list[int]]] = field(default_factory=list[tuple[Function, list[int]]])
    outputs: list[int] = field(default_factory=list[int])

    def __call__(self, *tensors: Any) -> tuple[Any, ...]:
        values = list(tensors)
        for function, args in self.steps:
            values.append(function(*(values[number] for number in args)))
        return tuple(values[number] for number in self.outputs)

    def add(self, function: Function, args: list[int], shape: Sequence[int]) -> None:
        if math.prod(shape) <= MOST:
            self.steps.append((function, args))
            self.shapes.append(list(shape))

    def step(self, steps: Steps) -> None:
        places = range(len(self.shapes))
        number = self.draw.choices(places, [1 + 3 * n / len(places) for n in places])[0]  # rather a late one
        self.draw.choices([*steps], [*steps.values()])[0](self, number, self.shapes[number])


def unary(p: Program, n: int, shape: list[int]) -> None:
    p.add(p.draw.choice(UNARY), [n], shape)


def binary(p: Program, n: int, shape: list[int]) -> None:
    def fits(other: list[int]) -> bool:
        return all(a == b or 1 in (a, b) for a, b in zip(reversed(shape), reversed(other), strict=False))

    m = p.draw.choice([m for m, other in enumerate(p.shapes) if fits(other)])
    p.add(p.draw.choice(BINARY), [n, m], np.broadcast_shapes(tuple(shape), tuple(p.shapes[m])))


def reduction(p: Program, n: int, shape: list[int]) -> None:
    axes = sorted(p.draw.sample(range(len(shape)), p.draw.randint(1, len(shape))))
    keep = p.draw.random() < 0.6 or len(axes) == len(shape)
    kept = [1 if d in axes else e for d, e in enumerate(shape) if keep or d not in axes]
    function = p.draw.choice(REDUCTIONS)
    p.add(lambda x: function(x, axis=axes, keepdim=keep), [n], kept)


def reshape(p: Program, n: int, shape: list[int]) -> None:
    size, extents = math.prod(shape), list[int]()
    while size > 1 and len(extents) < 3:
        extents.append(p.draw.choice([d for d in range(2, size + 1) if size % d == 0]))
        size //= extents[-1]
    extents = p.draw.sample([*extents, size], len(extents) + 1)
    p.add(lambda x: x.reshape(extents), [n], extents)


def transpose(p: Program, n: int, shape: list[int]) -> None:
    order = p.draw.sample(range(len(shape)), len(shape))
    p.add(lambda x: x.transpose(order), [n], [shape[d] for d in order])


def part(p: Program, n: int, shape: list[int]) -> None:
    axis = p.draw.randrange(len(shape))
    low = p.draw.randrange(shape[axis])
    high, step = p.draw.randint(low + 1, shape[axis]), p.draw.choice([1, 1, 2])
    extent = len(range(low, high, step))
    p.add(lambda x: x[(slice(None),) * axis + (slice(low, high, step),)], [n], _with(shape, axis, extent))


def chosen(p: Program, n: int, shape: list[int]) -> None:
    axis = p.draw.randrange(len(shape))
    places = [p.draw.randrange(shape[axis]) for _ in range(p.draw.randint(1, 6))]
    p.add(lambda x: paddle.index_select(x, paddle.to_tensor(places), axis), [n], _with(shape, axis, len(places)))


def joined(p: Program, n: int, shape: list[int]) -> None:
    axis = p.draw.randrange(len(shape))
    alike = [
        m
        for m, other in enumerate(p.shapes)
        if len(other) == len(shape) and _with(other, axis, 0) == _with(shape, axis, 0)
    ]
    m = p.draw.choice(alike)
    p.add(lambda a, b: paddle.concat([a, b], axis), [n, m], _with(shape, axis, shape[axis] + p.shapes[m][axis]))


def along(p: Program, n: int, shape: list[int]) -> None:
    axis = p.draw.randrange(len(shape))
    functions: list[Function] = [F.softmax, paddle.cumsum, paddle.flip]
    if len(shape) > 1:
        functions.append(lambda x, _: F.layer_norm(x, [shape[-1]]))
    function = p.draw.choice(functions)
    p.add(lambda x: function(x, axis), [n], shape)


def product(p: Program, n: int, shape: list[int]) -> None:
    right = [m for m, other in enumerate(p.shapes) if len(shape) == len(other) == 2 and other[0] == shape[1]]
    if right:
        m = p.draw.choice(right)
        p.add(lambda a, b: paddle.matmul(a, b) / math.sqrt(shape[1]), [n, m], [shape[0], p.shapes[m][1]])


def pairs(p: Program, n: int, shape: list[int]) -> None:
    """Every element along an axis with every one of another tensor, folded over one of the two."""
    axis, side = p.draw.randrange(len(shape)), p.draw.randrange(2)
    m = p.draw.choice([m for m, other in enumerate(p.shapes) if other == shape])
    both, fold = p.draw.choice(BINARY), p.draw.choice([paddle.sum, paddle.mean, paddle.max])
    if math.prod(shape) * shape[axis] <= MOST:
        p.add(lambda a, b: fold(both(a.unsqueeze(axis), b.unsqueeze(axis + 1)), axis=axis + side), [n, m], shape)


def _with(shape: list[int], axis: int, extent: int) -> list[int]:
    return [*shape[:axis], extent, *shape[axis + 1 :]]


def padded(p: Program, n: int, shape: list[int]) -> None:
    widths = [p.draw.choice([0, 0, 1, 3]) for _ in range(2 * len(shape))]
    extents = [e + sum(widths[2 * d : 2 * d + 2]) for d, e in enumerate(shape)]
    p.add(lambda x: F.pad(x, widths, value=0.5, pad_from_left_axis=True), [n], extents)


def masked(p: Program, n: int, shape: list[int]) -> None:
    """A mask, used twice: where it holds, and how often."""
    axes = sorted(p.draw.sample(range(len(shape)), p.draw.randint(1, len(shape))))

    def function(x: Any) -> Any:
        mask = x > 0.1
        return paddle.where(mask, mask.astype(x.dtype).mean(axes, keepdim=True), x)

    p.add(function, [n], shape)


Steps = Mapping[Callable[[Program, int, list[int]], None], int]
BASIC: Steps = {
    unary: 25, binary: 20, reduction: 15, reshape: 8, transpose: 8, part: 6, chosen: 3, joined: 4, along: 8, product: 3,
    pairs: 6,
}  # fmt: skip
STEPS: Steps = {**BASIC, padded: 4, masked: 4}


def program(seed: int, steps: Steps = STEPS) -> Program:
    draw, inputs = random.Random(seed), list[list[int]]()
    while len(inputs) < draw.randint(1, 3):
        shape = draw.choices(DIMS, k=draw.randint(1, 4))
        inputs += [shape] if math.prod(shape) <= MOST else []
    made = Program(draw, inputs, [*inputs])
    for _ in range(draw.randint(3, 14)):
        made.step(steps)
    results = range(len(inputs), len(made.shapes))
    made.outputs = sorted({*draw.choices(results, k=draw.randint(1, 3)), results[-1]}) if results else [0]
    return made


def check(function: Function, shapes: Sequence[Sequence[int]]) -> None:
    """Compiled results are no farther from a float64 run than a few times Paddle's own."""
    rng = np.random.default_rng(0)
    arrays = [rng.standard_normal(shape).astype("float32") for shape in shapes]
    tensors = [paddle.to_tensor(a) for a in arrays]
    exact = function(*(paddle.to_tensor(a.astype("float64")) for a in arrays))
    for got, eager, want in zip(pcc.jit(function)(*tensors), function(*tensors), exact, strict=True):
        reference = want.numpy()
        limit = 4 * np.abs(eager.numpy() - reference).max() + 2e-6 * max(1.0, np.abs(reference).max())
        assert got.shape == want.shape
        assert np.abs(got.numpy() - reference).max() <= limit


@pytest.mark.parametrize("seed", range(200))
def test_random_program(seed: int) -> None:
    made = program(seed)
    check(made, made.inputs)


def gradients(function: Function) -> Function:
    """Of something smooth made of all results, by all arguments."""

    def run(*tensors: Any) -> list[Any]:
        leaves = [t.detach() for t in tensors]
        for leaf in leaves:
            leaf.stop_gradient = False
        loss = sum((result * paddle.tanh(result)).sum() for result in function(*leaves))
        found = paddle.grad(loss, leaves, allow_unused=True)
        return [paddle.zeros_like(t) if g is None else g for g, t in zip(found, leaves, strict=True)]

    return run


@pytest.mark.parametrize("seed", range(100))
def test_gradients_of_random_program(seed: int) -> None:
    made = program(seed)
    check(gradients(made), made.inputs)


def _last_of_padded(x: Any) -> Any:
    y = F.pad(x, [1, 0], value=0.25, pad_from_left_axis=True)
    return (paddle.logsumexp(y, 0, keepdim=True) - y[5:6],)


def _column_read_and_returned(x: Any) -> Any:
    y = F.softmax(x, 0)
    last = y[:, 7:]
    return last, F.relu(y) * last


def _row_of_reshaped(x: Any) -> Any:
    y = paddle.sqrt(paddle.abs(x) + 0.5)
    row = y.reshape([1, 5, 33])[:, 4:].transpose([1, 0, 2])
    return (paddle.sqrt((y * y).sum(0, keepdim=True)) + row,)


def _softmax_against_itself_turned(x: Any) -> Any:
    y = F.softmax(x.transpose([1, 3, 2, 0]), 3)
    return (y.transpose([1, 2, 0, 3]) - y,)


def _chosen_of_normalized(x: Any) -> Any:
    y = F.layer_norm(x, [17])
    z = F.layer_norm(paddle.maximum(y, paddle.flip(x, [1])).square(), [17])
    return paddle.index_select(z, paddle.to_tensor([3]), 0).t() + z


def _pairs_of_means_of_pairs(x: Any) -> Any:
    """A mean is compared with itself: were it computed twice, it would be rounded in two ways."""
    mean = paddle.maximum(x.unsqueeze(2), x.unsqueeze(3)).mean(3)
    one, other = mean.unsqueeze(2), mean.unsqueeze(3)
    return mean, paddle.where(one > other, one * 0.5, other + 0.1).max(3)


def _mask_by_rows_of_what_is_padded(x: Any) -> Any:
    """A sum keeps a mask of many rows, in vectors; then each row of five reads its part."""
    each = paddle.exp(x)
    mask = x * 200 > each.sum([1, 2], keepdim=True)
    count = paddle.where(mask, 0 * x, 0 * x + 1).sum([1, 2], keepdim=True)
    padded = F.pad(x[:, 13:30] * 2, [0, 0, 13, 2, 0, 0], value=0.0, pad_from_left_axis=True)
    return (padded + paddle.where(mask, 0 * x + 1, 0 * x) + count * each,)


def _rows_turned_and_summed(x: Any) -> Any:
    """What is computed in the order of a transpose is not kept by the sum that reads it side by side."""
    turned = paddle.tanh(x.transpose([0, 3, 1, 2]))
    back = (turned * turned + turned).transpose([0, 2, 3, 1])
    return (back * (back * x).sum([1, 2, 3], keepdim=True),)


def _slice_of_expanded(x: Any) -> Any:
    return (paddle.expand(x, [1, 3])[:, :1] + 1,)


@pytest.mark.parametrize(
    ("function", "shape"),
    [
        (_pairs_of_means_of_pairs, [8, 17, 4]),
        (_slice_of_expanded, [1, 1]),
        (_rows_turned_and_summed, [3, 4, 13, 31]),
        (_mask_by_rows_of_what_is_padded, [3, 32, 5]),
        (_last_of_padded, [5]),
        (_column_read_and_returned, [3, 8]),
        (_row_of_reshaped, [5, 33]),
        (_softmax_against_itself_turned, [33, 5, 5, 5]),
        (lambda x: (_chosen_of_normalized(x),), [17, 17]),
    ],
)
def test_programs_that_were_wrong(function: Function, shape: list[int]) -> None:
    check(function, [shape])
