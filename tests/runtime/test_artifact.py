"""Saved programs: what is in the file, and that it runs the same without Paddle."""

from __future__ import annotations

import copy
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import paddle
import pytest

import pcc
from pcc.runtime.errors import ArgumentError, ArtifactError

ROOT = Path(__file__).parents[2]
BLOCKED = """
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("paddle", "torch", "jax"):
            raise ImportError("no " + name)
sys.meta_path.insert(0, Blocked())
"""


def network() -> Any:
    paddle.seed(0)
    layers = paddle.nn.Linear(16, 32), paddle.nn.ReLU(), paddle.nn.Linear(32, 4), paddle.nn.Softmax()
    return paddle.nn.Sequential(*layers)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any, Any]:
    """A file, and an input with what Paddle computes for it."""
    folder = tmp_path_factory.mktemp("artifact")
    model, x = network(), paddle.rand([8, 16])
    pcc.save(pcc.jit(model), folder / "net.pcc", x)
    return folder / "net.pcc", x.numpy(), model(x).numpy()


def test_it_runs_without_paddle(saved: tuple[Path, Any, Any], tmp_path: Path) -> None:
    path, x, y = saved
    np.save(tmp_path / "x.npy", x)
    script = f"{BLOCKED}\nimport pcc, numpy as np\nnp.save('y.npy', pcc.load({str(path)!r})(np.load('x.npy')))\n"
    script += "assert not any(name.startswith('paddle') for name in sys.modules)\n"
    environment = {"PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=environment, check=True, timeout=120)
    np.testing.assert_allclose(np.load(tmp_path / "y.npy"), y, rtol=1e-5, atol=1e-6)


def test_the_command_runs_it(saved: tuple[Path, Any, Any], tmp_path: Path) -> None:
    path, x, y = saved
    np.save(tmp_path / "x.npy", np.asfortranarray(x))
    command = [sys.executable, "-m", "pcc.tools.pcc", "run", str(path), "--input", "input=x.npy", "--output-dir", "out"]
    environment = {"PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("out: float32[8, 4]  min ")
    np.testing.assert_allclose(np.load(tmp_path / "out" / "out.npy"), y, rtol=1e-5, atol=1e-6)


def test_the_file_holds_text_and_arrays(saved: tuple[Path, Any, Any]) -> None:
    with zipfile.ZipFile(saved[0]) as archive:
        names = archive.namelist()
        program = archive.read("program.mlir").decode()
    assert names == ["program.mlir", *(f"weights/{n}.npy" for n in range(4)), "manifest.json"]
    assert '%0: tensor<8x16xf32> {pcc.input = "input"}' in program
    assert '%1: tensor<16x32xf32> {pcc.weight = "linear_' in program
    assert str(ROOT) not in program


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ArtifactError, match=r"cannot write '.*missing/x.pcc': No such file or directory"):
        pcc.save(pcc.jit(lambda x: x + 1), tmp_path / "missing" / "x.pcc", paddle.ones([2]))


def test_signature_and_levels(saved: tuple[Path, Any, Any]) -> None:
    compiled = pcc.load(saved[0])
    assert str(compiled) == "(input: float32[8, 16]) -> (out: float32[8, 4])"
    assert "pd.softmax" in compiled.ir("pd")
    assert "kernel.launch" in compiled.ir("kernel")
    assert "memref" in compiled.ir("loops")
    assert "define void @main" in compiled.ir("llvm")
    with pytest.raises(ArgumentError, match="no level 'cuda'; there are"):
        compiled.ir("cuda")


@pytest.mark.parametrize(
    ("args", "named", "message"),
    [
        ((), {}, r"takes input: float32\[8, 16\]"),
        ((1, 2), {}, "takes input"),
        ((), {"x": 1}, "takes input"),
        ((np.zeros((8, 16)),), {}, "is of float64, the program takes float32: convert it"),
        ((np.zeros((4, 16), np.float32),), {}, r"has shape \(4, 16\), the program was compiled for \(8, 16\)"),
        ((object(),), {}, "is of object"),
    ],
)
def test_wrong_arguments(
    saved: tuple[Path, Any, Any], args: tuple[Any, ...], named: dict[str, Any], message: str
) -> None:
    with pytest.raises(ArgumentError, match=message):
        pcc.load(saved[0])(*args, **named)


def test_other_layouts_are_copied(saved: tuple[Path, Any, Any]) -> None:
    path, x, y = saved
    wide = np.zeros((8, 32), np.float32)
    wide[:, ::2] = x
    np.testing.assert_allclose(pcc.load(path)(wide[:, ::2]), y, rtol=1e-5, atol=1e-6)


def test_a_loaded_program_is_saved_again(saved: tuple[Path, Any, Any], tmp_path: Path) -> None:
    path, x, _ = saved
    compiled = pcc.load(path)
    pcc.save(compiled, tmp_path / "again.pcc")
    np.testing.assert_array_equal(pcc.load(tmp_path / "again.pcc")(x), compiled(x))


def test_nests_get_names_and_dtypes_stay(tmp_path: Path) -> None:
    def f(batch: dict[str, Any], *, scale: Any) -> dict[str, Any]:
        x = batch["x"] * scale
        return {"y": x.astype("bfloat16"), "n": (batch["n"] + 1, batch["flag"].logical_not())}

    batch = {"x": paddle.rand([3, 5]), "n": paddle.arange(4), "flag": paddle.to_tensor([True, False])}
    scale = paddle.to_tensor([2.0])
    pcc.save(pcc.jit(f), tmp_path / "f.pcc", batch, scale=scale)
    compiled = pcc.load(tmp_path / "f.pcc")
    assert [spec.name for spec in compiled.inputs] == ["batch.x", "batch.n", "batch.flag", "scale"]
    assert [str(spec) for spec in compiled.outputs] == [
        "out.y: bfloat16[3, 5]",
        "out.n.0: int64[4]",
        "out.n.1: bool[2]",
    ]
    y, n, flag = compiled(*(t.numpy() for t in (*batch.values(), scale)))
    expected = f(batch, scale=scale)
    np.testing.assert_array_equal(y, expected["y"].numpy())
    np.testing.assert_array_equal(n, expected["n"][0].numpy())
    np.testing.assert_array_equal(flag, expected["n"][1].numpy())


def test_running_statistics_move_on(tmp_path: Path) -> None:
    model = paddle.nn.Sequential(paddle.nn.Conv2D(3, 4, 3), paddle.nn.BatchNorm2D(4))
    x = paddle.rand([2, 3, 8, 8])
    pcc.save(pcc.jit(model), tmp_path / "bn.pcc", x)
    compiled, peer = pcc.load(tmp_path / "bn.pcc"), copy.deepcopy(model)
    for _ in range(3):
        np.testing.assert_allclose(compiled(x.numpy()), peer(x).numpy(), rtol=1e-4, atol=1e-5)
    pcc.save(compiled, tmp_path / "later.pcc")
    later = pcc.load(tmp_path / "later.pcc").artifact
    np.testing.assert_allclose(later.values[later.updates[0]], peer[1]._mean.numpy(), rtol=1e-5, atol=1e-6)


def test_what_only_paddle_can_run_is_not_saved(tmp_path: Path) -> None:
    with pytest.raises(ArtifactError, match="left to Paddle"):
        pcc.save(pcc.jit(paddle.unique), tmp_path / "unique.pcc", paddle.rand([3, 3]))
    with pytest.raises(ArtifactError, match=r"pass pcc.jit\(f\)"):
        pcc.save(lambda x: x, tmp_path / "f.pcc")
    assert not list(tmp_path.iterdir())


def test_a_failed_write_leaves_the_old_file(saved: tuple[Path, Any, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    path, *_ = saved
    compiled, before = pcc.load(path), path.read_bytes()
    monkeypatch.setattr("pcc.runtime.archive.write_npy", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        pcc.save(compiled, path)
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == ["net.pcc"]
