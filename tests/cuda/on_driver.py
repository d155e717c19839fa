"""The runtime for devices on the driver for machines that have none: `python -m tests.cuda.on_driver FOLDER`.

The machine code of a program is the shim's library of its kernels. Each function is one test; the last line says which
failed.
"""

from __future__ import annotations

import contextlib
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from pcc.runtime.cuda.device import LoadedProgram, architecture, driver
from pcc.runtime.cuda.executable import DeviceExecutable
from pcc.runtime.cuda.graphs import FEW
from pcc.runtime.cuda.program import Program
from pcc.runtime.errors import DeviceError, OutOfMemoryError
from pcc.testing.cuda.shim import Shim, build, storage
from pcc.testing.inputs import Array
from tests.cuda.programs import program

FOLDER = Path(sys.argv[1])
NAMES = ("elements", "rows", "columns", "tiles", "product", "loop", "sweeps", "host")


def code_of(made: Program, name: str) -> bytes:
    place = FOLDER / name.replace(" ", "_")
    place.mkdir(exist_ok=True)
    return build(made, place).read_bytes()


def arrays_of(made: Program, seed: int = 0) -> list[Array]:
    generator = np.random.default_rng(seed)
    return [generator.uniform(-2, 2, spec.shape).astype(storage(spec)) for spec in made.inputs]


def empty(made: Program) -> list[Array]:
    return [np.full(spec.shape, np.nan, storage(spec)) for spec in made.results]


def memory(*groups: list[Array]) -> tuple[list[int], list[int]]:
    """Addresses of arrays, and their bytes."""
    every = [array for arrays in groups for array in arrays]
    return [a.ctypes.data for a in every], [a.nbytes for a in every]


def eager_and_as_a_graph() -> None:
    """The first call runs the steps, the second records straight ones; later ones launch graphs, updated for other
    addresses.
    """
    for name in NAMES:
        made = program(name)
        loaded, shim = LoadedProgram(made, code_of(made, name)), Shim(made)
        for seed in range(4):
            arrays, results = arrays_of(made, seed), empty(made)
            loaded.on_memory(*memory(arrays, results))
            for found, wanted in zip(results, shim(arrays), strict=True):
                np.testing.assert_array_equal(found, wanted)


def straight_parts_of_what_is_not_are_graphs() -> None:
    """The third call of a program with a loop that data ends launches kernels by graphs."""
    cuda, made = driver(), program("sweeps")
    loaded = LoadedProgram(made, code_of(made, "sweeps"))
    with loaded.current():
        held = [cuda.mem_alloc(spec.bytes) for spec in (*made.inputs, *made.results)]
        (array,), asked = arrays_of(made), list[int]()
        cuda.memcpy_htod(held[0], array)
        launch = loaded.launch
        loaded.launch = lambda kernel, addresses: (asked.append(kernel), launch(kernel, addresses))[1]
        for turn in range(3):
            asked.clear()
            loaded([int(memory) for memory in held])
            assert turn < 2 or len(asked) < FEW  # of the few steps behind the loop
            (found,) = empty(made)
            cuda.memcpy_dtoh(found, held[-1])
            np.testing.assert_array_equal(found, Shim(made)([array])[0])


def memory_of_the_device_is_used_where_it_is() -> None:
    cuda, made = driver(), program("elements")
    executable, arrays = DeviceExecutable(made, {"sm_90a": code_of(made, "elements")}), arrays_of(made)
    context = cuda.Device(0).retain_primary_context()
    context.push()
    held = [cuda.mem_alloc(spec.bytes) for spec in (*made.inputs, *made.results)]
    for memory, array in zip(held, arrays, strict=False):
        cuda.memcpy_htod(memory, array)
    moved = cuda.mem_alloc(made.inputs[0].bytes + 4)  # as a slice of a tensor may begin: not at a multiple of 16 bytes
    cuda.memcpy_htod(int(moved) + 4, arrays[0])
    for first in (int(held[0]), int(moved) + 4):
        executable([first, *map(int, held[1:])])
        (found,) = empty(made)
        cuda.memcpy_dtoh(found, held[-1])
        np.testing.assert_array_equal(found, Shim(made)(arrays)[0])
    context.pop()


def memory_of_the_host_is_copied() -> None:
    made = program("rows")
    executable, arrays, results = (
        DeviceExecutable(made, {"sm_90a": code_of(made, "rows")}),
        arrays_of(made),
        empty(made),
    )
    executable([a.ctypes.data for a in (*arrays, *results)])
    np.testing.assert_array_equal(results[0], Shim(made)(arrays)[0])


def what_is_wrong_is_said() -> None:
    made = program("elements")
    says(DeviceError, "does not run on shim 0", lambda: LoadedProgram(made, b"\x7fELF" + bytes(60)))
    says(OutOfMemoryError, "needs 1048576 MiB", lambda: LoadedProgram(larger(made), code_of(made, "elements")))
    assert [architecture(device) for device in (0, 1)] == ["sm_90a", "sm_80"]
    says(DeviceError, "no device cuda:2, this process sees 2, cuda:0 to cuda:1", lambda: architecture(2))
    os.environ["PCC_NO_DEVICE"] = "1"
    says(DeviceError, "no CUDA device is visible", driver)
    del os.environ["PCC_NO_DEVICE"]


def two_devices_in_one_process() -> None:
    """Each has its own memory and code; what is on the other is refused, not read."""
    cuda, made = driver(), program("rows")
    arrays, code = arrays_of(made), code_of(made, "rows")
    by_device = [DeviceExecutable(made, {"sm_90a": code, "sm_80": code}, device) for device in (0, 1)]
    for executable in (*by_device, *by_device):
        results = empty(made)
        executable(memory(arrays, results)[0])
        np.testing.assert_array_equal(results[0], Shim(made)(arrays)[0])
    context = cuda.Device(1).retain_primary_context()
    context.push()
    (held,), results = [cuda.mem_alloc(a.nbytes) for a in arrays], empty(made)
    cuda.memcpy_htod(held, arrays[0])
    context.pop()
    by_device[1]([int(held), results[0].ctypes.data])  # an input there, a result here
    np.testing.assert_array_equal(results[0], Shim(made)(arrays)[0])
    refused = "runs on cuda:0, but a tensor is on cuda:1: move it"
    says(DeviceError, refused, lambda: by_device[0]([int(held), results[0].ctypes.data]))
    says(DeviceError, "is sm_80", lambda: DeviceExecutable(made, {"sm_90a": code}, 1)(memory(arrays, results)[0]))
    with contextlib.ExitStack() as stack:
        stack.enter_context(by_device[1]._loaded.current())
        held.free()


def larger(made: Program) -> Program:
    return Program(made.source, made.kernels, made.steps, made.inputs, made.results, 1 << 40)


def says(kind: type[Exception], text: str, run: Callable[[], object]) -> None:
    with pytest.raises(kind, match=text) as told:
        run()
    assert "\n" not in str(told.value)


TESTS = (
    eager_and_as_a_graph, straight_parts_of_what_is_not_are_graphs, memory_of_the_device_is_used_where_it_is,
    memory_of_the_host_is_copied, two_devices_in_one_process, what_is_wrong_is_said,
)  # fmt: skip

if __name__ == "__main__":
    failed: list[str] = []
    for test in TESTS:
        try:
            test()
        except Exception:
            traceback.print_exc()
            failed.append(test.__name__)
    print(f"failed: {', '.join(failed) or 'none'}")
    sys.stdout.flush()
    os._exit(0)  # without pycuda's end, for which the driver may be gone
