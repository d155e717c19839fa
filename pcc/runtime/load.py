"""`pcc.load`. Of a file with machine code for a device it needs no compiler, but NumPy and pycuda only."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pcc.runtime.cuda.binary import DeviceArtifact, read_binary
from pcc.runtime.loaded import Loaded
from pcc.runtime.targets import parse

if TYPE_CHECKING:
    from pcc.runtime.compiled import Artifact


def load(path: str | os.PathLike[str], target: str = "cpu") -> Loaded:
    """The program of a file, on this machine's CPU, or with target "cuda" on its first CUDA device ("cuda:1": second).

    It is compiled for that, unless the file is of `pcc compile` and has machine code for devices.

    Raises:
        ArtifactError: the file is no program.
        DeviceError: there is no device, or no machine code for it; at the first call, if the file has machine code.
    """
    return ready(read(path, target), target)


def read(path: str | os.PathLike[str], target: str | None) -> Artifact | DeviceArtifact:
    """What a file has for a target; without one, for that which it was compiled for. Raises ArtifactError."""
    if target is None or parse(target)[0] == "cuda":
        binary = read_binary(path)
        if binary is not None:
            return binary
    from pcc.runtime import artifact  # stands on xDSL

    return artifact.read(path)


def ready(program: Artifact | DeviceArtifact, target: str | None) -> Loaded:
    """The program, to be called."""
    if not isinstance(program, DeviceArtifact):
        from pcc.runtime.compiled import Compiled

        return Compiled(program, target or "cpu")
    from pcc.runtime.cuda.executable import DeviceExecutable

    device = parse(target or "cuda")[1]
    return Loaded(program, DeviceExecutable(program.binary.program, program.binary.code, device))
