"""A call like the one before it: no key is made, and the library reads the arguments.

After a kernel that filled the caches every object that a call touches comes from far, so it touches few.
"""

from __future__ import annotations

from typing import Any

from pcc.frontends.paddle.private import Parameter, Tensor
from pcc.frontends.paddle.program import PlainRun, Program
from pcc.frontends.paddle.signature import ambient_key
from pcc.frontends.paddle.tensor_memory import Entering, known
from pcc.runtime.executable import Executable

UNLIKE = object()


class RepeatedCall:
    """Runs a plain program again for arguments that are all tensors; gives UNLIKE if it does not serve them."""

    __slots__ = ("_ambient", "_captured", "_count", "_enter", "_lend", "_makers")

    def __init__(self, program: Program, run: PlainRun, executable: Executable, args: tuple[Any, ...]) -> None:
        self._captured, self._count, self._ambient = program.captured, len(args), ambient_key()
        self._lend, self._makers = executable.lend, run.makers
        made = [make() for make in run.makers]
        self._enter = Entering(executable.address, args, [tensor for _, tensor in program.parameters], made)

    @classmethod
    def of(cls, program: Program, args: tuple[Any, ...], kwargs: dict[str, Any]) -> RepeatedCall | None:
        """Nothing for another kind of program or call."""
        if kwargs or program.plain is None or not known() or not _apart(args):
            return None
        executable = program.plain.executable
        return cls(program, program.plain, executable, args) if isinstance(executable, Executable) else None

    def __call__(self, args: tuple[Any, ...]) -> Any:
        captured = self._captured
        if len(args) == self._count and self._ambient == ambient_key() and captured.surroundings.hold():
            made = tuple([make() for make in self._makers])
            if self._lend(self._enter.call, args, made):
                return captured.rebuild_result(made)
        return UNLIKE


def _apart(args: tuple[Any, ...]) -> bool:
    """Whether they are different tensors that can be read as they are."""
    tensors = all(type(arg) in (Tensor, Parameter) and arg.is_dense() and arg.is_contiguous() for arg in args)
    return tensors and len(set(map(id, args))) == len(args)
