// CUDA C++ for a CPU: what kernels use of the language, for one thread of a block (see shim.cpp).
#pragma once
#include <cmath>
#include <cstddef>
#include <cstring>
#include <utility>

#define __global__
#define __device__
#define __forceinline__ inline __attribute__((always_inline))
#define __launch_bounds__(...)
#define SHARED_ARENA(name) unsigned char* const name = shim::arena()
#define threadIdx (shim::thread_index())
#define blockIdx (shim::block_index())
#define __syncthreads() shim::barrier(__LINE__)
#define __shfl_xor_sync(mask, given, by) shim::shuffled(mask, given, shim::lane() ^ (by), __LINE__)
#define __shfl_sync(mask, given, place) shim::shuffled(mask, given, place, __LINE__)
#define __ballot_sync(mask, condition) shim::ballot(mask, condition, __LINE__)

namespace shim {
struct Index { unsigned x, y, z; };
Index thread_index();
Index block_index();
unsigned char* arena();
[[noreturn]] void fail_at(const char* what, int line);
void barrier(int line);
constexpr unsigned WARP = 32;
unsigned lane();
// What each lane of the mask gives to all of them, by lane; waits for them.
void exchange(unsigned mask, const void* given, void* all, size_t bytes, int line);
unsigned partner(unsigned mask, unsigned place);
template <class T> inline T shuffled(unsigned mask, T x, unsigned place, int line) {
  T all[WARP];
  exchange(mask, &x, all, sizeof(T), line);
  return all[partner(mask, place)];
}
inline unsigned ballot(unsigned mask, bool condition, int line) {
  bool all[WARP] = {};
  unsigned bits = 0;
  exchange(mask, &condition, all, sizeof condition, line);
  for (unsigned i = 0; i < WARP; ++i) bits |= (unsigned)all[i] << i;
  return bits;
}
struct Copy { void* to; const void* from; bool real; int line; };
void defer(const Copy& copy);
bool next_deferred(Copy* copy);
struct Grid { unsigned blocks, threads; size_t shared; int order; };
void launch(const Grid& grid, void (*body)(void*), void* argument);

template <class... A, size_t... I> void call(void (*kernel)(A...), void** given, std::index_sequence<I...>) {
  kernel((A)given[I]...);
}
template <class... A> void run(void (*kernel)(A...), const Grid* grid, void** given) {
  struct Call { void (*kernel)(A...); void** given; } made{kernel, given};
  launch(*grid, [](void* p) { auto* c = (Call*)p; call(c->kernel, c->given, std::index_sequence_for<A...>{}); }, &made);
}
}
#define SHIM_EXPORT(kernel) \
  extern "C" void kernel##_run(const shim::Grid* grid, void** given) { shim::run(kernel, grid, given); }

// Four matrices of 8 x 8 elements, of which each lane reads a row and gets a pair.
template <bool TURNED> inline void load_matrices(int* got, const void* row, int line) {
  struct Row { unsigned short element[8]; } mine, all[shim::WARP];
  if ((size_t)row % 16) shim::fail_at("ldmatrix of a row that begins at no multiple of 16 bytes", line);
  for (int i = 0; i < 8; ++i) mine.element[i] = ((const unsigned short*)row)[i];
  shim::exchange(~0u, &mine, all, sizeof mine, line);
  const unsigned down = shim::lane() / 4, across = shim::lane() % 4 * 2;
  for (int m = 0; m < 4; ++m) {
    const Row* rows = all + 8 * m;
    const unsigned low = TURNED ? rows[across].element[down] : rows[down].element[across];
    const unsigned high = TURNED ? rows[across + 1].element[down] : rows[down].element[across + 1];
    got[m] = (int)(low | high << 16);
  }
}
// The sums of 16 x 8 elements of which each lane has two neighbours in two rows.
template <class T> inline void multiply_add(float* sums, const int* a, const int* b, int line) {
  struct Part { T a[4][2], b[2][2]; } mine, all[shim::WARP];
  memcpy(mine.a, a, sizeof mine.a), memcpy(mine.b, b, sizeof mine.b);
  shim::exchange(~0u, &mine, all, sizeof mine, line);
  for (unsigned i = 0; i < 4; ++i)
    for (unsigned k = 0; k < 16; ++k) {
      const unsigned pair = k % 8 / 2, row = shim::lane() / 4, column = shim::lane() % 4 * 2 + i % 2;
      const T x = all[row * 4 + pair].a[i / 2 + k / 8 * 2][k % 2], y = all[column * 4 + pair].b[k / 8][k % 2];
      sums[i] += (float)x * (float)y;
    }
}
// The target is in doubt, here NaN, until the thread waits: then, as late as can be, all arrives.
inline void async_copy(void* to, const void* from, bool real, int line = __builtin_LINE()) {
  if ((size_t)to % 16 || (size_t)from % 16) shim::fail_at("a copy from or to no multiple of 16 bytes", line);
  for (int i = 0; i < 2; ++i) ((long long*)to)[i] = -1;
  shim::defer({to, from, real, line});
}
inline void async_wait() {
  for (shim::Copy copy; shim::next_deferred(&copy);)
    for (int i = 0; i < 2; ++i) ((long long*)copy.to)[i] = copy.real ? ((const long long*)copy.from)[i] : 0;
}

template <class T, class S> inline T shim_bits(S x) { T r; static_assert(sizeof(T) == sizeof(S)); memcpy(&r, &x, sizeof r); return r; }
inline int __popc(int x) { return __builtin_popcount(x); }
inline int __ffs(int x) { return __builtin_ffs(x); }
inline float __int_as_float(int x) { return shim_bits<float>(x); }
inline int __float_as_int(float x) { return shim_bits<int>(x); }
inline double __longlong_as_double(long long x) { return shim_bits<double>(x); }
inline long long __double_as_longlong(double x) { return shim_bits<long long>(x); }
template <class T, class S> inline T shim_towards_zero(S x, S limit, T least, T most) {
  return x != x ? 0 : x >= limit ? most : x < -limit ? least : T(x);
}
inline int __float2int_rz(float x) { return shim_towards_zero<int>(x, 2147483648.0f, -2147483647 - 1, 2147483647); }
inline int __double2int_rz(double x) { return shim_towards_zero<int>(x, 2147483648.0, -2147483647 - 1, 2147483647); }
constexpr long long SHIM_MOST = 9223372036854775807LL;
inline long long __float2ll_rz(float x) { return shim_towards_zero<long long>(x, 9223372036854775808.0f, -SHIM_MOST - 1, SHIM_MOST); }
inline long long __double2ll_rz(double x) { return shim_towards_zero<long long>(x, 9223372036854775808.0, -SHIM_MOST - 1, SHIM_MOST); }
inline float half_to_float(unsigned short h) { return (float)shim_bits<_Float16>(h); }
inline unsigned short float_to_half(float f) { return shim_bits<unsigned short>((_Float16)f); }
inline unsigned short float_to_brain(float f) {  // to nearest, ties to even
  unsigned u = (unsigned)__float_as_int(f);
  return f != f ? 0x7fff : (unsigned short)((u + 0x7fff + (u >> 16 & 1)) >> 16);
}
inline float rsqrtf(float x) { return 1.0f / sqrtf(x); }
inline double rsqrt(double x) { return 1.0 / std::sqrt(x); }
inline double erfinv(double y) {  // Newton's method from Giles's first approximation (2010)
  if (!(std::fabs(y) < 1)) return y == 1 ? INFINITY : y == -1 ? -INFINITY : NAN;
  const double w = -std::log((1 - y) * (1 + y)), a = 0.147, b = 2 / (M_PI * a) - w / 2;
  double x = std::copysign(std::sqrt(std::sqrt(b * b + w / a) - b), y);
  for (int i = 0; i < 4; ++i) x -= (std::erf(x) - y) / (2 / std::sqrt(M_PI) * std::exp(-x * x));
  return x;
}
inline float erfinvf(float y) { return (float)erfinv((double)y); }
