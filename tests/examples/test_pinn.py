"""The examples of physics-informed networks: they learn, and their equations are Paddle's nested gradients."""

from __future__ import annotations

import importlib
import re
import runpy
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import pcc
from pcc.frontends.paddle.private import paddle

FOLDER = Path(__file__).parents[2] / "examples" / "pinn"
LOSS = re.compile(r"loss (\S+)")


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(FOLDER)


@pytest.fixture
def _double() -> Any:
    paddle.set_default_dtype("float64")
    paddle.seed(0)
    yield
    paddle.set_default_dtype("float32")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["burgers", "poisson", "poisson_50d", "cavity"])
def test_a_script_learns(name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", [name, "--steps", "40", "--polish", "60", "--points", "40", "--compare"])
    runpy.run_path(str(FOLDER / f"{name}.py"), run_name="__main__")
    said = capsys.readouterr().out
    first, *_, last = (float(loss) for loss in LOSS.findall(said))
    assert last < 0.7 * first
    assert "relative L2 error" in said
    assert "ms in plain Paddle" in said


def same(compiled: Any, plain: Any, *points: Any) -> None:
    for found, wanted in zip(compiled(*points), plain(*points), strict=True):
        np.testing.assert_allclose(found.numpy(), wanted.numpy(), rtol=1e-8, atol=1e-9)


@pytest.mark.usefixtures("_double")
def test_burgers() -> None:
    burgers, net = importlib.import_module("burgers"), importlib.import_module("training").network(2, 1, 8, 2)

    def u(x: Any, t: Any) -> Any:
        return net(paddle.concat([x, t], axis=1))

    same(
        pcc.jit(lambda x, t: [burgers.residual(u, x, t)], strict=True),
        lambda x, t: [burgers.residual_in_paddle(u, x, t)],
        paddle.rand([7, 1]),
        paddle.rand([7, 1]),
    )


def test_the_reference_of_burgers_solves_the_equation() -> None:
    reference, step = importlib.import_module("burgers").reference, 1e-4
    x, t = np.linspace(0.2, 0.8, 5), np.full(5, 0.3)
    u, (left, right) = reference(x, t), (reference(x + way * step, t) for way in (-1, 1))
    u_t = (reference(x, t + step) - reference(x, t - step)) / (2 * step)
    residual = u_t + u * (right - left) / (2 * step) - 0.01 / np.pi * (right - 2 * u + left) / step**2
    assert np.abs(residual).max() < 1e-4 * np.abs(u_t).max()


@pytest.mark.usefixtures("_double")
def test_poisson() -> None:
    poisson, net = importlib.import_module("poisson"), importlib.import_module("training").network(2, 1, 8, 2)

    def residual(x: Any, y: Any) -> Any:
        return [poisson.residual(lambda x, y: net(paddle.concat([x, y], axis=1)), x, y)]

    same(pcc.jit(residual, strict=True), residual, paddle.rand([7, 1]), paddle.rand([7, 1]))
    exact = poisson.residual(lambda x, y: poisson.exact(x, y, paddle), paddle.rand([7, 1]), paddle.rand([7, 1]))
    assert float(exact.abs().max()) < 1e-9


@pytest.mark.usefixtures("_double")
def test_poisson_in_50_dimensions() -> None:
    poisson, net = importlib.import_module("poisson_50d"), importlib.import_module("training").network(50, 1, 8, 2)

    def u(x: Any) -> Any:
        return net(x).squeeze(-1) - poisson.exact(x)

    found = pcc.vmap(pcc.laplacian(u))
    same(lambda x: [found(x)], lambda x: [poisson.laplacian_in_paddle(u, x)], paddle.rand([5, 50]) / 5)


@pytest.mark.usefixtures("_double")
def test_cavity() -> None:
    cavity, net = importlib.import_module("cavity"), importlib.import_module("training").network(2, 2, 8, 2)
    points = paddle.rand([7, 2])
    compiled = pcc.jit(lambda net, points: cavity.residuals(net, points, cavity.simple_corner), strict=True)
    same(compiled, cavity.residuals_in_paddle, net, points)


@pytest.mark.usefixtures("_double")
def test_the_lid_moves_and_the_walls_do_not() -> None:
    cavity, net = importlib.import_module("cavity"), importlib.import_module("training").network(2, 2, 8, 2)
    lid = [[0.3, 1.0], [0.9, 1.0]]
    walls = [[0.0, 0.4], [1.0, 0.7], [0.2, 0.0]]
    with paddle.no_grad():
        found = cavity.velocity(net, paddle.to_tensor(lid + walls))
    np.testing.assert_allclose(found.numpy(), [[1, 0]] * 2 + [[0, 0]] * 3, atol=1e-12)
