"""`pcc compile`: machine code for devices on a machine without one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import paddle
import pytest

import pcc
from pcc.runtime.cuda.binary import read_binary
from pcc.tools.pcc import main

pytestmark = pytest.mark.usefixtures("nvrtc")


def network() -> Any:
    paddle.seed(0)
    model = paddle.nn.Sequential(paddle.nn.Linear(16, 4), paddle.nn.Softmax())
    model.eval()
    return model


def test_a_saved_program(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    model, x = network(), paddle.rand([8, 16])
    pcc.save(pcc.jit(model), tmp_path / "f.pcc", x)
    assert main(["compile", str(tmp_path / "f.pcc"), "-o", str(tmp_path / "g.pcc")]) == 0
    assert capsys.readouterr().out.splitlines()[0] == f"{tmp_path / 'g.pcc'}: 2 kernels, 2 steps"
    made = read_binary(tmp_path / "g.pcc")
    assert made is not None
    assert list(made.binary.code) == ["sm_80", "sm_90a", "sm_100"]
    np.testing.assert_allclose(pcc.load(tmp_path / "g.pcc")(x.numpy()), model(x).numpy(), rtol=1e-5, atol=1e-6)


def test_a_model_of_paddle(tmp_path: Path) -> None:
    model, x = network(), paddle.rand([8, 16])
    paddle.jit.save(model, str(tmp_path / "m"), input_spec=[paddle.static.InputSpec([8, 16], "float32")])
    assert main(["compile", str(tmp_path / "m"), "--arch", "sm_90a", "-o", str(tmp_path / "g.pcc")]) == 0
    np.testing.assert_allclose(pcc.load(tmp_path / "g.pcc")(x.numpy()), model(x).numpy(), rtol=1e-5, atol=1e-6)


def test_what_is_wrong_is_said_in_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pcc.save(pcc.jit(paddle.linalg.eigvalsh), tmp_path / "f.pcc", paddle.eye(3))
    paddle.jit.save(network(), str(tmp_path / "m"), input_spec=[paddle.static.InputSpec([None, 16], "float32")])
    (tmp_path / "broken.json").write_text("{}")
    files = sorted(tmp_path.iterdir())
    for command, code, part in (
        ([str(tmp_path / "f.pcc"), "--arch", "hopper"], 2, "no architecture 'hopper': name one as sm_80"),
        ([str(tmp_path / "none")], 1, "No such file"),
        ([str(tmp_path / "broken")], 1, "no file "),
        ([str(tmp_path / "m")], 1, "save the model with an InputSpec of known sizes"),
    ):
        assert main(["compile", *command, "-o", str(tmp_path / "g.pcc")]) == code
        told = capsys.readouterr().err
        assert part in told
        assert told.count("\n") == 1
    assert sorted(tmp_path.iterdir()) == files
