"""Programs on a CUDA device, by pycuda; the primary context is that of Paddle and others in the process."""

from __future__ import annotations

import importlib
import struct
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import numpy as np

from pcc.runtime.cuda.driver_ext import device_of_memory, move
from pcc.runtime.cuda.executor import run
from pcc.runtime.cuda.graphs import Graphs, in_parts
from pcc.runtime.cuda.program import Program, Routine, Step, routines, straight
from pcc.runtime.errors import DeviceError, OutOfMemoryError

REPEATS = 5  # of what is timed to choose
ALIGNED = 16  # bytes that kernels load at once
LARGE_SHARED = 48 << 10  # bytes from which on a kernel has to ask for its shared memory


def driver() -> Any:
    """pycuda's driver, ready. Raises DeviceError."""
    try:
        cuda: Any = importlib.import_module("pycuda.driver")
    except ImportError as error:
        where = "the NVIDIA driver" if "libcuda" in str(error) else "pycuda"
        raise DeviceError(f"no CUDA here, {where} is missing ({error}): install it, or compile for the CPU") from error
    cuda.init()
    if not cuda.Device.count():
        raise DeviceError("no CUDA device is visible to this process: look at nvidia-smi and CUDA_VISIBLE_DEVICES")
    return cuda


def device_of(number: int) -> Any:
    """A device, by its number among those that this process sees. Raises DeviceError."""
    cuda = driver()
    count = cuda.Device.count()
    if not 0 <= number < count:
        seen = "one, cuda:0" if count == 1 else f"{count}, cuda:0 to cuda:{count - 1}"
        raise DeviceError(f"there is no device cuda:{number}, this process sees {seen}")
    return cuda.Device(number)


def architecture(device: int) -> str:
    """What NVRTC calls a device's architecture."""
    major, minor = device_of(device).compute_capability()
    return f"sm_{major}{minor}{'a' * (major == 9)}"


def code_for(code: Mapping[str, bytes], device: int) -> bytes:
    """Of machine code by architecture, the newest that a device runs. Raises DeviceError."""
    capability = device_of(device).compute_capability()
    suited = [name for name in code if _runs(name, capability)]
    if not suited:
        name = device_of(device).name()
        raise DeviceError(
            f"the program has machine code for {', '.join(code)}, but {name} is {architecture(device)}: "
            f"compile it with --arch {architecture(device)}"
        )
    return code[max(suited, key=lambda name: (int(name[3:].rstrip("af")), name))]


def _runs(name: str, capability: tuple[int, int]) -> bool:
    """Code runs on its own generation from its own version on; with a letter on just that version."""
    digits = name.removeprefix("sm_").rstrip("af")
    major, minor = int(digits[:-1]), int(digits[-1])
    return major == capability[0] and (minor == capability[1] if name[-1] == "a" else minor <= capability[1])


class LoadedProgram:
    """A program with its machine code on a device. A call takes addresses of the device's memory.

    Raises:
        DeviceError: there is no device, or its architecture is not that of the code.
        OutOfMemoryError: the device has no room for the program's arena.
    """

    def __init__(self, program: Program, code: bytes, device: int = 0) -> None:
        self._cuda, self.number = driver(), device
        self._context = device_of(device).retain_primary_context()
        self._products: dict[int, Any] = {}
        self._blas: Any = None
        with self.current():
            self.stream = self._cuda.Stream()
            self.program = replace(program, steps=in_parts(program.steps, self._straight))
            self._graphs = Graphs(self.stream, self._straight)
            self._functions = self._loaded(code)
            self.arena = self._memory(program.arena_bytes)

    @contextmanager
    def current(self) -> Generator[None]:
        """With the device's context as the thread's."""
        self._context.push()
        try:
            yield
        finally:
            self._context.pop()

    def _loaded(self, code: bytes) -> list[Any]:
        try:
            self._module = self._cuda.module_from_buffer(code)
        except self._cuda.Error as error:
            name = self._cuda.Context.get_device().name()
            raise DeviceError(
                f"the program's machine code does not run on {name} ({error}): compile it for that"
            ) from error
        functions = [self._module.get_function(kernel.name) for kernel in self.program.kernels]
        for function, kernel in zip(functions, self.program.kernels, strict=True):
            if kernel.shared > LARGE_SHARED:
                function.set_attribute(self._cuda.function_attribute.MAX_DYNAMIC_SHARED_SIZE_BYTES, kernel.shared)
        return functions

    def _memory(self, count: int) -> Any:
        try:
            return self._cuda.mem_alloc(max(count, 1))
        except self._cuda.MemoryError as error:
            free, total = self._cuda.mem_get_info()
            raise OutOfMemoryError(
                f"the program needs {count >> 20} MiB of the device's memory; {free >> 20} of {total >> 20} MiB "
                "are free: free some, or use smaller inputs"
            ) from error

    # ---- calls
    def __call__(self, addresses: Sequence[int]) -> None:
        """Queue a run on the memory of all inputs, then all results; `stream` says when it is done."""
        with self.current():
            run(self.program, self, (*addresses, int(self.arena)))

    def on_memory(self, addresses: Sequence[int], sizes: Sequence[int]) -> None:
        """Run on memory of all inputs, then all results, of so many bytes, and wait.

        Inputs that are not on the device, or begin where no vector may, are copied there, such results from there.

        Raises:
            DeviceError: some are on another device.
            OutOfMemoryError: there is no room for the copies.
        """
        count = len(self.program.inputs)
        with self.current():
            here = [self._is_here(address) for address in addresses]
            if any(here):
                self._cuda.Context.synchronize()  # for all that was asked before, on whatever stream
            kept = [own and address % ALIGNED == 0 for own, address in zip(here, addresses, strict=True)]
            held = [a if keep else self._memory(n) for a, keep, n in zip(addresses, kept, sizes, strict=True)]
            moved = [(int(held[n]), addresses[n], sizes[n], n < count) for n, keep in enumerate(kept) if not keep]
            for copy, own, size, given in moved:
                move(copy, own, size if given else 0)
            self([int(memory) for memory in held])
            self.stream.synchronize()
            for copy, own, size, given in moved:
                move(own, copy, 0 if given else size)

    def _is_here(self, address: int) -> bool:
        device = device_of_memory(address)
        if device not in (None, self.number):
            raise DeviceError(
                f"the program runs on cuda:{self.number}, but a tensor is on cuda:{device}: move it, or compile the "
                f"program with target 'cuda:{device}'"
            )
        return device is not None

    # ---- steps
    def _straight(self, steps: Sequence[Step]) -> bool:
        return straight(steps) and all(self._product(step) is not None for step in routines(steps))

    def at_once(self, steps: Sequence[Step], addresses: Sequence[int], ask: Callable[[], None]) -> bool:
        return self._graphs.at_once(steps, addresses, ask)

    def launch(self, kernel: int, addresses: Sequence[int]) -> None:
        known = self.program.kernels[kernel]
        packed = struct.pack(f"{len(addresses)}Q", *addresses)
        self._functions[kernel]._launch_kernel(  # one call of the driver; the public ways take 10 us
            (known.blocks, 1), (known.threads, 1, 1), packed, known.shared, self.stream
        )

    def copy(self, source: int, target: int, count: int) -> None:
        self._cuda.memcpy_dtod_async(target, source, count, self.stream)

    def byte(self, address: int) -> int:
        held = np.empty(1, np.uint8)
        self._cuda.memcpy_dtoh_async(held, address, self.stream)
        self.stream.synchronize()
        return int(held[0])

    def routine(self, step: Routine, addresses: Mapping[str, int], bias: int | None) -> bool:
        product = self._product(step)
        if product is None:
            self._on_host(step, addresses)
            return False
        a, b, c = (addresses[name] + step.integers.get(f"{name}_offset", 0) * step.size for name in "abc")
        call = a, b, c, bias or 0, int(self._workspace), self.stream.handle
        if product.undecided:
            product.decide(self._seconds, *call)
        product(*call)
        return bias is not None

    def _seconds(self, work: Callable[[], None]) -> float:
        """Of some work on the stream, once it has run."""
        work()
        first, last = (self._cuda.Event() for _ in range(2))
        first.record(self.stream)
        for _ in range(REPEATS):
            work()
        last.record(self.stream)
        last.synchronize()
        return first.time_till(last)

    def _product(self, step: Routine) -> Any:
        """cuBLASLt's product for a step; None if it is none."""
        if id(step) not in self._products:
            from pcc.runtime.cuda import blas

            gemm = blas.Gemm.of(step.integers, step.dtype) if step.is_product else None
            if gemm is not None and self._blas is None:
                self._blas, self._workspace = blas.handle(), self._memory(blas.WORKSPACE)
            self._products[id(step)] = blas.Product(self._blas, gemm, blas.epilogue(step)) if gemm is not None else None
        return self._products[id(step)]

    def _on_host(self, step: Routine, addresses: Mapping[str, int]) -> None:
        """Copies what the routine may touch to the host and back."""
        from pcc.runtime.cuda import host

        held = {name: np.empty(count, np.uint8) for name, count in step.bytes.items()}
        self.stream.synchronize()
        for name, memory in held.items():
            self._cuda.memcpy_dtoh(memory, addresses[name])
        host.call(step, {name: memory.ctypes.data for name, memory in held.items()})
        for name, memory in held.items():
            self._cuda.memcpy_htod(addresses[name], memory)
