"""Errors that a user of compiled programs can cause: one line, with what to do instead."""

from __future__ import annotations


class ArtifactError(Exception):
    """A file that is no artifact of pcc, or a damaged or hostile one; or a program that cannot be one."""


class ArgumentError(TypeError, ValueError):
    """Arguments that do not fit the compiled program's signature."""


class OutOfMemoryError(MemoryError):
    """The program needs more memory than this process may have."""


class CompileError(RuntimeError):
    """A program that is well formed but that pcc fails to compile."""


class DeviceError(RuntimeError):
    """A device that is not there, or that refuses what a program asks of it."""
