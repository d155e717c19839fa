"""Pipelines as text: `decompose,dce,fuse{max-ops=32}`, or with MLIR's anchors `builtin.module(func.func(dce,cse))`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, TypeVar

from pcc.dialects.errors import nearest
from pcc.passes.base import Pass, passes

T = TypeVar("T")
_ANCHORS = ("builtin.module", "func.func", "any", "func")  # passes run on functions: anchors only say so
_ITEM = re.compile(r"([a-z][a-z0-9-]*)(?:\{([^{}]*)\})?\s*(?:,|$)\s*")


class PipelineError(Exception):
    """A pipeline that names an unknown pass or option, or is not a pipeline."""


def parse_pipeline(text: str) -> list[Pass]:
    """The passes of a pipeline; options as `{name=value other=value}`. Raises PipelineError."""
    text = _without_anchors(text.strip())
    made: list[Pass] = []
    at = 0
    while at < len(text):
        item = _ITEM.match(text, at)
        if item is None:
            raise PipelineError(f"cannot read the pipeline at '{text[at : at + 20]}'")
        made.append(make(passes(), "pass", item[1], item[2] or ""))
        at = item.end()
    return made


def _without_anchors(text: str) -> str:
    for anchor in _ANCHORS:
        if text.startswith(f"{anchor}(") and text.endswith(")"):
            return _without_anchors(text[len(anchor) + 1 : -1].strip())
    return text


def parse_one(kinds: Mapping[str, type[T]], noun: str, text: str) -> T:
    """An object of one of the kinds, by `name{option=value ...}`. Raises PipelineError."""
    item = _ITEM.fullmatch(text)
    if item is None:
        raise PipelineError(f"cannot read the {noun} '{text[:40]}'")
    return make(kinds, noun, item[1], item[2] or "")


def _options(text: str) -> dict[str, str]:
    options: dict[str, str] = {}
    for part in text.replace(",", " ").split():
        name, _, value = part.partition("=")
        options[name.replace("-", "_")] = value
    return options


def make(kinds: Mapping[str, type[T]], noun: str, name: str, options: str) -> T:
    kind = kinds.get(name)
    if kind is None:
        raise PipelineError(f"unknown {noun} '{name}'{nearest(name, kinds)}")
    known: dict[str, Any] = {f.name: f for f in fields(kind)}  # type: ignore[arg-type]
    values: dict[str, Any] = {}
    for option, text in _options(options).items():
        if option not in known:
            hint = nearest(option, known).replace("_", "-")
            raise PipelineError(f"{noun} '{name}' has no option '{option.replace('_', '-')}'{hint}")
        values[option] = _value(name, option, text, known[option].default)
    return kind(**values)


def _value(name: str, option: str, text: str, default: Any) -> Any:
    try:
        return text == "true" if isinstance(default, bool) else type(default)(text)
    except ValueError:
        raise PipelineError(f"option '{option}' of '{name}' takes a {type(default).__name__}, not '{text}'") from None


def print_pipeline(made: Sequence[Pass]) -> str:
    """Text that `parse_pipeline` turns back into the same passes; options at their defaults are left out."""

    def one(p: Pass) -> str:
        given = [(f.name, getattr(p, f.name)) for f in fields(p) if getattr(p, f.name) != f.default]
        texts = [f"{n.replace('_', '-')}={str(v).lower() if isinstance(v, bool) else v}" for n, v in given]
        return p.name + (f"{{{' '.join(texts)}}}" if texts else "")

    return ",".join(map(one, made))
