"""A pass that crashes leaves a file that crashes in the same way."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from pcc.passes.cse import CommonSubexpressions
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
    assert f"pass 'cse' on @main: out of range (IndexError); reproducer: {written}" in said
    assert written.stat().st_mode & 0o077 == 0
    assert "// pipeline: dce,cse\n" in written.read_text()
    assert main([str(written), "--run-reproducer"]) == 1
    assert "pass 'cse' on @main: out of range (IndexError)" in capsys.readouterr().err
    monkeypatch.undo()
    assert main([str(written), "--run-reproducer"]) == 0
