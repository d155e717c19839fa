"""Kernels are kept by what they compute: a program that was edited compiles only what is new."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from pcc.codegen_cpu.compile import compile_object
from pcc.codegen_cpu.target import host
from pcc.dialects.text import parse_module
from pcc.runtime import build as building
from pcc.runtime import compilation, objects
from pcc.runtime.build import Build, build
from pcc.runtime.cache import CacheWarning, open_cache

X = np.linspace(-1, 1, 6 * 8, dtype=np.float32).reshape(6, 8)


def program(first: str, second: str) -> str:
    """A fused kernel, a product, another fused kernel."""
    flags = "transpose_x = false, transpose_y = true"
    return f"""func.func @main(%x: tensor<6x8xf32>) -> tensor<6x6xf32> {{
  %0 = pd.{first} %x : (tensor<6x8xf32>) -> tensor<6x8xf32>
  %1 = pd.sum %0 {{axis = array<i64: 1>, keepdim = true}} : (tensor<6x8xf32>) -> tensor<6x1xf32>
  %2 = pd.subtract %0, %1 : (tensor<6x8xf32>, tensor<6x1xf32>) -> tensor<6x8xf32>
  %3 = pd.matmul %2, %2 {{{flags}}} : (tensor<6x8xf32>, tensor<6x8xf32>) -> tensor<6x6xf32>
  %4 = pd.sum %3 {{axis = array<i64: 1>, keepdim = true}} : (tensor<6x6xf32>) -> tensor<6x1xf32>
  %5 = pd.{second} %4 : (tensor<6x1xf32>) -> tensor<6x1xf32>
  %6 = pd.subtract %3, %5 : (tensor<6x6xf32>, tensor<6x1xf32>) -> tensor<6x6xf32>
  func.return %6 : tensor<6x6xf32>
}}"""


def answer(first: str, second: str) -> np.ndarray:
    a = getattr(np, first)(X.astype(np.float64))
    a = a - a.sum(1, keepdims=True)
    product = a @ a.T
    return product - getattr(np, second)(product.sum(1, keepdims=True))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    cache = open_cache(tmp_path)
    assert cache is not None
    monkeypatch.setattr(building, "disk_cache", lambda: cache)
    monkeypatch.setattr(compilation, "disk_cache", lambda: cache)
    monkeypatch.setattr(objects, "GROUP", 1)  # as if each kernel were large
    return cache.folder


def built(first: str, second: str) -> Build:
    """The program; its numbers are right."""
    made, y = build(parse_module(program(first, second))), np.empty((6, 6), np.float32)
    made.executable([X.ctypes.data, y.ctypes.data])
    np.testing.assert_allclose(y, answer(first, second), rtol=1e-4, atol=1e-4)
    return made


def test_an_edit_compiles_one_kernel() -> None:
    first = built("tanh", "sin")
    assert len(first.compiled) == len(set(first.compiled)) == 3
    edited = built("tanh", "cos")
    assert len(set(edited.compiled) - {"main"}) == 1
    assert not set(edited.compiled) & (set(first.compiled) - {"main"})
    assert built("tanh", "sin").cached


def test_kernels_of_several_programs_make_another() -> None:
    built("tanh", "sin")
    built("exp", "cos")
    assert built("tanh", "cos").compiled == ("main",)


def test_small_kernels_are_compiled_with_the_program(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(objects, "GROUP", 250)
    assert len(built("tanh", "sin").compiled) == 3
    assert len(list(folder.iterdir())) == 1
    assert len(built("tanh", "cos").compiled) == 3


def test_kernels_of_a_group_are_found_one_by_one(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(objects, "GROUP", 150)
    assert len(built("tanh", "sin").compiled) == 3
    names = [open_names(path) for path in folder.iterdir()]
    assert sorted(name.partition(" ")[0] for name in names if "kernels, as" in name) == ["2"]
    assert len(set(built("tanh", "cos").compiled) - {"main"}) == 1
    for path in folder.iterdir():
        if "kernels, as" in open_names(path):
            path.unlink()
    assert len(built("tanh", "exp").compiled) == 3


def open_names(path: Path) -> str:
    return json.loads(path.read_bytes().partition(b"\n")[0])["about"]["name"]


def test_a_damaged_kernel_is_compiled_anew(folder: Path) -> None:
    built("tanh", "sin")
    for path in folder.iterdir():
        content = path.read_bytes()
        path.write_bytes(content[:-9] + bytes([content[-9] ^ 1]) + content[-8:])
    with pytest.warns(CacheWarning, match="damaged"):
        assert len(built("tanh", "cos").compiled) == 3


def test_no_kernel_is_found_for_other_options() -> None:
    built("tanh", "sin")
    module = parse_module(program("tanh", "sin"))
    assert len(build(module, settings={"lower-to-loops": {"vector_bits": 128}}).compiled) == 3


def test_an_object_does_not_depend_on_what_compiles_beside_it() -> None:
    texts = [f"define i64 @f{n}(i64 %x) {{\n  %y = mul i64 %x, {n + 3}\n  ret i64 %y\n}}\n" for n in range(40)]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(lambda text: compile_object(text, host()), texts))
    assert together == [compile_object(text, host()) for text in texts]
