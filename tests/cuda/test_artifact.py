"""Files of `pcc compile`: read and run without the compiler, on a driver for machines that have none; hostile ones."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from pcc.dialects.text import parse_module
from pcc.runtime.archive import write_file
from pcc.runtime.artifact import signature, write
from pcc.runtime.compiled import Artifact, Compiled
from pcc.runtime.cuda.binary import Binary, read_binary
from pcc.runtime.cuda.checked import check
from pcc.runtime.cuda.compilation import compile_for_device
from pcc.runtime.cuda.program import Program, Repeat, Routine, straight
from pcc.runtime.errors import ArtifactError
from pcc.runtime.load import load
from pcc.testing.cuda.driver import make_driver
from pcc.testing.cuda.shim import build
from tests.cuda.programs import BODIES, program

ROOT = Path(__file__).parents[2]
BARE = """
import os, sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("paddle", "xdsl", "llvmlite", "networkx"):
            raise ModuleNotFoundError("no " + name, name=name.split(".")[0])
sys.meta_path.insert(0, Blocked())
"""
TEXT = """func.func @main(%x: tensor<6x40xf32> {pcc.input = "x"}, %w: tensor<40xf32> {pcc.weight = "w"})
    -> (tensor<6x40xf32> {pcc.output = "y"}, tensor<40xf32> {pcc.updates = "w"}) {
  %0 = pd.add %x, %w : (tensor<6x40xf32>, tensor<40xf32>) -> tensor<6x40xf32>
  %y = pd.softmax %0 {axis = -1 : i64} : (tensor<6x40xf32>) -> tensor<6x40xf32>
  %v = pd.sum %y {axis = array<i64: 0>, keepdim = 0 : i64} : (tensor<6x40xf32>) -> tensor<40xf32>
  func.return %y, %v : tensor<6x40xf32>, tensor<40xf32>
}
"""
PRODUCT = """func.func @main(%x: tensor<1024x512xf32>, %y: tensor<512x1024xf32>, %b: tensor<1024xf32>)
    -> tensor<1024x1024xf32> {
  %0 = pd.matmul %x, %y {transpose_x = 0 : i64, transpose_y = 0 : i64}
    : (tensor<1024x512xf32>, tensor<512x1024xf32>) -> tensor<1024x1024xf32>
  %1 = pd.add %0, %b : (tensor<1024x1024xf32>, tensor<1024xf32>) -> tensor<1024x1024xf32>
  func.return %1 : tensor<1024x1024xf32>
}
"""


def artifact() -> Artifact:
    return signature(parse_module(TEXT), {"w": np.linspace(0, 1, 40, dtype=np.float32)})


def binary(code: bytes = b"\x7fELF") -> Binary:
    return Binary(compile_for_device(artifact().plain()), {"sm_80": b"\x7fELF", "sm_90a": code})


def saved(path: Path, made: Binary) -> Path:
    write_file(path, lambda file: write(artifact(), file, made))
    return path


def bare(script: str, folder: Path, *arguments: str, driver: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a script where Paddle, xDSL and LLVM are missing."""
    environment = {"PYTHONPATH": str(ROOT), "HOME": str(folder), "PATH": os.defpath}
    environment |= {"LD_LIBRARY_PATH": str(driver)} if driver is not None else {}
    command = [sys.executable, "-c", BARE + script, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


# ---- without a device
def test_what_is_written_is_read(tmp_path: Path) -> None:
    made = binary()
    found = read_binary(saved(tmp_path / "f.pcc", made))
    assert found is not None
    assert found.binary == made
    assert [str(s) for s in (*found.inputs, *found.weights, *found.outputs)] == [
        "x: float32[6, 40]", "w: float32[40]", "y: float32[6, 40]"
    ]  # fmt: skip
    assert found.updates == ("w",)
    np.testing.assert_array_equal(found.values["w"], artifact().values["w"])


def test_the_file_runs_on_the_cpu_too(tmp_path: Path) -> None:
    x = np.random.default_rng(0).random((6, 40), np.float32)
    np.testing.assert_array_equal(load(saved(tmp_path / "f.pcc", binary()))(x), Compiled(artifact())(x))


def test_a_file_without_machine_code_has_none(tmp_path: Path) -> None:
    write_file(tmp_path / "f.pcc", lambda file: write(artifact(), file))
    assert read_binary(tmp_path / "f.pcc") is None


def test_reading_needs_no_compiler(tmp_path: Path) -> None:
    saved(tmp_path / "f.pcc", binary())
    script = "import pcc; print(pcc.load(sys.argv[1], target='cuda'))\n"
    script += "assert not {'paddle', 'xdsl', 'llvmlite', 'networkx'} & set(sys.modules)\n"
    done = bare(script, tmp_path, "f.pcc")
    assert (done.stdout, done.stderr) == ("(x: float32[6, 40]) -> (y: float32[6, 40])\n", "")


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    saved(tmp_path / "f.pcc", binary())
    np.save(tmp_path / "x.npy", np.zeros((6, 40), np.float32))
    script = "sys.modules['pycuda.driver'] = None\nfrom pcc.tools.pcc import main; sys.exit(main(sys.argv[1:]))"
    done = bare(script, tmp_path, "run", "f.pcc", "--input", "x.npy")
    assert done.returncode == 1
    assert done.stderr.startswith("pcc: error: no CUDA here, pycuda is missing (")
    assert done.stderr.count("\n") == 1
    done = bare(script, tmp_path, "run", "f.pcc", "--targt", "cuda")
    assert done.stderr == "pcc: error: unrecognized arguments: --targt cuda; did you mean '--target'?\n"
    done = bare(script, tmp_path, "run", "f.pcc", "--target", "cpu", "--input", "x.npy")
    assert done.stderr == "pcc: error: there is no package 'xdsl'; `pcc doctor` says how to get what pcc needs\n"


@pytest.mark.parametrize("name", BODIES)
def test_programs_of_ours_pass(name: str) -> None:
    check(program(name))


def test_a_loop_of_known_turns_is_one_graph() -> None:
    made = program("loop")
    assert [step.count for step in made.steps if isinstance(step, Repeat)] == [9]
    assert straight(made.steps)
    check(made)
    assert Program.from_json(json.loads(json.dumps(made.to_json()))) == made


def test_products_of_a_library_pass() -> None:
    made = compile_for_device(parse_module(PRODUCT))
    assert isinstance(made.steps[0], Routine)
    check(made)


def test_a_part_for_the_host_cannot_be_held() -> None:
    with pytest.raises(ArtifactError, match=r"pcc_eigh.* runs on the host"):
        check(program("host"))


# ---- hostile files
def changed(path: Path, change: Callable[[dict[str, Any], dict[str, Any]], object]) -> Path:
    """A good file, but for a change of the device's program or the manifest; digests are right."""
    with zipfile.ZipFile(saved(path, binary())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    device, manifest = json.loads(parts["cuda/program.json"]), json.loads(parts["manifest.json"])
    text = change(device, manifest)
    parts["cuda/program.json"] = text.encode() if isinstance(text, str) else json.dumps(device).encode()
    if isinstance(manifest["cuda"], dict):
        manifest["cuda"].setdefault("sha256", sha256(parts["cuda/program.json"]).hexdigest())
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in {**parts, "manifest.json": json.dumps(manifest).encode()}.items():
            archive.writestr(name, content)
    return path


def of_program(change: Callable[[dict[str, Any]], object]) -> Callable[[dict[str, Any], dict[str, Any]], object]:
    def run(device: dict[str, Any], manifest: dict[str, Any]) -> object:
        del manifest["cuda"]["sha256"]
        made = change(device)
        return made if isinstance(made, str) else None

    return run


def of_manifest(change: Callable[[dict[str, Any]], object]) -> Callable[[dict[str, Any], dict[str, Any]], object]:
    def run(device: dict[str, Any], manifest: dict[str, Any]) -> object:
        change(manifest)
        return None

    return run


def routine(name: str, **fields: int) -> list[Any]:
    given = {"m": 6, "n": 40, "k": 1, "a_row": 1, "a_column": 1, "b_row": 40, "b_column": 1, "c_row": 40, **fields}
    places = {"a": [0, 0], "b": [1, 0], "c": [2, 0]}
    return ["routine", name, given, places, dict.fromkeys(places, 4), None, None, False]


def first_place(place: list[int]) -> Callable[[dict[str, Any]], object]:
    return lambda p: p["steps"][0][2].__setitem__(0, place)


def step(made: Any) -> Callable[[dict[str, Any]], object]:
    return lambda p: p["steps"].append(made)


HOSTILE: dict[str, tuple[Callable[[dict[str, Any], dict[str, Any]], object], str]] = {
    "place behind the end": (of_program(first_place([0, 1 << 40])), "outside of its memory"),
    "place before the start": (of_program(first_place([0, -4])), "outside of its memory"),
    "place in no argument": (of_program(first_place([99, 0])), "outside of its memory"),
    "place in the last argument, backwards": (of_program(first_place([-1, 0])), "outside of its memory"),
    "copy behind the end": (of_program(step(["copy", [0, 900], [1, 0], 100])), "outside of its memory"),
    "copy of less than nothing": (of_program(step(["copy", [0, 0], [1, 0], -8])), "outside of its memory"),
    "flag behind the end": (of_program(step(["if", [0, 960], [], []])), "outside of its memory"),
    "a loop of wrong steps": (of_program(step(["while", [0, 0], [["launch", 7, []]]])), "kernel 7"),
    "a loop of other wrong steps": (of_program(step(["repeat", 2, [["launch", 7, []]]])), "kernel 7"),
    "turns below nothing": (of_program(step(["repeat", -1, []])), "loop of -1 turns"),
    "turns without end": (of_program(step(["repeat", 1 << 60, []])), "turns, which is no number"),
    "no such kernel": (of_program(step(["launch", -1, []])), "kernel -1"),
    "no such step": (of_program(step(["system", "ls"])), "no step 'system'"),
    "a step that is none": (of_program(step(3)), "malformed"),
    "steps without end": (of_program(lambda p: '{"steps": ' + "[" * 100_000), "cannot read"),
    "steps in steps": (of_program(lambda p: nested(2000)), "cannot read"),
    "numbers without end": (of_program(step(["copy", [0, 0], [1, 0], float("inf")])), "malformed"),
    "text for numbers": (of_program(step(["copy", [0, "x"], [1, 0], 4])), "malformed"),
    "no JSON": (of_program(lambda p: "no"), "malformed"),
    "a list": (of_program(lambda p: "[]"), "malformed"),
    "nothing": (of_program(dict.clear), "malformed"),
    "too many threads": (of_program(lambda p: p["kernels"][0].__setitem__(2, 4096)), "none that a device can run"),
    "no blocks": (of_program(lambda p: p["kernels"][0].__setitem__(1, 0)), "none that a device can run"),
    "shared memory": (of_program(lambda p: p["kernels"][0].__setitem__(3, 1 << 30)), "none that a device can run"),
    "a kernel's name": (of_program(lambda p: p["kernels"][0].__setitem__(0, "k_\x1b")), "none that a device can run"),
    "memory below nothing": (of_program(lambda p: p.update(arena=-1)), "no amount"),
    "other inputs": (of_program(lambda p: p["inputs"][0].__setitem__(0, [60, 40])), "other tensors"),
    "inputs as results": (of_program(lambda p: p["results"].insert(0, p["inputs"].pop())), "other tensors"),
    "the host's library": (of_program(step(routine("pcc_sort_f32"))), "runs on the host"),
    "a routine of no library": (of_program(step(routine("system_gemm_f32"))), "runs on the host"),
    "a product behind the end": (of_program(step(routine("pcc_gemm_f32", m=7))), "outside of its memory"),
    "a product of far rows": (of_program(step(routine("pcc_gemm_f32", a_row=1 << 40))), "outside of its memory"),
    "a product far off": (of_program(step(routine("pcc_gemm_f32", b_offset=1 << 20))), "outside of its memory"),
    "a product backwards": (of_program(step(routine("pcc_gemm_f32", c_row=-40))), "no matrices"),
    "a product of nothing": (of_program(step(routine("pcc_gemm_f32", k=0))), "no matrices"),
    "another digest": (of_manifest(lambda m: m["cuda"].update(sha256="0" * 64)), "its digest differs"),
    "other machine code": (of_manifest(lambda m: m["cuda"]["code"]["sm_80"].update(sha256="0")), "sm_80 is damaged"),
    "no machine code": (of_manifest(lambda m: m["cuda"].update(code={})), "no machine code"),
    "an architecture": (of_manifest(lambda m: m["cuda"]["code"].update({"../x": {}})), "no GPU"),
    "a list of parts": (of_manifest(lambda m: m.update(cuda=[])), r"no cuda \(dict\)"),
    "a part elsewhere": (of_manifest(lambda m: m["cuda"]["code"]["sm_80"].update(file="../x")), "cannot read"),
    "an update of nothing": (of_manifest(lambda m: m["cuda"].update(updates=["z"])), "what is no argument"),
    "a tensor's shape": (of_manifest(lambda m: m["inputs"][0].update(shape=[6.5, -1])), "no tensor"),
    "a tensor's size": (of_manifest(lambda m: m["inputs"][0].update(shape=[1 << 40])), "GiB"),
    "a tensor's name": (of_manifest(lambda m: m["outputs"][0].update(name="../../evil")), "no name"),
    "one name twice": (of_manifest(lambda m: m["inputs"][0].update(name="w")), "one name"),
}  # fmt: skip


def nested(depth: int) -> str:
    loops = '[["while", [0, 0], ' * depth + "[]" + "]]" * depth
    return f'{{"kernels": [], "steps": {loops}}}'


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile(name: str, tmp_path: Path) -> None:
    change, part = HOSTILE[name]
    with pytest.raises(ArtifactError, match=part) as told:
        read_binary(changed(tmp_path / "f.pcc", change))
    assert "\n" not in str(told.value)


def test_a_change_of_nothing_passes(tmp_path: Path) -> None:
    assert read_binary(changed(tmp_path / "f.pcc", of_program(lambda p: step(routine("pcc_gemm_f32"))(p)))) is not None


# ---- on the driver
@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if shutil.which("g++") is None or importlib.util.find_spec("pycuda") is None:
        pytest.skip("the driver needs g++ and pycuda: docs/cuda.md")
    return make_driver(tmp_path_factory.mktemp("driver")).parent


RUN = """
from pcc.tools.pcc import main
code = main(sys.argv[1:])
assert not {'paddle', 'xdsl', 'llvmlite', 'networkx'} & set(sys.modules)
sys.stdout.flush(), sys.stderr.flush()
os._exit(code)  # without pycuda's end, for which the driver may be gone
"""


def test_it_runs_without_the_compiler(driver: Path, tmp_path: Path) -> None:
    made = binary(build(binary().program, tmp_path).read_bytes())
    saved(tmp_path / "f.pcc", made)
    x = np.random.default_rng(0).random((6, 40), np.float32)
    np.save(tmp_path / "x.npy", x)
    done = bare(RUN, tmp_path, "run", "f.pcc", "--input", "x.npy", "--output-dir", "out", driver=driver)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("y: float32[6, 40]  min ")
    np.testing.assert_allclose(np.load(tmp_path / "out" / "y.npy"), Compiled(artifact())(x), rtol=1e-5, atol=1e-7)


def test_code_for_another_device_is_said(driver: Path, tmp_path: Path) -> None:
    made = binary()
    saved(tmp_path / "f.pcc", Binary(made.program, {"sm_80": b"", "sm_100": b""}))
    np.save(tmp_path / "x.npy", np.zeros((6, 40), np.float32))
    done = bare(RUN, tmp_path, "run", "f.pcc", "--input", "x.npy", driver=driver)
    assert done.stderr == (
        "pcc: error: the program has machine code for sm_80, sm_100, but shim 0 is sm_90a: "
        "compile it with --arch sm_90a\n"
    )
    done = bare(RUN, tmp_path, "run", "f.pcc", "--target", "cuda:2", "--input", "x.npy", driver=driver)
    assert done.stderr == "pcc: error: there is no device cuda:2, this process sees 2, cuda:0 to cuda:1\n"
    done = bare(RUN, tmp_path, "run", "f.pcc", "--target", "gpu:1", "--input", "x.npy", driver=driver)
    assert done.stderr == (
        "pcc: error: there is no target 'gpu:1': use 'cpu', 'cuda', or 'cuda:1' for the second device\n"
    )
