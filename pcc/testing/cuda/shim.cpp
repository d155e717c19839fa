// Runs a grid on a CPU: a fiber for each thread of a block, one block after the other. Barriers and shuffles are places
// where threads wait for each other; between two of them the warps run one by one, in an order that `order` picks: up,
// down, or at random, which is the most that the language allows a machine to do. Shared memory is full of NaN at first.
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
constexpr unsigned WARP = 32;
constexpr size_t STACK = 64 << 10;
enum class State { ready, at_barrier, in_warp, done };

struct Fiber {
  unsigned number;
  State state;
  int line;  // of the last barrier or shuffle
  bool started;
  const void* given;
  void* got;
  unsigned place;  // in the warp, of the thread that it shuffles from
  jmp_buf resume;
  ucontext_t context;
  char* stack;
  void* sanitizer;
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
  static const char* names[] = {"running after", "at the barrier in", "at the shuffle in", "done after"};
  fprintf(stderr, "shim: %s, block %u\n", what, block_number);
  for (unsigned i = 0, told = 0; i < count && told < 6; ++i) {
    const Fiber &f = fibers[i], &before = fibers[i ? i - 1 : 0];
    if (i && f.state == before.state && f.line == before.line) continue;
    fprintf(stderr, "  from thread %u: %s line %d\n", i, names[(int)f.state], f.line);
    ++told;
  }
  _exit(70);
}

static void leave() {  // to the scheduler, until it resumes this fiber
  Fiber* mine = current;
  if (sanitized()) __tsan_switch_to_fiber(scheduler_fiber, 1);
  if (!_setjmp(mine->resume)) _longjmp(scheduler, 1);
}

static void entry() {
  acquire(&begin);
  body(argument);
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
  for (size_t i = 0; i < bytes; ++i) ((volatile char*)to)[i] = ((const char*)from)[i];
}

void shuffle(unsigned mask, const void* given, void* got, size_t bytes, unsigned place, int line) {
  const unsigned first = current->number / WARP * WARP, size = std::min(WARP, count - first);
  if (size < WARP) mask &= (1u << size) - 1;
  if (!(mask >> (current->number - first) & 1)) fail("a thread shuffles that its own mask leaves out");
  current->given = given, current->got = got, current->place = place, current->line = line;
  if (place >= WARP && place != ALL) fail("a shuffle reads from outside of the warp");
  release(&warp_order[first / WARP]);
  bool all = true;
  for (unsigned i = 0; i < size; ++i) {
    const Fiber& f = fibers[first + i];
    if (&f == current || !(mask >> i & 1)) continue;
    if (f.state == State::done) fail("a shuffle waits for a thread that is done");
    all &= f.state == State::in_warp && f.line == line;
  }
  if (all) {
    for (unsigned i = 0; i < size; ++i) {
      if (!(mask >> i & 1)) continue;
      const unsigned wanted = fibers[first + i].place, other = wanted < size ? wanted : i;
      if (wanted == ALL) {
        unsigned bits = 0;
        for (unsigned l = 0; l < size; ++l) bits |= (mask >> l & 1u && *(const volatile bool*)fibers[first + l].given) << l;
        copy(fibers[first + i].got, &bits, bytes);
        continue;
      }
      if (!(mask >> other & 1)) fail("a shuffle reads from a thread that takes no part");
      copy(fibers[first + i].got, fibers[first + other].given, bytes);
    }
    for (unsigned i = 0; i < size; ++i)
      if (mask >> i & 1) fibers[first + i].state = State::ready;
  } else {
    current->state = State::in_warp;
    leave();
  }
  acquire(&warp_order[first / WARP]);
}

static char* new_stack() {
  return (char*)mmap(nullptr, STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
}

static void start(Fiber& f, unsigned number, bool fresh) {
  f.number = number, f.state = State::ready, f.line = 0, f.started = false;
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
  std::vector<unsigned char*> arenas;
  for (block_number = 0; block_number < grid.blocks; ++block_number) {
    alive = count, waiting = 0, shared_memory = nullptr;
    if (grid.shared) {
      const size_t bytes = (grid.shared + 127) / 128 * 128;
      arenas.push_back(shared_memory = (unsigned char*)aligned_alloc(128, bytes));
      memset(shared_memory, 0xff, bytes);
    }
    for (unsigned i = 0; i < count; ++i) start(fibers[i], i, unordered && sanitized());
    release(&begin);
    run_block(grid.order, random);
    if (!unordered) acquire(&end);
  }
  acquire(&end);
  for (unsigned char* memory : arenas) free(memory);
}
}
