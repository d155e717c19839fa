// Runs a grid on a CPU: a fiber for each thread of a block, one block after the other. Barriers, and what warps do together
// (shuffles, ldmatrix, mma), are places where threads wait for each other; between two of them the warps run one by one, in
// an order that `order` picks: up, down, or at random, which is the most that the language allows a machine to do. Shared
// memory is full of NaN at first; what is copied into it asynchronously arrives when its thread waits, and no earlier.
//
// Where kernels are built with -fsanitize=thread (this file never is), a fiber is one of its threads, and only barriers
// and shuffles order them: it reports races between threads of a block, and with PCC_SHIM_BLOCKS between blocks, too.
#include "shim.h"
#undef threadIdx
#undef blockIdx
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <setjmp.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>
#include <vector>

extern "C" {
[[gnu::weak]] void* __tsan_get_current_fiber();
[[gnu::weak]] void* __tsan_create_fiber(unsigned);
[[gnu::weak]] void __tsan_destroy_fiber(void*);
[[gnu::weak]] void __tsan_switch_to_fiber(void*, unsigned);
[[gnu::weak]] void __tsan_acquire(void*);
[[gnu::weak]] void __tsan_release(void*);
}

namespace shim {
constexpr size_t STACK = 64 << 10;
constexpr unsigned COPIES = 256;  // that a thread may have begun and not waited for
enum class State { ready, at_barrier, in_warp, done };

struct Fiber {
  unsigned number;
  State state;
  int line;  // of the last barrier, or of what its warp did last
  bool started;
  const void* given;
  void* got;
  jmp_buf resume;
  ucontext_t context;
  char* stack;
  void* sanitizer;
  unsigned begun, arrived;  // of its copies
  Copy copies[COPIES];
};

static std::vector<Fiber> fibers;
static Fiber* current;
static unsigned count, alive, waiting, block_number;
static unsigned long generation;
static jmp_buf scheduler;
static void* scheduler_fiber;
static void (*body)(void*);
static void* argument;
static unsigned char* shared_memory;
static char barrier_order[2], begin, end;
static std::vector<char> warp_order;

static bool sanitized() { return __tsan_create_fiber != nullptr; }
static void acquire(void* p) { if (sanitized()) __tsan_acquire(p); }
static void release(void* p) { if (sanitized()) __tsan_release(p); }

Index thread_index() { return {current->number, 0, 0}; }
Index block_index() { return {block_number, 0, 0}; }
unsigned char* arena() { return shared_memory; }

[[noreturn]] static void fail(const char* what) {
  static const char* names[] = {"running after", "at the barrier in", "with its warp in", "done after"};
  fprintf(stderr, "shim: %s, block %u\n", what, block_number);
  for (unsigned i = 0, told = 0; i < count && told < 6; ++i) {
    const Fiber &f = fibers[i], &before = fibers[i ? i - 1 : 0];
    if (i && f.state == before.state && f.line == before.line) continue;
    fprintf(stderr, "  from thread %u: %s line %d\n", i, names[(int)f.state], f.line);
    ++told;
  }
  _exit(70);
}

void fail_at(const char* what, int line) {
  current->line = line;
  fail(what);
}

static void leave() {  // to the scheduler, until it resumes this fiber
  Fiber* mine = current;
  if (sanitized()) __tsan_switch_to_fiber(scheduler_fiber, 1);
  if (!_setjmp(mine->resume)) _longjmp(scheduler, 1);
}

static void entry() {
  acquire(&begin);
  body(argument);
  Copy left;
  if (next_deferred(&left)) fail_at("a thread is done that has not waited for its copies", left.line);
  release(&end);
  current->state = State::done;
  --alive;
  if (alive && waiting == alive) fail("a thread is done, and the others wait at a barrier");
  if (sanitized()) __tsan_switch_to_fiber(scheduler_fiber, 1);
  _longjmp(scheduler, 1);
}

[[gnu::noinline]] static void resume(Fiber& fiber) {
  current = &fiber;
  if (_setjmp(scheduler)) return;
  if (sanitized()) __tsan_switch_to_fiber(fiber.sanitizer, 1);
  if (fiber.started) _longjmp(fiber.resume, 1);
  fiber.started = true;
  setcontext(&fiber.context);
}

void barrier(int line) {
  char* order = &barrier_order[generation & 1];
  current->line = line;
  release(order);
  if (++waiting == count) {
    for (Fiber& f : fibers)
      if (f.state == State::at_barrier && f.line != line) fail("threads wait at different barriers");
    waiting = 0;
    ++generation;
    for (unsigned i = 0; i < count; ++i)
      if (fibers[i].state == State::at_barrier) fibers[i].state = State::ready;
  } else {
    current->state = State::at_barrier;
    leave();
  }
  acquire(order);
}

static void copy(void* to, const void* from, size_t bytes) {  // not memcpy, in which the sanitizer looks
  size_t i = 0;
  for (; i + 4 <= bytes; i += 4) *(volatile unsigned*)((char*)to + i) = *(const unsigned*)((const char*)from + i);
  for (; i < bytes; ++i) ((volatile char*)to)[i] = ((const char*)from)[i];
}

void exchange(unsigned mask, const void* given, void* all, size_t bytes, int line) {
  const unsigned first = current->number / WARP * WARP, size = std::min(WARP, count - first);
  if (size < WARP) mask &= (1u << size) - 1;
  if (!(mask >> (current->number - first) & 1)) fail("a thread is with its warp where its own mask leaves it out");
  current->given = given, current->got = all, current->line = line;
  release(&warp_order[first / WARP]);
  bool complete = true;
  for (unsigned i = 0; i < size; ++i) {
    const Fiber& f = fibers[first + i];
    if (&f == current || !(mask >> i & 1)) continue;
    if (f.state == State::done) fail("a warp waits for a thread that is done");
    complete &= f.state == State::in_warp && f.line == line;
  }
  if (complete) {
    for (unsigned to = 0; to < size; ++to)
      for (unsigned from = 0; from < size; ++from)
        if (mask >> to & mask >> from & 1) copy((char*)fibers[first + to].got + from * bytes, fibers[first + from].given, bytes);
    for (unsigned i = 0; i < size; ++i)
      if (mask >> i & 1) fibers[first + i].state = State::ready;
  } else {
    current->state = State::in_warp;
    leave();
  }
  acquire(&warp_order[first / WARP]);
}

unsigned lane() { return current->number % WARP; }

unsigned partner(unsigned mask, unsigned place) {
  const unsigned first = current->number / WARP * WARP, size = std::min(WARP, count - first);
  if (place >= WARP) fail("a shuffle reads from outside of the warp");
  if (place >= size) return lane();
  if (!(mask >> place & 1)) fail("a shuffle reads from a thread that takes no part");
  return place;
}

void defer(const Copy& copy) {
  if (current->begun - current->arrived == COPIES) fail_at("a thread begins copies and does not wait", copy.line);
  current->copies[current->begun++ % COPIES] = copy;
}

bool next_deferred(Copy* copy) {
  if (current->arrived == current->begun) return false;
  *copy = current->copies[current->arrived++ % COPIES];
  return true;
}

static char* new_stack() {
  return (char*)mmap(nullptr, STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
}

// Shared memory of one block; it ends where nothing may be touched.
struct Arena {
  static constexpr size_t PAGE = 4096, LINE = 128, FORBIDDEN = 1 << 20;
  size_t size;
  unsigned char* pages;

  explicit Arena(size_t bytes) : size((bytes + PAGE - 1) / PAGE * PAGE) {
    pages = (unsigned char*)mmap(nullptr, size + FORBIDDEN, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    mprotect(pages, size, PROT_READ | PROT_WRITE);
    memset(pages, 0xff, size);
    shared_memory = pages + size - (bytes + LINE - 1) / LINE * LINE;
  }
  void free() { munmap(pages, size + FORBIDDEN); }
};

static void start(Fiber& f, unsigned number, bool fresh) {
  f.number = number, f.state = State::ready, f.line = 0, f.started = false, f.begun = f.arrived = 0;
  if (!f.stack || fresh) f.stack = new_stack();
  if (sanitized() && (!f.sanitizer || fresh)) f.sanitizer = __tsan_create_fiber(0);
  getcontext(&f.context);
  f.context.uc_stack.ss_sp = f.stack;
  f.context.uc_stack.ss_size = STACK;
  f.context.uc_link = nullptr;
  makecontext(&f.context, entry, 0);
}

static void run_block(int order, std::mt19937& random) {
  std::vector<unsigned> warps((count + WARP - 1) / WARP), lanes(WARP);
  for (unsigned i = 0; i < warps.size(); ++i) warps[i] = order < 0 ? warps.size() - 1 - i : i;
  for (unsigned i = 0; i < WARP; ++i) lanes[i] = order < 0 ? WARP - 1 - i : i;
  while (alive) {
    bool progress = false;
    if (order > 0) std::shuffle(warps.begin(), warps.end(), random), std::shuffle(lanes.begin(), lanes.end(), random);
    for (unsigned w : warps)
      for (bool again = true; again;) {  // a warp runs until all its threads wait at a barrier
        again = false;
        for (unsigned l : lanes) {
          const unsigned i = w * WARP + l;
          if (i < count && fibers[i].state == State::ready) progress = again = true, resume(fibers[i]);
        }
      }
    if (!progress && alive) fail("threads wait for each other");
  }
}

void launch(const Grid& grid, void (*kernel)(void*), void* given) {
  static const bool unordered = getenv("PCC_SHIM_BLOCKS");
  count = grid.threads, body = kernel, argument = given;
  if (fibers.size() < count) fibers.resize(count);
  warp_order.assign((count + WARP - 1) / WARP, 0);
  if (sanitized()) scheduler_fiber = __tsan_get_current_fiber();
  std::mt19937 random(grid.order);
  std::vector<Arena> arenas;
  for (block_number = 0; block_number < grid.blocks; ++block_number) {
    alive = count, waiting = 0, shared_memory = nullptr;
    if (grid.shared) arenas.emplace_back(grid.shared);
    for (unsigned i = 0; i < count; ++i) start(fibers[i], i, unordered && sanitized());
    release(&begin);
    run_block(grid.order, random);
    if (!unordered) acquire(&end);
  }
  acquire(&end);
  for (Arena& arena : arenas) arena.free();
}
}
