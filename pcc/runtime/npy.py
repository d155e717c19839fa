"""NumPy's .npy files, read as what they must be: nothing is allocated or unpickled for a file that claims otherwise."""

from __future__ import annotations

import warnings
from typing import IO, Any

import numpy as np
from numpy.lib import format as npy

from pcc.runtime.tensors import Array, TensorSpec


class NpyError(ValueError):
    """A file that is not the .npy file expected."""


def read_npy(file: IO[bytes], spec: TensorSpec) -> Array:
    """The array of a file. Raises NpyError unless it has the spec's shape and dtype and the file ends with it."""
    shape, fortran, dtype = _header(file)
    if dtype != spec.storage or shape != spec.shape:
        raise NpyError(f"holds {dtype}{list(shape)}, but {spec.storage}{list(spec.shape)} is expected")
    data = file.read(spec.nbytes)
    if len(data) != spec.nbytes:
        raise NpyError(f"ends after {len(data)} of {spec.nbytes} bytes of data")
    if file.read(1):
        raise NpyError(f"has more than {spec.nbytes} bytes of data")
    flat = np.frombuffer(bytearray(data), spec.storage)
    return flat.reshape(shape[::-1]).T.copy(order="C") if fortran else flat.reshape(shape)


def _header(file: IO[bytes]) -> tuple[tuple[int, ...], bool, Any]:
    try:
        version = npy.read_magic(file)
        if version not in ((1, 0), (2, 0)):
            raise NpyError(f"is .npy of version {version}; 1.0 and 2.0 are read")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return (npy.read_array_header_1_0 if version == (1, 0) else npy.read_array_header_2_0)(file)
    except NpyError:
        raise
    except Exception as error:
        raise NpyError(f"is no .npy file ({str(error).splitlines()[0][:80] if str(error) else 'bad header'})") from None


def write_npy(file: IO[bytes], array: Array) -> None:
    npy.write_array(file, np.require(array, requirements=["C", "A"]), (1, 0), allow_pickle=False)
