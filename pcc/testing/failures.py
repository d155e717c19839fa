"""What can be wrong with an op: one type per check, each one line."""

from __future__ import annotations


class CheckFailure(AssertionError):
    """An op does not do what it says; the message begins with the op and the number of the sample."""


class NoSamples(CheckFailure):
    """The op has no samples, so nothing about it is checked."""


class NoReference(CheckFailure):
    """Neither Paddle nor the sample's `reference` can compute the sample."""


class NotImported(CheckFailure):
    """The sample's program does not contain the op, or is left to Paddle."""


class TextDiffers(CheckFailure):
    """The printed program does not parse back to an equal one."""


class NotCompiled(CheckFailure):
    """The compiler fails on the program; the cause is chained."""


class WrongType(CheckFailure):
    """A result has another shape or dtype than Paddle's."""


class WrongValue(CheckFailure):
    """A result differs from the reference by more than the tolerance."""


class WrongRelation(CheckFailure):
    """Slicing a parallel letter of the operands does not slice the results."""
