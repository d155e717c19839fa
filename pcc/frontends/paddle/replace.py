"""Attributes of other people's modules and classes, replaced for a while."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from types import BuiltinMethodType
from typing import Any, NamedTuple

_MISSING = object()


class Replacement(NamedTuple):
    """An attribute that got a new value: `old` is what its owner itself had, or _MISSING."""

    owner: Any
    name: str
    old: Any
    new: Any


class Patches(ExitStack):
    """Attributes replaced in order of the calls, restored in reverse order on exit, whatever happens in between.

    A replaced function only acts while `applies()` is true (the tracing thread), else the original runs.
    """

    def __init__(self, applies: Callable[[], bool]) -> None:
        super().__init__()
        self.applies = applies
        self.replaced: list[Replacement] = []
        self.callback(self._restore)

    def replace(self, owner: Any, name: str, new: Any) -> None:
        """Set an attribute; a function replaced by a function becomes a choice between the two."""
        old, original = vars(owner).get(name, _MISSING), getattr(owner, name, None)
        new = self._choice(new, original) if callable(new) and callable(original) else new
        setattr(owner, name, new)
        self.replaced.append(Replacement(owner, name, old, new))

    def repeat(self, replacements: Sequence[Replacement]) -> bool:
        """Do again what was done and undone, each attribute once; False, and nothing is done, if one has become
        another since.
        """
        present = {owner: vars(owner) for owner in {made.owner for made in replacements}}
        if any(present[owner].get(name, _MISSING) is not old for owner, name, old, _ in replacements):
            return False
        for made in replacements:
            setattr(made.owner, made.name, made.new)
            self.replaced.append(made)
        return True

    def _restore(self) -> None:
        for owner, name, old, _ in reversed(self.replaced):
            if old is _MISSING:
                delattr(owner, name)
            else:
                setattr(owner, name, old)

    def _choice(self, new: Callable[..., Any], old: Callable[..., Any]) -> Callable[..., Any]:
        applies = self.applies

        def chosen(*args: Any, **kwargs: Any) -> Any:
            return new(*args, **kwargs) if applies() else old(*args, **kwargs)

        chosen.instead_of = old  # type: ignore[attr-defined]
        return chosen


def standing(fn: Any) -> Any:
    """What stands in a module for one of its functions now, or in a class for its class method, if that was replaced;
    else the function.
    """
    if isinstance(fn, BuiltinMethodType) and isinstance(fn.__self__, type):
        return getattr(fn.__self__, fn.__name__, fn)
    module = sys.modules.get(getattr(fn, "__module__", None) or "")
    now = vars(module).get(getattr(fn, "__name__", "")) if module is not None else None
    return now if getattr(now, "instead_of", None) is fn else fn
