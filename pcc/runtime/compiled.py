"""A saved program, compiled for this machine. Needs no Paddle."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from xdsl.dialects.builtin import ModuleOp

from pcc.runtime.build import Build, main_of
from pcc.runtime.builders import builder_for
from pcc.runtime.errors import ArgumentError, CompileError, DeviceError, OutOfMemoryError
from pcc.runtime.loaded import Loaded, Signature


@dataclass(frozen=True)
class Artifact(Signature):
    """A program with all that a run needs, as `pcc.save` writes it: `module` holds its function `main`, of `pd` ops."""

    module: ModuleOp = field(kw_only=True)

    def plain(self) -> ModuleOp:
        """A copy of the module, to be compiled: its arguments have no names."""
        module = self.module.clone()
        for name in ("arg_attrs", "res_attrs"):
            main_of(module).properties.pop(name, None)
        return module


class Compiled(Loaded):
    """A program on NumPy arrays, compiled for `target`: "cpu", "cuda" (the first CUDA device) or "cuda:1"."""

    def __init__(self, artifact: Artifact, target: str = "cpu") -> None:
        self.artifact, self._builder = artifact, builder_for(target)
        super().__init__(artifact, self._made(keep_text=False).executable)

    def ir(self, level: str) -> str:
        """The text at a level: pd, kernel, loops or llvm; of a program for a device pd, kernel, threads or cuda."""
        if level not in self._texts:
            raise ArgumentError(f"no level '{level}'; there are {', '.join(self._texts)}")
        return self._texts[level]

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {**self._made(keep_text=True).texts, "pd": str(self.artifact.module)}

    def _made(self, keep_text: bool) -> Build:
        try:
            return self._builder(self.artifact.plain(), keep_text=keep_text)
        except MemoryError:
            raise OutOfMemoryError("compiling the program needs more memory than there is") from None
        except (CompileError, DeviceError):
            raise
        except Exception as error:
            raise CompileError(f"the program cannot be compiled: {error} ({type(error).__name__})") from error
