"""Programs that ops of Paddle cut, with gradients: each part and each such op is a node of Paddle's graph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pcc.dialects.errors import NotTransformable
from pcc.frontends.paddle.dtypes import is_inexact
from pcc.frontends.paddle.memory import contiguous
from pcc.frontends.paddle.paddle_pullback import PaddlePullback, run_differentiably
from pcc.frontends.paddle.training import Differentiable, differentiable

if TYPE_CHECKING:
    from pcc.frontends.paddle.paddle_call import PaddleCall
    from pcc.frontends.paddle.program import Program, Stage


class StagedTraining:
    """Runs a program stage by stage; what carries gradients is seen when a stage first runs.

    Where a gradient cannot be had after all, the program warns and runs without from then on.
    """

    def __init__(self, program: Program) -> None:
        self.program = program
        self._functions = dict[int, Differentiable | None]()  # of stages by id; the program keeps these
        self._pullbacks = dict[tuple[int, tuple[str, ...]], PaddlePullback]()

    def __call__(self, leaves: Sequence[Any]) -> Any:
        try:
            return self._run(leaves)
        except NotTransformable as error:
            self.program.training, self.program.first = None, []  # stages are compiled anew, without gradients
            self.program.history.without_gradient(str(error))
            return self.program(leaves)

    def _run(self, leaves: Sequence[Any]) -> Any:
        program = self.program
        env = program.environment(contiguous(leaves))
        given = dict(zip(program.inputs, leaves, strict=True))

        def compute(stage: Stage) -> None:
            self._compute(stage, env, given)

        def call(stage: Stage) -> Sequence[Any]:
            assert stage.call is not None
            return self._call(stage.call, [given.get(id, env[id]) for id in stage.call.inputs])

        program.walk(env, compute, call)
        return program.finish(env, leaves)

    def _compute(self, stage: Stage, env: dict[str, Any], given: Mapping[str, Any]) -> None:
        known = {**env, **given}
        if id(stage) not in self._functions:
            function = differentiable(stage.segment, known, stage.segment.results, self.program.builder)
            self._functions[id(stage)] = function
            if function is not None:
                stage.build = function.parts.forward
        function = self._functions[id(stage)]
        if function is None:
            stage.run(env)
        else:
            stage.prepare(env)
            function.extend(env, known, stage.segment)

    def _call(self, call: PaddleCall, tensors: Sequence[Any]) -> list[Any]:
        pairs = zip(call.inputs, tensors, strict=True)
        moving = tuple(id for id, t in pairs if is_inexact(t.dtype) and not t.stop_gradient)
        key = id(call), moving
        if moving and key not in self._pullbacks:
            self._pullbacks[key] = PaddlePullback(call, moving)
        if not moving or not self._pullbacks[key].wrt:
            return call(tensors)
        return run_differentiably(call, self._pullbacks[key], contiguous(tensors))
