"""A captured program, compiled: a chain of compiled segments with Paddle's own ops between them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

import numpy as np
from xdsl.dialects.builtin import ModuleOp

from pcc.dialects.pd.base import Tensor, tensor
from pcc.frontends.paddle.callsite import user_line, warn_at
from pcc.frontends.paddle.capture import Captured
from pcc.frontends.paddle.dtypes import dtype_name, element_type, is_compiled
from pcc.frontends.paddle.errors import CaptureError
from pcc.frontends.paddle.history import History
from pcc.frontends.paddle.importer import RANDOM_STATE, Importer, finals, import_segment, used_ids
from pcc.frontends.paddle.memory import contiguous, from_numpy, random_state
from pcc.frontends.paddle.overlap import check_apart
from pcc.frontends.paddle.paddle_call import PaddleCall
from pcc.frontends.paddle.results import makers
from pcc.frontends.paddle.segment import LeftToPaddle, Segment
from pcc.frontends.paddle.specialize import Guards, hold
from pcc.runtime.build import Build, build
from pcc.runtime.collector import paused


class LeftToPaddleWarning(UserWarning):
    """An op was left to Paddle; shown once per op and line."""


class LeftToPaddleError(CaptureError):
    """Under `strict=True`: an op would be left to Paddle."""


@dataclass
class Stage:
    """A compiled segment, the call of Paddle that ends it, and what follows by the shapes that the call gave."""

    segment: Segment
    compile: Callable[[], Build]
    importer: Importer
    after: int
    call: PaddleCall | None
    makers: list[Callable[[], Any]]
    literals: dict[str, Any]
    following: dict[Any, list[Stage]] = field(default_factory=dict[Any, "list[Stage]"])

    @cached_property
    def build(self) -> Build:
        return self.compile()

    def prepare(self, env: dict[str, Any]) -> None:
        """Add the constants that the segment takes, and the state of random numbers."""
        env.update(self.literals)
        if RANDOM_STATE in self.literals:
            env[RANDOM_STATE] = random_state()

    def run(self, env: dict[str, Any]) -> None:
        """Compute the segment's results from the tensors in `env`, by PIR id, and add them to it."""
        self.prepare(env)
        made = [make() for make in self.makers]
        tensors = [*(env[id] for id in self.segment.arguments), *made]
        self.build.executable([t.data_ptr() for t in tensors])
        env.update(zip(self.segment.results, made, strict=True))

    def run_call(self, env: Mapping[str, Any]) -> Sequence[Any]:
        """The results of the op that Paddle runs."""
        assert self.call is not None
        return self.call([env[id] for id in self.call.inputs])


class PlainRun:
    """A run of one stage that changes nothing but its results: all that it touches is here."""

    def __init__(self, program: Program, stage: Stage) -> None:
        self.executable, self.makers = stage.build.executable, stage.makers
        self._parameters = [parameter for _, parameter in program.parameters]
        self._rebuild = program.captured.rebuild_result

    def __call__(self, arguments: Sequence[Any]) -> Any:
        made = [make() for make in self.makers]
        self.executable([tensor.data_ptr() for tensor in (*arguments, *self._parameters, *made)])
        return self._rebuild(made)


class Program:
    """The compiled form of one captured call: a chain of stages, in variants by the values of guarded tensors.

    `builder` compiles each segment. `history` is told of each compilation that is not the first, with what differs.
    `plain` runs a program that is one stage and changes nothing but its results, once it is compiled, and `repeated`
    for arguments like those before, once it was `called`. `path`: the stages of the last run. `training`: runs it
    instead, with gradients.
    """

    random = RANDOM_STATE

    def __init__(
        self,
        captured: Captured,
        strict: bool = False,
        builder: Callable[[ModuleOp], Build] = build,
        history: History | None = None,
    ) -> None:
        self.captured, self.strict, self.builder, self.history = captured, strict, builder, history or History()
        self.inputs = [v.id for v in captured.inputs]
        self.parameters = [(v.id, t) for v, t in captured.parameters]
        self._apart = [(id, tensor) for id, tensor in self.parameters if not tensor.is_contiguous()]
        self.results = [v.id for v in finals(captured)]
        self.first: list[Stage] = []
        self.path: list[Stage] = []
        self.plain: PlainRun | None = None
        self.training: Callable[[Sequence[Any]], Any] | None = None
        self.repeated: Callable[[tuple[Any, ...]], Any] | None = None
        self.called = False
        self._lock = threading.RLock()

    def __call__(self, leaves: Sequence[Any]) -> Any:
        self.called = True
        if self.captured.input_updates:
            check_apart(self.captured, leaves)
        if self.training is not None:
            return self.training(leaves)
        held = contiguous(leaves)  # copies live until the end of the run
        if self.plain is not None:
            return self.plain(held)
        env = self.environment(held)
        self.walk(env, lambda stage: stage.run(env), lambda stage: stage.run_call(env))
        return self.finish(env, leaves)

    def walk(
        self, env: dict[str, Any], compute: Callable[[Stage], None], call: Callable[[Stage], Sequence[Any]]
    ) -> None:
        """Go from stage to stage: `compute` adds what a stage computes to `env`, `call` gives what Paddle then does."""
        path = [stage := self.prepare(env)]
        compute(stage)
        while stage.call is not None:
            results = call(stage)
            env.update(zip(stage.call.outputs, results, strict=True))
            key = tuple(tuple(r.shape) for r in results)
            stage = _holding(stage.following.get(key, ()), env) or self._follow(stage, key, env)
            path.append(stage)
            compute(stage)
        self.path = path

    def _is_plain(self, stage: Stage) -> bool:
        arguments = [*self.inputs, *(id for id, _ in self.parameters)]
        held = stage.call is None and not stage.segment.guards and not stage.literals
        changes = self.captured.buffer_updates or self.captured.input_updates or self._apart
        return held and not changes and stage.segment.arguments == arguments and stage.segment.results == self.results

    def environment(self, leaves: Sequence[Any]) -> dict[str, Any]:
        """All that is read, by PIR id, in row-major order, as the leaves are."""
        env = dict(zip(self.inputs, leaves, strict=True))
        env.update(self.parameters)
        env.update((id, *contiguous([tensor])) for id, tensor in self._apart)
        return env

    def compile(self, leaves: Sequence[Any]) -> Stage:
        """The first stage for these arguments."""
        return self.prepare(self.environment(contiguous(leaves)))

    def imported(self, leaves: Sequence[Any]) -> tuple[Segment, Importer, int]:
        """What is compiled first for these arguments: the segment, its importer, the number of the op behind it."""
        env = self.environment(contiguous(leaves))
        return import_segment(self.captured, 0, _types(env), None, env)

    def train(self, leaves: Sequence[Any], imported: tuple[Segment, Importer, int]) -> bool:
        """Run with gradients from now on, if any result carries one. Raises NotTransformable if they cannot be had."""
        segment, importer, after = imported
        if segment.left is not None or segment.guards:
            from pcc.frontends.paddle.staged_training import StagedTraining

            self.training = StagedTraining(self)
            return True
        from pcc.frontends.paddle.training import Training

        training = Training(self, segment, leaves)
        if training.function is not None:
            build = training.build
            self.training, self.path = training, [Stage(segment, lambda: build, importer, after, None, [], {})]
            self.first = self.path
        return training.function is not None

    def prepare(self, env: Mapping[str, Any]) -> Stage:
        found = _holding(self.first, env)
        if found is not None:
            return found
        with self._lock, paused(), self.history.timed():
            found = _holding(self.first, env)
            if found is None:
                if self.first:
                    self.history.add(_changed(self.first[-1].segment.guards, env))
                found = self._stage(0, _types(env), None, env)
                self.first.append(found)
                self.path = [found]
                self.plain = PlainRun(self, found) if self._is_plain(found) else None
            return found

    def finish(self, env: Mapping[str, Any], leaves: Sequence[Any]) -> Any:
        values = [env[id] for id in self.results]
        count = len(self.captured.outputs)
        updates = iter(values[count:])
        for buffer, _ in self.captured.buffer_updates:
            buffer.set_value(next(updates))
        for place, _ in self.captured.input_updates:
            leaves[place].set_value(next(updates))
        return self.captured.rebuild_result(values[:count])

    # ---- compiling
    def _stage(
        self, at: int, known: Mapping[str, Tensor], carried: Importer | None, present: Mapping[str, Any]
    ) -> Stage:
        segment, importer, after = import_segment(self.captured, at, known, carried, present)
        if segment.left is not None:
            self._report(segment.left)
        call = PaddleCall(segment.call, self._live(after, importer)) if segment.call is not None else None
        make, literals = makers(segment.result_types), self.literals(segment)
        stage = Stage(segment, partial(self.builder, segment.module), importer, after, call, make, literals)
        if self.training is None:  # which compiles another form of it
            stage.build = stage.compile()
        return stage

    @staticmethod
    def literals(segment: Segment) -> dict[str, Any]:
        """The constants among a segment's arguments, as tensors."""
        return {id: from_numpy(c.array, dtype_name(c.dtype)) for id, c in segment.literals.items()}

    def _report(self, left: LeftToPaddle) -> None:
        if self.strict:
            raise LeftToPaddleError(left.text, "call jit without strict=True to allow it", left.location)
        warn_at(left.location or user_line(), LeftToPaddleWarning(left.text))

    def _follow(self, stage: Stage, key: Any, env: Mapping[str, Any]) -> Stage:
        """Compile what comes after a stage's call, for the shapes that the tensors have now."""
        with self._lock, paused(), self.history.timed():
            if stage.following:
                self.history.add(_reason(stage, key, env))
            wanted = self._live(stage.after, stage.importer)
            known = _types({id: t for id, t in env.items() if id in wanted and is_compiled(t.dtype)})
            made = self._stage(stage.after, known, stage.importer, env)
            stage.following.setdefault(key, []).append(made)
            return made

    def _live(self, after: int, importer: Importer) -> set[str]:
        """Ids of the values that ops from number `after` on, or the results, read."""
        ops = list(self.captured.program.global_block().ops)[after:]
        return {id for op in ops for id in used_ids(op, importer.lists)} | set(self.results)

    def stages(self) -> list[Stage]:
        """All stages compiled so far, in order."""
        found, pending = list[Stage](), self.first[::-1]
        while pending:
            stage = pending.pop()
            found.append(stage)
            pending += [s for stages in stage.following.values() for s in stages]
        return found


def _holding(stages: Sequence[Stage], env: Mapping[str, Any]) -> Stage | None:
    """The stage whose guards the tensors in `env` satisfy."""
    return next((s for s in stages if not s.segment.guards or hold(s.segment.guards, env)), None)


def _types(env: Mapping[str, Any]) -> dict[str, Tensor]:
    return {id: tensor(t.shape, element_type(t.dtype)) for id, t in env.items()}


def _reason(stage: Stage, key: Any, env: Mapping[str, Any]) -> str:
    """Why what follows a stage's call is compiled again, in words."""
    if key in stage.following:
        return _changed(stage.following[key][-1].segment.guards, env)
    assert stage.segment.left is not None
    old, new = (", ".join(str(list(shape)) for shape in shapes) for shapes in ([*stage.following][-1], key))
    return f"{stage.segment.left.op} gave a result of shape {new}, it was {old}"


def _changed(guards: Guards, env: Mapping[str, Any]) -> str:
    """Which guarded value differs, in words."""
    pairs = [(value, env[id].numpy()) for id, value in guards.items()]
    old, new = next((old, new) for old, new in pairs if not np.array_equal(old, new))
    return f"a tensor that shapes depend on is {new.tolist()} instead of {old.tolist()}"
