"""Programs that were compiled before: no pass runs, the same code and facts; what makes a program another one."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from pcc.dialects.structure import canonical_text
from pcc.dialects.text import parse_module
from pcc.runtime.build import Build, build, main_of
from pcc.runtime.cache import DiskCache, open_cache

ROOT = Path(__file__).parents[2]
TEXT = """func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {{
  %0 = pd.{op} %x : (tensor<4xf32>) -> tensor<4xf32> loc("model.py":{line}:3)
  func.return %0 : tensor<4xf32>
}}"""


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DiskCache:
    made = open_cache(tmp_path)
    assert made is not None
    monkeypatch.setattr("pcc.runtime.build.disk_cache", lambda: made)
    return made


def built(op: str = "exp", line: int = 1, keep_text: bool = False) -> Build:
    return build(parse_module(TEXT.format(op=op, line=line)), keep_text=keep_text)


def value(made: Build) -> list[float]:
    x, y = np.ones(4, np.float32), np.empty(4, np.float32)
    made.executable([x.ctypes.data, y.ctypes.data])
    return y.tolist()


def test_no_pass_runs_the_second_time(kept: DiskCache, monkeypatch: pytest.MonkeyPatch) -> None:
    first = built()
    monkeypatch.setattr("pcc.runtime.compilation.compile_program", None)
    second = built(line=7)
    assert (first.cached, second.cached) == (False, True)
    assert (first.kernels[0].where, second.kernels[0].where) == ("model.py:1:3", "model.py:7:3")
    assert replace(second.kernels[0], where="") == replace(first.kernels[0], where="")
    assert second.pipeline == first.pipeline
    assert value(second) == value(first) == pytest.approx([np.e] * 4)
    with pytest.raises(TypeError):
        built("tanh")


def test_texts_are_made_anew(kept: DiskCache) -> None:
    built()
    assert "pd.exp" in built(keep_text=True).texts["pd"]


def test_canonical_text_tells_programs_apart() -> None:
    texts = [
        "%0 = pd.exp %x : (tensor<4xf32>) -> tensor<4xf32>",
        "%0 = pd.tanh %x : (tensor<4xf32>) -> tensor<4xf32>",
        "%0 = pd.add %x, %y : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>",
        "%0 = pd.add %y, %x : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>",
        "%0 = pd.sum %z {axis = array<i64: 0>, keepdim = false} : (tensor<4x4xf32>) -> tensor<4xf32>",
        "%0 = pd.sum %z {axis = array<i64: 1>, keepdim = false} : (tensor<4x4xf32>) -> tensor<4xf32>",
    ]
    head = "func.func @main(%x: tensor<4xf32>, %y: tensor<4xf32>, %z: tensor<4x4xf32>) -> tensor<4xf32> {"
    modules = [parse_module(f"{head}\n{text}\nfunc.return %0 : tensor<4xf32>\n}}") for text in texts]
    keys = {canonical_text(main_of(module).body.block) for module in modules}
    assert len(keys) == len(texts)


def test_editing_one_of_several_functions_compiles_one(tmp_path: Path) -> None:
    """Each in a process of its own, as a user's second run is."""
    script = (
        "import sys, paddle, pcc\n"
        "fs = [pcc.jit(eval(f'lambda x: paddle.tanh(x * {n}) + {n}')) for n in sys.argv[1].split()]\n"
        "x = paddle.ones([8])\n"
        "for f in fs: f(x)\n"
        "print([s.build.cached for f in fs for p in f.programs.values() for s in p.stages()])\n"
    )

    def run(numbers: str) -> str:
        environment = {**os.environ, "PCC_CACHE_DIR": str(tmp_path)}
        command = [sys.executable, "-c", script, numbers]
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout

    assert run("1 2 3").strip().endswith("[False, False, False]")
    assert run("1 5 3").strip().endswith("[True, False, True]")
