"""The thread pool, as LLVM IR: a parallel loop whose caller works too and never waits for a worker without a core.

C interface (all symbols of `library.library(target).symbols`):

    void pcc_parallel(ptr body, ptr context, i64 total, i64 chunk)
        Runs `void body(ptr context, i64 lo, i64 hi)` over [0, total) in runs of pieces of `chunk` (the last may be
        shorter), in any order and on any threads; returns when all are done. The body is given the whole range at
        once when there is one piece or one thread, or when the pool is busy (another Python thread's loop, or a
        loop inside a body). A loop costs ~1 us with awake workers; below ~50 us of work call the body directly.
    void pcc_pool_init(i64 threads)      how many threads loops may use, the caller included; workers start lazily
    i64  pcc_pool_threads()              that number, or 1 while the pool is busy: into how many parts to cut a loop
    void pcc_pool_after_fork()           for the child of a fork: forget the workers, which do not exist there

How: the low half of `ticket` counts the pieces not yet taken. Whoever lowers it owns what it took of the current loop,
which cannot end before its owner reports that in `done`; who finds 0 looks at nothing else. The descriptor is therefore
written only while nobody can read it. The high half counts the pieces taken at the front; the caller and every other
worker take there, the rest at the back, so that a thread meets in the next loop, or the next call of this one, what it
has in its own cache. A thread takes half of its share of what is left, at least one piece (guided self-scheduling,
Polychronopoulos and Kuck, 1987): few runs, each along memory, and an end that all reach together. Workers watch
`epoch`, spinning for SPINS pauses, then asleep on a futex.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pcc.codegen_cpu.llvm_text import Function, Module
from pcc.codegen_cpu.llvm_types import Operand, Value

SPINS = 4000  # pauses before a worker sleeps: 50-150 us
FRONT, BACK = (1 << 32) - 1, -1  # what taking a piece adds to `ticket`
LEFT = (1 << 32) - 1  # its low half
PATIENCE = 20000  # pauses of a caller whose last pieces run elsewhere, before it yields its core
_FUTEX, _WAIT_PRIVATE, _WAKE_PRIVATE = 202, 128, 129  # Linux, x86-64
_STATE = ("ticket", "done", "epoch", "sleepers", "busy", "threads", "started")  # one cache line each
_JOB = ("body", "context", "total", "chunk")


def define(module: Module) -> None:
    """Add the pool to a module."""
    for name in _STATE:
        line = f"i64 {int(name == 'threads')}{', i64 0' * 7}"
        module.global_value(f"pool_{name}", f"internal global [8 x i64] [{line}], align 64")
    module.global_value("pool_job", "internal global [8 x i64] zeroinitializer, align 64")
    _take(module)
    _worker(module)
    _start(module)
    _parallel(module)
    _controls(module)


def _state(name: str) -> Value:
    return Value("ptr", f"@pool_{name}")


def _read(f: Function, name: str, type: str = "i64") -> Value:
    return f.emit(type, f"load atomic {type}, {_state(name)} seq_cst, align 8")


def _write(f: Function, name: str, value: Operand) -> None:
    """A sequentially consistent store (an exchange on x86)."""
    f.line(f"store atomic {f.as_value(value, 'i64')}, {_state(name)} seq_cst, align 8")


def _add(f: Function, name: str, value: Operand) -> Value:
    """Add atomically; the value before."""
    return f.emit("i64", f"atomicrmw add {_state(name)}, {f.as_value(value, 'i64')} seq_cst")


def _exchange(f: Function, name: str, old: Value, new: Value) -> Value:
    """Set to `new` if it is `old`: what it was, and whether it was set."""
    return f.emit("{ i64, i1 }", f"cmpxchg {_state(name)}, {old}, {new} seq_cst seq_cst")


def _field(f: Function, name: str) -> Value:
    return f.gep("i64", _state("job"), _JOB.index(name))


def _do(f: Function, name: str, *args: Value, result: str = "void") -> None:
    f.call(name, result, *args)


def _when(f: Function, condition: Value, action: Callable[[], object]) -> None:
    """Run the action, whose value is not needed, if the condition holds."""

    def then() -> None:
        action()

    f.choose(condition, then)


def _futex(f: Function, operation: int, value: Value) -> None:
    """syscall(SYS_futex, &epoch, operation, value, no timeout); the futex is the low half of `epoch`."""
    zero = f.as_value(0, "i64")
    args = [f.as_value(_FUTEX, "i64"), _state("epoch"), f.as_value(operation, "i64"), value, zero, zero, zero]
    _do(f, "syscall", *args, result="i64")


def _take(module: Module) -> None:
    """pool_take(i64 step) -> i64: run pieces of the current loop, from one end, while any are left; how many were."""
    f = module.function("pool_take", "i64", [("i64", "step")], internal=True)
    (step,) = f.params
    share = f.op("shl", _read(f, "threads"), f.as_value(1, "i64"))

    def left(ticket: Value) -> Value:
        return f.op("and", ticket, LEFT)

    def attempt(ticket: Value, count: Value) -> Sequence[Value]:
        pieces = f.call("llvm.smax.i64", "i64", f.op("udiv", left(ticket), share), f.as_value(1, "i64"))
        pair = _exchange(f, "ticket", ticket, f.add(ticket, f.mul(step, pieces)))

        def run() -> Sequence[Value]:
            first = f.op("lshr", ticket, 32)
            back = f.add(first, f.sub(left(ticket), pieces))
            _run(f, f.select(f.cmp("eq", step, FRONT), first, back), pieces)
            return [_read(f, "ticket"), f.add(count, pieces)]

        again = lambda: [f.emit("i64", f"extractvalue {pair}, 0"), count]  # noqa: E731
        return f.choose(f.emit("i1", f"extractvalue {pair}, 1"), run, again)

    start = [_read(f, "ticket"), f.as_value(0, "i64")]
    _, count = f.repeat_while(lambda ticket, _: f.cmp("ne", left(ticket), 0), attempt, start)
    f.ret(count)


def _run(f: Function, first: Value, pieces: Value) -> None:
    """Give some pieces to the loop's body."""
    chunk, total = f.load("i64", _field(f, "chunk")), f.load("i64", _field(f, "total"))
    low = f.mul(first, chunk)
    high = f.call("llvm.smin.i64", "i64", f.add(low, f.mul(pieces, chunk)), total)
    f.call_pointer(f.load("ptr", _field(f, "body")), "void", f.load("ptr", _field(f, "context")), low, high)


def _worker(module: Module) -> None:
    """pool_worker(ptr) -> ptr: a thread's endless loop; the argument is twice the epoch at its start, odd for FRONT."""
    _sleep(module)
    f = module.function("pool_worker", "ptr", [("ptr", "argument")], internal=True)

    def idle(spins: Value, seen: Value) -> Sequence[Value]:
        def spin() -> Sequence[Value]:
            _do(f, "llvm.x86.sse2.pause")
            return [f.add(spins, 1)]

        def sleep() -> Sequence[Value]:
            _do(f, "pool_sleep", seen)
            return [f.as_value(0, "i64")]

        return [*f.choose(f.cmp("slt", spins, SPINS), spin, sleep), seen]

    def work(seen: Value) -> Sequence[Value]:
        f.repeat_while(lambda _, old: f.cmp("eq", _read(f, "epoch"), old), idle, [f.as_value(0, "i64"), seen])
        new = _read(f, "epoch")
        count = f.call("pool_take", "i64", step)
        _when(f, f.cmp("sgt", count, 0), lambda: _add(f, "done", count))
        return [new]

    argument = f.emit("i64", f"ptrtoint {f.params[0]} to i64")
    start = f.op("lshr", argument, f.as_value(1, "i64"))
    step = f.select(f.cmp("eq", f.op("and", argument, f.as_value(1, "i64")), 0), BACK, FRONT)
    f.repeat_while(lambda _: Value("i1", "true"), work, [start])
    f.ret(Value("ptr", "null"))


def _sleep(module: Module) -> None:
    """pool_sleep(i64 seen): sleep unless the epoch has moved on."""
    f = module.function("pool_sleep", "void", [("i64", "seen")], internal=True)
    _add(f, "sleepers", 1)
    _when(f, f.cmp("eq", _read(f, "epoch"), f.params[0]), lambda: _futex(f, _WAIT_PRIVATE, f.params[0]))
    _add(f, "sleepers", -1)
    f.ret()


def _start(module: Module) -> None:
    """pool_start(): create the workers that are missing; one that cannot be created is done without."""
    f = module.function("pool_start", "void", [], internal=True)
    handle = f.alloca("i64")
    epoch = f.mul(_read(f, "epoch"), 2)

    def create(number: Value) -> None:
        odd = f.op("and", number, f.as_value(1, "i64"))
        argument = f.emit("ptr", f"inttoptr {f.add(epoch, odd)} to ptr")
        arguments = [handle, Value("ptr", "null"), Value("ptr", "@pool_worker"), argument]
        failed = f.call("pthread_create", "i32", *arguments)
        _when(f, f.cmp("eq", failed, 0), lambda: f.call("pthread_detach", "i32", f.load("i64", handle)))

    f.loop(_read(f, "started"), f.sub(_read(f, "threads"), 1), 1, create)
    _write(f, "started", f.sub(_read(f, "threads"), 1))
    f.ret()


def _parallel(module: Module) -> None:
    params = [("ptr", "routine"), ("ptr", "context"), ("i64", "total"), ("i64", "chunk")]
    _lead(module, params)
    f = module.function("pcc_parallel", "void", params)
    body, context, total, chunk = f.params
    step = f.call("llvm.smax.i64", "i64", chunk, f.add(f.op("lshr", total, f.as_value(30, "i64")), 1))
    worth = f.op("and", f.cmp("sgt", total, step), f.cmp("sgt", _read(f, "threads"), 1))

    def alone() -> None:
        _when(f, f.cmp("sgt", total, 0), lambda: f.call_pointer(body, "void", context, f.as_value(0, "i64"), total))

    def together() -> None:
        pair = _exchange(f, "busy", f.as_value(0, "i64"), f.as_value(1, "i64"))
        free = f.emit("i1", f"extractvalue {pair}, 1")
        f.choose(free, lambda: _do(f, "pool_lead", body, context, total, step), alone)

    f.choose(worth, together, alone)
    f.ret()


def _lead(module: Module, params: list[tuple[str, str]]) -> None:
    """pool_lead: publish a loop of the pool that is ours (`busy`), take part, wait for what others took."""
    f = module.function("pool_lead", "void", params, internal=True)
    body, context, total, chunk = f.params
    pieces = f.op("sdiv", f.sub(f.add(total, chunk), 1), chunk)
    late = f.cmp("slt", _read(f, "started"), f.sub(_read(f, "threads"), 1))
    _when(f, late, lambda: _do(f, "pool_start"))
    for name, value in zip(_JOB, (body, context, total, chunk), strict=True):
        f.store(value, _field(f, name))
    _write(f, "done", 0)
    _write(f, "ticket", pieces)
    _add(f, "epoch", 1)
    _when(f, f.cmp("sgt", _read(f, "sleepers"), 0), lambda: _futex(f, _WAKE_PRIVATE, f.sub(pieces, 1)))
    _wait(f, f.sub(pieces, f.call("pool_take", "i64", f.as_value(FRONT, "i64"))))
    _write(f, "busy", 0)
    f.ret()


def _wait(f: Function, others: Value) -> None:
    """Wait until the workers have reported `others` pieces: they own them, so this is short."""

    def step(spins: Value) -> Sequence[Value]:
        patient = f.cmp("slt", spins, PATIENCE)
        f.choose(patient, lambda: _do(f, "llvm.x86.sse2.pause"), lambda: _do(f, "sched_yield", result="i32"))
        return [f.add(spins, 1)]

    f.repeat_while(lambda _: f.cmp("ne", _read(f, "done"), others), step, [f.as_value(0, "i64")])


def _controls(module: Module) -> None:
    f = module.function("pcc_pool_init", "void", [("i64", "threads")])
    _write(f, "threads", f.call("llvm.smax.i64", "i64", f.params[0], f.as_value(1, "i64")))
    f.ret()
    f = module.function("pcc_pool_threads", "i64", [])
    f.ret(f.select(f.cmp("eq", _read(f, "busy"), 0), _read(f, "threads"), 1))
    f = module.function("pcc_pool_after_fork", "void", [])
    for name in ("ticket", "done", "sleepers", "busy", "started"):
        _write(f, name, 0)
    f.ret()
