// What kernels are written with: vectors that a thread loads at once, numbers of 16 bits, arithmetic that is defined for
// all operands.
#define DEVICE __device__ __forceinline__
#ifndef SHARED_ARENA
#define SHARED_ARENA(name) extern __shared__ __align__(16) unsigned char name[]
#endif

// ---- numbers of 16 bits: stored, and widened to float
#ifdef __CUDA_ARCH__
DEVICE float half_to_float(unsigned short h) { float f; asm("cvt.f32.f16 %0, %1;" : "=f"(f) : "h"(h)); return f; }
DEVICE unsigned short float_to_half(float f) { unsigned short h; asm("cvt.rn.f16.f32 %0, %1;" : "=h"(h) : "f"(f)); return h; }
DEVICE unsigned short float_to_brain(float f) { unsigned short h; asm("cvt.rn.bf16.f32 %0, %1;" : "=h"(h) : "f"(f)); return h; }
#endif
struct f16 {
  unsigned short bits;
  f16() = default;
  DEVICE explicit f16(float x) : bits(float_to_half(x)) {}
  DEVICE explicit operator float() const { return half_to_float(bits); }
};
struct bf16 {
  unsigned short bits;
  bf16() = default;
  DEVICE explicit bf16(float x) : bits(float_to_brain(x)) {}
  DEVICE explicit operator float() const { return __int_as_float((int)bits << 16); }
};

template <class T> DEVICE T inf_of();
template <> DEVICE float inf_of<float>() { return __int_as_float(0x7f800000); }
template <> DEVICE double inf_of<double>() { return __longlong_as_double(0x7ff0000000000000LL); }
template <class T> DEVICE T nan_of();
template <> DEVICE float nan_of<float>() { return __int_as_float(0x7fc00000); }
template <> DEVICE double nan_of<double>() { return __longlong_as_double(0x7ff8000000000000LL); }

// ---- vectors
template <class T, int N> struct alignas(sizeof(T) * N < 16 ? sizeof(T) * N : 16) vec {
  T lane[N];
  DEVICE T& operator[](int i) { return lane[i]; }
  DEVICE const T& operator[](int i) const { return lane[i]; }
  DEVICE static vec all(T x) { vec r; for (int i = 0; i < N; ++i) r[i] = x; return r; }
  DEVICE static vec numbers() { vec r; for (int i = 0; i < N; ++i) r[i] = T(i); return r; }
};
#define LANES _Pragma("unroll") for (int i = 0; i < N; ++i)

template <int N, class T> DEVICE vec<T, N> load(const T* p) { return *(const vec<T, N>*)p; }
template <class T, int N> DEVICE void store(T* p, vec<T, N> x) { *(vec<T, N>*)p = x; }
template <class T, int N> DEVICE vec<T, N> load_where(const T* p, vec<bool, N> m, vec<T, N> x) {
  LANES if (m[i]) x[i] = p[i];
  return x;
}
template <class T, int N> DEVICE void store_where(T* p, vec<bool, N> m, vec<T, N> x) { LANES if (m[i]) p[i] = x[i]; }
template <class T, class I, int N> DEVICE vec<T, N> gather(const T* p, vec<I, N> at) {
  vec<T, N> r;
  LANES r[i] = p[at[i]];
  return r;
}
template <class T, class I, int N> DEVICE vec<T, N> gather(const T* p, vec<I, N> at, vec<bool, N> m) {
  vec<T, N> r;
  LANES r[i] = m[i] ? p[at[i]] : T(0.0f);
  return r;
}
template <int N, class I> DEVICE vec<bool, N> first(I count) { vec<bool, N> r; LANES r[i] = i < count; return r; }
template <class T, int N> DEVICE vec<T, N> where(vec<bool, N> c, vec<T, N> a, vec<T, N> b) {
  LANES a[i] = c[i] ? a[i] : b[i];
  return a;
}

// ---- what a warp does together, and copies that go on by themselves (PTX: ldmatrix, mma, cp.async)
#ifdef __CUDA_ARCH__
DEVICE unsigned shared_address(const void* p) { return (unsigned)__cvta_generic_to_shared(p); }
template <bool TURNED> DEVICE void load_matrices(int* r, const void* row, int) {
  if (TURNED) asm volatile("ldmatrix.sync.aligned.m8n8.x4.trans.shared.b16 {%0, %1, %2, %3}, [%4];"
      : "=r"(r[0]), "=r"(r[1]), "=r"(r[2]), "=r"(r[3]) : "r"(shared_address(row)) : "memory");
  else asm volatile("ldmatrix.sync.aligned.m8n8.x4.shared.b16 {%0, %1, %2, %3}, [%4];"
      : "=r"(r[0]), "=r"(r[1]), "=r"(r[2]), "=r"(r[3]) : "r"(shared_address(row)) : "memory");
}
template <class T> DEVICE void multiply_add(float* d, const int* a, const int* b, int);
#define MULTIPLY_ADD(T, name) \
  template <> DEVICE void multiply_add<T>(float* d, const int* a, const int* b, int) { \
    asm volatile("mma.sync.aligned.m16n8k16.row.col.f32." name "." name ".f32 {%0, %1, %2, %3}, {%4, %5, %6, %7}, {%8, %9}, {%0, %1, %2, %3};" \
        : "+f"(d[0]), "+f"(d[1]), "+f"(d[2]), "+f"(d[3]) : "r"(a[0]), "r"(a[1]), "r"(a[2]), "r"(a[3]), "r"(b[0]), "r"(b[1])); }
MULTIPLY_ADD(f16, "f16") MULTIPLY_ADD(bf16, "bf16")
DEVICE void async_copy(void* to, const void* from, bool real) {
  asm volatile("cp.async.cg.shared.global [%0], [%1], 16, %2;" :: "r"(shared_address(to)), "l"(from), "r"(real ? 16 : 0) : "memory");
}
DEVICE void async_wait() { asm volatile("cp.async.wait_all;" ::: "memory"); }
#endif
template <bool TURNED, class T> DEVICE vec<int, 4> ldmatrix(const T* row, int line = __builtin_LINE()) {
  vec<int, 4> r;
  load_matrices<TURNED>(&r[0], row, line);
  return r;
}
template <class T> DEVICE vec<float, 4> mma(vec<int, 4> a, vec<int, 2> b, vec<float, 4> c, int line = __builtin_LINE()) {
  multiply_add<T>(&c[0], &a[0], &b[0], line);
  return c;
}

template <class T> DEVICE int pair(float low, float high) { return (int)(T(low).bits | (unsigned)T(high).bits << 16); }
template <class T> DEVICE vec<int, 4> fragment(vec<float, 4> x, vec<float, 4> y) {
  return {pair<T>(x[0], x[1]), pair<T>(x[2], x[3]), pair<T>(y[0], y[1]), pair<T>(y[2], y[3])};
}

#define INFIX(op) \
  template <class T, int N> DEVICE vec<T, N> operator op(vec<T, N> a, vec<T, N> b) { LANES a[i] = a[i] op b[i]; return a; }
INFIX(+) INFIX(-) INFIX(*) INFIX(/) INFIX(%) INFIX(&) INFIX(|) INFIX(^) INFIX(>>)
#define COMPARISON(op) \
  template <class T, int N> DEVICE vec<bool, N> operator op(vec<T, N> a, vec<T, N> b) { \
    vec<bool, N> r; LANES r[i] = a[i] op b[i]; return r; }
COMPARISON(==) COMPARISON(!=) COMPARISON(<) COMPARISON(<=) COMPARISON(>) COMPARISON(>=)
template <class T, int N> DEVICE vec<T, N> operator-(vec<T, N> a) { LANES a[i] = -a[i]; return a; }

// f of every lane, for a function f of numbers
#define LIFT1(f) template <class T, int N> DEVICE auto f(vec<T, N> a) { \
    vec<decltype(f(a[0])), N> r; LANES r[i] = f(a[i]); return r; }
#define LIFT2(f) template <class T, int N> DEVICE auto f(vec<T, N> a, vec<T, N> b) { \
    vec<decltype(f(a[0], b[0])), N> r; LANES r[i] = f(a[i], b[i]); return r; }

// ---- integers: they wrap around
template <class T> struct unsigned_of;
template <> struct unsigned_of<signed char> { typedef unsigned char type; };
template <> struct unsigned_of<short> { typedef unsigned short type; };
template <> struct unsigned_of<int> { typedef unsigned type; };
template <> struct unsigned_of<long long> { typedef unsigned long long type; };
#define UNSIGNED(name, expression) \
  template <class T> DEVICE T name(T x, T y) { typedef typename unsigned_of<T>::type U; U a = U(x), b = U(y); return T(U(expression)); } \
  LIFT2(name)
UNSIGNED(wrapping_add, a + b) UNSIGNED(wrapping_sub, a - b) UNSIGNED(wrapping_mul, a * U(1) * b)
UNSIGNED(unsigned_div, a / b) UNSIGNED(unsigned_rem, a % b)
UNSIGNED(shift_left, a << b) UNSIGNED(shift_right, a >> b)
UNSIGNED(unsigned_larger, a > b ? a : b) UNSIGNED(unsigned_smaller, a < b ? a : b)
template <class T> DEVICE T larger(T a, T b) { return a > b ? a : b; }
template <class T> DEVICE T smaller(T a, T b) { return a < b ? a : b; }
LIFT2(larger) LIFT2(smaller)
DEVICE int ctpop(int x) { return __popc(x); }
DEVICE int cttz(int x) { return x ? __ffs(x) - 1 : 32; }
#define UNSIGNED_COMPARISON(name, op) template <class T> DEVICE bool name##_integers(T x, T y) { \
    typedef typename unsigned_of<T>::type U; return U(x) op U(y); }

// ---- floats: extremes of NaN are NaN
template <class T> DEVICE T maximum(T a, T b) { return a > b || a != a ? a : b; }
template <class T> DEVICE T minimum(T a, T b) { return a < b || a != a ? a : b; }
#ifdef __CUDA_ARCH__
template <> DEVICE float maximum(float a, float b) { float r; asm("max.NaN.f32 %0, %1, %2;" : "=f"(r) : "f"(a), "f"(b)); return r; }
template <> DEVICE float minimum(float a, float b) { float r; asm("min.NaN.f32 %0, %1, %2;" : "=f"(r) : "f"(a), "f"(b)); return r; }
#endif
LIFT2(maximum) LIFT2(minimum)
#define UNORDERED(name, expression) template <class T> DEVICE bool name(T a, T b) { return expression; } LIFT2(name)
UNORDERED(compare_ueq, !(a < b || a > b)) UNORDERED(compare_one, a < b || a > b)
UNORDERED(compare_ult, !(a >= b)) UNORDERED(compare_ule, !(a > b))
UNORDERED(compare_ugt, !(a <= b)) UNORDERED(compare_uge, !(a < b))
UNORDERED(compare_uno, a != a || b != b) UNORDERED(compare_ord, a == a && b == b)

// ---- conversions
template <class T, class S> DEVICE T as(S x) { return T(x); }
template <class T> DEVICE T saturated(float x) { return x != x ? T(0) : T(sizeof(T) == 4 ? __float2int_rz(x) : __float2ll_rz(x)); }
template <class T> DEVICE T saturated(double x) { return x != x ? T(0) : T(sizeof(T) == 4 ? __double2int_rz(x) : __double2ll_rz(x)); }
template <class T, class S> DEVICE T unsigned_as(S x) { return T(typename unsigned_of<S>::type(x)); }
template <class T> DEVICE T bits_as(int x);
template <> DEVICE float bits_as<float>(int x) { return __int_as_float(x); }
template <class T> DEVICE T bits_as(float x);
template <> DEVICE int bits_as<int>(float x) { return __float_as_int(x); }
template <class T> DEVICE T bits_as(long long x);
template <> DEVICE double bits_as<double>(long long x) { return __longlong_as_double(x); }
template <class T> DEVICE T bits_as(double x);
template <> DEVICE long long bits_as<long long>(double x) { return __double_as_longlong(x); }
template <class S> DEVICE bool lowest_bit(S x) { return x & 1; }
LIFT1(lowest_bit)
#define LIFT_CONVERSION(f) template <class T, class S, int N> DEVICE vec<T, N> f(vec<S, N> x) { \
    vec<T, N> r; LANES r[i] = f<T>(x[i]); return r; }
LIFT_CONVERSION(as) LIFT_CONVERSION(saturated) LIFT_CONVERSION(unsigned_as) LIFT_CONVERSION(bits_as)

// ---- functions that C lacks
#define BOTH(name) LIFT1(name) LIFT1(name##f)
DEVICE float sigmoidf(float x) { return 1.0f / (1.0f + expf(-x)); }
DEVICE double sigmoid(double x) { return 1.0 / (1.0 + exp(-x)); }
BOTH(sigmoid)
BOTH(fabs) BOTH(ceil) BOTH(floor) BOTH(trunc) BOTH(rint) BOTH(round) BOTH(sqrt) BOTH(rsqrt) BOTH(cbrt)
BOTH(exp) BOTH(exp2) BOTH(expm1) BOTH(log) BOTH(log2) BOTH(log10) BOTH(log1p)
BOTH(sin) BOTH(cos) BOTH(tan) BOTH(asin) BOTH(acos) BOTH(atan) BOTH(sinh) BOTH(cosh) BOTH(tanh) BOTH(asinh) BOTH(acosh) BOTH(atanh)
BOTH(erf) BOTH(erfinv) BOTH(lgamma)
LIFT2(powf) LIFT2(pow) LIFT2(atan2f) LIFT2(atan2) LIFT2(fmodf) LIFT2(fmod) LIFT2(copysignf) LIFT2(copysign)
