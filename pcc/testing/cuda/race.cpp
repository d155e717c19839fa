// Runs the launches that a file lists on memory of random numbers, each piece of which ends where nothing may be
// touched. Built with kernels that a sanitizer watches.
//
// The file: the number of pieces of memory, their sizes in bytes; the number of launches, for each of them the kernel, its
// blocks, threads, shared bytes and order, how many addresses it takes, and for each the piece and the offset.
#include "shim.h"
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>
#include <vector>

extern "C" void (*const shim_kernels[])(const shim::Grid*, void**);
#undef threadIdx
#undef blockIdx

constexpr size_t FORBIDDEN = 64 << 20;  // bytes behind a piece

static long number(FILE* file) {
  long read;
  if (fscanf(file, "%ld", &read) != 1) exit(64);
  return read;
}

static char* memory(size_t bytes) {
  const size_t page = 4096, room = (bytes + 15) / 16 * 16, whole = (room + page - 1) / page * page;
  char* start = (char*)mmap(nullptr, whole + FORBIDDEN, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  mprotect(start, whole, PROT_READ | PROT_WRITE);
  char* piece = start + whole - room;
  for (size_t i = 0; i + 4 <= bytes; i += 4) {
    const float value = (float)(rand() % 1000) / 1000;
    memcpy(piece + i, &value, 4);
  }
  return piece;
}

static void outside(int, siginfo_t*, void* context) {
  void* at = (void*)((ucontext_t*)context)->uc_mcontext.gregs[REG_RIP];
  Dl_info known = {};
  dladdr(at, &known);
  const unsigned block = shim::block_index().x, thread = shim::thread_index().x;
  fprintf(stderr, "outside: %#lx %u %u\n", (unsigned long)((char*)at - (char*)known.dli_fbase), block, thread);
  _exit(71);
}

int main(int, char** arguments) {
  static char stack[1 << 16];
  const stack_t other = {stack, 0, sizeof stack};
  sigaltstack(&other, nullptr);
  struct sigaction action = {};
  action.sa_sigaction = outside, action.sa_flags = SA_ONSTACK | SA_SIGINFO;
  sigaction(SIGSEGV, &action, nullptr);
  sigaction(SIGBUS, &action, nullptr);
  FILE* file = fopen(arguments[1], "r");
  if (!file) return 64;
  std::vector<char*> pieces;
  for (long left = number(file); left; --left) pieces.push_back(memory(number(file)));
  for (long left = number(file); left; --left) {
    const long kernel = number(file);
    shim::Grid grid = {(unsigned)number(file), (unsigned)number(file), (size_t)number(file), (int)number(file)};
    std::vector<void*> given;
    for (long more = number(file); more; --more) {
      char* piece = pieces[number(file)];
      given.push_back(piece + number(file));
    }
    shim_kernels[kernel](&grid, given.data());
  }
  return 0;
}
