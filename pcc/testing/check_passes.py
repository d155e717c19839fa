"""Checks contracts of passes on programs: every legal order, merged where programs become equal.

A `Lab` remembers what each pass makes of each program, so that asking again, also for other contracts of the same
passes, costs nothing. `failures` are the claims that are not true.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from xdsl.dialects.builtin import ModuleOp
from xdsl.dialects.func import FuncOp

from pcc.dialects.structure import canonical_text
from pcc.passes.base import Analyses, Facts, Pass, name_of
from pcc.runtime.build import main_of
from pcc.schedule.contracts import held

Kinds = Mapping[str, type[Pass]]
MOST = 5000  # states of one program


class State(NamedTuple):  # millions of them are compared
    """A program on its way, and the facts that contracts promise of it."""

    text: str
    known: Facts


class Lab:
    """What passes make of programs, which are known by their canonical text."""

    def __init__(self) -> None:
        self._modules: dict[str, ModuleOp] = {}
        self._runs: dict[tuple[str, str], str] = {}
        self._held: dict[str, Facts] = {}
        self.witnesses: dict[tuple[str, str, str], str] = {}  # what last showed a pass's claim to be needed

    def add(self, module: ModuleOp) -> str:
        text = "\n".join(canonical_text(op.body.block) for op in module.ops if isinstance(op, FuncOp))
        self._modules.setdefault(text, module)
        return text

    def run(self, text: str, kind: type[Pass]) -> str:
        """The program after a pass; the message of an error that it raises instead, marked by a `!`."""
        key = text, kind.name
        if key not in self._runs:
            module, step = self._modules[text].clone(), kind()
            analyses = Analyses(main_of(module))
            analyses.allowed = step.uses
            try:
                changed = step.run(main_of(module), analyses)
                made = self.add(module)
                self._runs[key] = made if changed == (made != text) else f"!{kind.name} says changed={changed}"
            except Exception as error:  # whatever a pass raises where it may run is a finding
                self._runs[key] = f"!{kind.name} raises {type(error).__name__}: {error}"
        return self._runs[key]

    def changes(self, kind: type[Pass]) -> Iterator[tuple[str, str]]:
        """Each program with what the pass needs that it has changed so far, before and after."""
        for (before, name), after in self._runs.items():
            legal = name == kind.name and kind.needs <= self.held(before)
            if legal and after != before and not after.startswith("!"):
                yield before, after

    def held(self, text: str) -> Facts:
        """The facts that a program has, by their checks."""
        if text not in self._held:
            self._held[text] = held(main_of(self._modules[text]))
        return self._held[text]


def failures(lab: Lab, program: str, goal: Facts, kinds: Kinds) -> Iterator[str]:
    """Claims of the contracts that some legal order of passes from the program to the goal shows to be untrue.

    A pass that finds nothing to change, and does not reach the goal, is taken at once: it is in no other one's way.
    """
    ends: set[str] = set()
    awaited = {name: kind.awaits(kinds.values()) for name, kind in kinds.items()}
    tried: dict[tuple[str, str], tuple[str, str]] = {}  # a program after a pass, and what is wrong with that
    pending, seen = [State(program, frozenset())], set[State]()
    while pending and len(seen) < MOST:
        state = pending.pop()
        if state in seen:
            continue
        seen.add(state)
        if goal <= state.known:
            ends.add(state.text)
            continue
        following = list[State]()
        for kind in (kind for name, kind in kinds.items() if _may_run(kind, awaited[name], state.known)):
            key = state.text, kind.name
            if key not in tried:
                tried[key] = _tried(lab, state.text, kind)
            after, wrong = tried[key]
            if wrong:
                yield wrong
            elif after == state.text and kind.gives and not kind.gives & goal:
                following = [State(after, state.known | kind.gives)]
                break
            else:
                following.append(State(after, (state.known - kind.lost(state.known)) | kind.gives))
        pending.extend(state for state in following if state not in seen)
    if not ends:
        yield f"no legal order reaches {_names(goal)}"
    if len(ends) > 1:
        yield f"legal orders end in {len(ends)} different programs"


def _may_run(kind: type[Pass], awaited: Facts, known: Facts) -> bool:
    """Whether what the pass waits for is there, and something that it gives is not."""
    return awaited <= known and not (kind.gives and kind.gives <= known)


def _tried(lab: Lab, before: str, kind: type[Pass]) -> tuple[str, str]:
    """The program after a pass, and the claim that this shows to be untrue, if there is one."""
    after = lab.run(before, kind)
    if after.startswith("!"):
        return before, after[1:]
    holds, held = lab.held(after), lab.held(before)
    kept = held - kind.lost(held)
    if not kind.gives <= holds:
        return after, f"{kind.name} does not give {_names(kind.gives - holds)}"
    if not kept <= holds:
        return after, f"{kind.name} breaks {_names(kept - holds)}"
    return after, f"{kind.name} changes what it made" if lab.run(after, kind) != after else ""


def loose(lab: Lab, programs: Sequence[str], goal: Facts, kinds: Kinds) -> Iterator[str]:
    """Claims that no program bears out: what a pass never brings about or breaks, and what it does as well without.

    `failures` went through the programs before: the lab knows what passes make of them.
    """
    for name, kind in kinds.items():
        changes = [(lab.held(before), lab.held(after)) for before, after in lab.changes(kind)]
        for fact in sorted(kind.gives, key=name_of):
            if not any(fact in after - before for before, after in changes):
                yield f"{name} never brings about {name_of(fact)}"
        for fact in sorted(kind.breaks, key=name_of):
            if not any(fact in before - after for before, after in changes):
                yield f"{name} never breaks {name_of(fact)}"
        for claim in ("needs", "serves"):
            held: Facts = getattr(kind, claim)
            for fact in sorted(held, key=name_of):
                freer = {**kinds, name: with_contract(kind, **{claim: held - {fact}})}
                if not _fails(lab, (name, claim, name_of(fact)), programs, goal, freer):
                    yield f"{name} {claim} no {name_of(fact)}"


def _fails(lab: Lab, without: tuple[str, str, str], programs: Sequence[str], goal: Facts, kinds: Kinds) -> bool:
    """Whether contracts without a claim fail on a program; the one on which they last did is the first to try."""
    last = lab.witnesses.get(without)
    for program in [last, *programs] if last else programs:
        if next(failures(lab, program, goal, kinds), ""):
            lab.witnesses[without] = program
            return True
    return False


def with_contract(kind: type[Pass], **claims: Facts) -> type[Pass]:
    """The same pass under another contract."""
    return type(kind.__name__, (kind,), {"__module__": __name__, **claims})


def _names(some: Facts) -> str:
    return ", ".join(sorted(map(name_of, some)))
