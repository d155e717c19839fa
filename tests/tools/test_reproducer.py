"""A pass that crashes leaves a file that crashes in the same way."""

from __future__ import annotations

import inspect
import tempfile
from pathlib import Path

import paddle
import pytest
from xdsl.dialects.func import FuncOp

import pcc
from pcc.dialects.pd.trigonometric import TanhOp
from pcc.dialects.text import parse_module
from pcc.passes.base import Pass
from pcc.passes.cse import CommonSubexpressions
from pcc.passes.lower_to_loops import LowerToLoops
from pcc.runtime.build import build
from pcc.runtime.errors import CompileError
from pcc.tools.opt import main

TEXT = """func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = pd.tanh %x : (tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
"""


def crash(*args: object) -> bool:
    raise IndexError("out of range")


def test_reproducer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(CommonSubexpressions, "run", crash)
    source = tmp_path / "program.mlir"
    source.write_text(TEXT)
    assert main([str(source), "-p", "dce,cse,fuse"]) == 1
    said = capsys.readouterr().err
    (written,) = tmp_path.glob("pcc-reproducer-*.mlir")
    assert f"internal error in pass 'cse': IndexError: out of range; please report it with {written}" in said
    assert written.stat().st_mode & 0o077 == 0
    assert "// pipeline: dce,cse\n" in written.read_text()
    assert main([str(written), "--run-reproducer"]) == 1
    assert "internal error in pass 'cse': IndexError: out of range" in capsys.readouterr().err
    monkeypatch.undo()
    assert main([str(written), "--run-reproducer"]) == 0


def crash_at_tanh(step: object, func: FuncOp, analyses: object) -> bool:
    for op in func.walk():
        if isinstance(op, TanhOp):
            raise KeyError("no rule")
    return False


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where reproducers are written; nothing is kept of what is compiled."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr("pcc.runtime.build.disk_cache", lambda: None)
    return tmp_path


@pytest.mark.parametrize(("step", "name"), [(CommonSubexpressions, "cse"), (LowerToLoops, "lower-to-loops")])
def test_jit_writes_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], step: type[Pass], name: str
) -> None:
    """Of a pass on the program, and of one on its kernels."""
    monkeypatch.setattr(step, "run", crash_at_tanh)

    @pcc.jit
    def model(x: paddle.Tensor) -> paddle.Tensor:
        return paddle.tanh(x + 1)

    with pytest.raises(CompileError) as raised:
        model(paddle.ones([4]))
    (written,) = folder.glob("pcc-reproducer-*.mlir")
    line = f"{__file__}:{inspect.getsourcelines(model.fn)[1] + 2}"
    what = f"internal error in pass '{name}': KeyError: 'no rule'"
    assert str(raised.value) == f"{line}: {what}; please report it with {written}"
    assert isinstance(raised.value.__cause__, KeyError)
    assert main([str(written), "--run-reproducer"]) == 1
    assert f"{line}: error: {what}" in capsys.readouterr().err
    monkeypatch.undo()
    assert main([str(written), "--run-reproducer"]) == 0
    assert model(paddle.zeros([4])).shape == [4]


def test_the_program_is_kept_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the pass that fails, or one before it, has changed the program."""

    def wreck(step: object, func: FuncOp, analyses: object) -> bool:
        for op in reversed(list(func.body.block.ops)):
            op.detach()
            op.erase()
        raise ValueError

    monkeypatch.setattr(CommonSubexpressions, "run", wreck)
    with pytest.raises(CompileError, match="pass 'cse': ValueError; please report"):
        build(parse_module(TEXT, "model.mlir"))
    (written,) = folder.glob("pcc-reproducer-*.mlir")
    assert "pd.tanh" in written.read_text()


def test_no_folder_to_write_to(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(folder / "absent"))
    monkeypatch.setattr(CommonSubexpressions, "run", crash)
    with pytest.raises(CompileError, match="out of range; a reproducer cannot be written: No such file or directory"):
        build(parse_module(TEXT))


def test_too_little_memory_is_no_error_of_a_pass(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    def exhaust(*args: object) -> bool:
        raise MemoryError

    monkeypatch.setattr(CommonSubexpressions, "run", exhaust)
    with pytest.raises(MemoryError):
        build(parse_module(TEXT))
    assert not list(folder.glob("pcc-reproducer-*"))
