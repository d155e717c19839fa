"""Attributes of other people's modules and classes, replaced for a while."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

_MISSING = object()


class Patches(ExitStack):
    """Attributes replaced in order of the calls, restored in reverse order on exit, whatever happens in between.

    A replaced function only acts while `applies()` is true (the tracing thread), else the original runs.
    """

    def __init__(self, applies: Callable[[], bool]) -> None:
        super().__init__()
        self.applies = applies
        self._replaced: list[tuple[Any, str, Any]] = []
        self.callback(self._restore)

    def replace(self, owner: Any, name: str, new: Any) -> None:
        """Set an attribute; a function replaced by a function becomes a choice between the two."""
        old = vars(owner).get(name, _MISSING)
        original = getattr(owner, name, None)
        setattr(owner, name, self._choice(new, original) if callable(new) and callable(original) else new)
        self._replaced.append((owner, name, old))

    def _restore(self) -> None:
        while self._replaced:
            owner, name, old = self._replaced.pop()
            if old is _MISSING:
                delattr(owner, name)
            else:
                setattr(owner, name, old)

    def _choice(self, new: Callable[..., Any], old: Callable[..., Any]) -> Callable[..., Any]:
        applies = self.applies

        def chosen(*args: Any, **kwargs: Any) -> Any:
            return new(*args, **kwargs) if applies() else old(*args, **kwargs)

        return chosen
