// CUDA's driver (libcuda.so.1) for machines that have none: what pcc and pycuda ask of it. A module is the shared library of
// a program's kernels for the shim. Streams run at once, or record while a graph is captured; memory ends where nothing may
// be touched, and is full of NaN at first. There are two devices, and what belongs to one does not run on the other. What is
// not here returns CUDA_ERROR_NOT_SUPPORTED.
#include "shim.h"
#undef threadIdx
#undef blockIdx
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <functional>
#include <map>
#include <string>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

enum Result { SUCCESS = 0, INVALID_VALUE = 1, OUT_OF_MEMORY = 2, INVALID_DEVICE = 101, INVALID_IMAGE = 200, INVALID_CONTEXT = 201,
              NOT_FOUND = 500, ILLEGAL_ADDRESS = 700, CAPTURE_UNSUPPORTED = 900 };
#define API extern "C" __attribute__((visibility("default"))) Result
typedef unsigned long long Address;
typedef void (*Entry)(const shim::Grid*, void**);
typedef std::vector<std::function<void()>> Work;
struct Context { int device; };
struct Function { Entry entry; int shared, device; };
struct Module { void* library; int device; };
struct Stream { Work* recorded; int device; };
struct Event { double milliseconds; };
struct Piece { char* start; size_t mapped; int device; };

constexpr size_t PAGE = 4096, FORBIDDEN = 1 << 20, ROOM = 1ull << 30, MOST_SHARED = 232448;
constexpr int DEVICES = 2, MAJOR[DEVICES] = {9, 8};
static Context primary[DEVICES] = {{0}, {1}};
static std::vector<Context*> contexts;
static std::map<Address, Piece> pieces;
static size_t used;
static Stream null_stream;

static int current() { return contexts.empty() ? -1 : contexts.back()->device; }
static const Piece* piece_at(Address address) {
  auto found = pieces.upper_bound(address);
  if (found == pieces.begin()) return nullptr;
  --found;
  return address < (Address)found->second.start + found->second.mapped ? &found->second : nullptr;
}
static double now() {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}
static Result run(Stream* stream, std::function<void()> work) {
  if (stream && stream->recorded) stream->recorded->push_back(work);
  else work();
  return SUCCESS;
}

API cuInit(unsigned) { return SUCCESS; }
API cuDriverGetVersion(int* version) { *version = 13000; return SUCCESS; }
API cuDeviceGetCount(int* count) { *count = getenv("PCC_NO_DEVICE") ? 0 : DEVICES; return SUCCESS; }
API cuDeviceGet(int* device, int number) { *device = number; return number < DEVICES ? SUCCESS : INVALID_DEVICE; }
API cuDeviceGetName(char* name, int room, int device) { snprintf(name, room, "shim %d", device); return SUCCESS; }
API cuDeviceTotalMem_v2(size_t* bytes, int) { *bytes = ROOM; return SUCCESS; }
API cuDeviceGetAttribute(int* value, int attribute, int device) {
  const std::map<int, int> known = {{1, 1024}, {10, 32}, {16, 4}, {75, MAJOR[device]}, {76, 0}, {97, (int)MOST_SHARED}};
  const auto found = known.find(attribute);  // threads, warp, multiprocessors, capability, shared memory
  *value = found == known.end() ? 0 : found->second;
  return SUCCESS;
}
API cuDeviceComputeCapability(int* major, int* minor, int device) { *major = MAJOR[device], *minor = 0; return SUCCESS; }
API cuDevicePrimaryCtxRetain(Context** made, int device) { *made = &primary[device]; return SUCCESS; }
API cuDevicePrimaryCtxRelease_v2(int) { return SUCCESS; }
API cuCtxPushCurrent_v2(Context* pushed) { contexts.push_back(pushed); return SUCCESS; }
API cuCtxPopCurrent_v2(Context** popped) {
  if (contexts.empty()) return INVALID_CONTEXT;
  if (popped) *popped = contexts.back();
  contexts.pop_back();
  return SUCCESS;
}
API cuCtxGetCurrent(Context** found) { *found = contexts.empty() ? nullptr : contexts.back(); return SUCCESS; }
API cuCtxGetDevice(int* device) { *device = current(); return contexts.empty() ? INVALID_CONTEXT : SUCCESS; }
API cuCtxSynchronize() { return SUCCESS; }
API cuCtxDetach(void*) { return SUCCESS; }
API cuGetErrorString(int error, const char** text) {
  static char held[64];
  snprintf(held, sizeof held, "error %d", error);
  *text = held;
  return SUCCESS;
}

API cuMemGetInfo_v2(size_t* free, size_t* total) { *free = ROOM - used, *total = ROOM; return SUCCESS; }
API cuMemAlloc_v2(Address* address, size_t bytes) {
  if (current() < 0) return INVALID_CONTEXT;
  const size_t room = (bytes + 15) / 16 * 16, whole = (room + PAGE - 1) / PAGE * PAGE;
  if (used + whole > ROOM) return OUT_OF_MEMORY;
  char* start = (char*)mmap(nullptr, whole + FORBIDDEN, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  mprotect(start, whole, PROT_READ | PROT_WRITE);
  char* piece = start + whole - room;
  memset(piece, 0xff, bytes);
  *address = (Address)piece;
  pieces[*address] = {start, whole + FORBIDDEN, current()};
  used += whole;
  return SUCCESS;
}
API cuMemFree_v2(Address address) {
  const auto found = pieces.find(address);
  if (found == pieces.end()) return INVALID_VALUE;
  munmap(found->second.start, found->second.mapped);
  used -= found->second.mapped - FORBIDDEN;
  pieces.erase(found);
  return SUCCESS;
}
API cuMemHostAlloc(void** made, size_t bytes, unsigned) { *made = aligned_alloc(PAGE, (bytes + PAGE - 1) / PAGE * PAGE); return SUCCESS; }
API cuMemFreeHost(void* memory) { free(memory); return SUCCESS; }
API cuMemcpy(Address to, Address from, size_t bytes) { memcpy((void*)to, (void*)from, bytes); return SUCCESS; }
API cuMemcpyHtoD_v2(Address to, const void* from, size_t bytes) { memcpy((void*)to, from, bytes); return SUCCESS; }
API cuMemcpyDtoH_v2(void* to, Address from, size_t bytes) { memcpy(to, (void*)from, bytes); return SUCCESS; }
API cuMemcpyDtoD_v2(Address to, Address from, size_t bytes) { memcpy((void*)to, (void*)from, bytes); return SUCCESS; }
API cuMemcpyHtoDAsync_v2(Address to, const void* from, size_t bytes, Stream* stream) {
  return run(stream, [=] { memcpy((void*)to, from, bytes); });
}
API cuMemcpyDtoHAsync_v2(void* to, Address from, size_t bytes, Stream* stream) {
  return run(stream, [=] { memcpy(to, (void*)from, bytes); });
}
API cuMemcpyDtoDAsync_v2(Address to, Address from, size_t bytes, Stream* stream) {
  return run(stream, [=] { memcpy((void*)to, (void*)from, bytes); });
}
API cuPointerGetAttribute(void* value, int attribute, Address address) {
  const Piece* found = piece_at(address);
  if (!found || (attribute != 2 && attribute != 9)) return INVALID_VALUE;
  *(int*)value = attribute == 2 ? 2 : found->device;  // CU_POINTER_ATTRIBUTE_MEMORY_TYPE, ..._DEVICE_ORDINAL
  return SUCCESS;
}

// A shared library does not say how long it is, but where its last table ends.
API cuModuleLoadDataEx(Module** made, const void* image, unsigned count_of_options, int* options, void** values) {
  for (unsigned i = 0; i < count_of_options; ++i) {  // logs, and their sizes: nothing is written
    if (options[i] == 3 || options[i] == 5) *(char*)values[i] = 0;
    if (options[i] == 4 || options[i] == 6) values[i] = nullptr;
  }
  const unsigned char* bytes = (const unsigned char*)image;
  if (memcmp(bytes, "\177ELF", 4) || bytes[7] == 51 || bytes[16] != 3) return INVALID_IMAGE;  // a cubin, or no library
  size_t table;
  unsigned short size, count;
  memcpy(&table, bytes + 40, 8), memcpy(&size, bytes + 58, 2), memcpy(&count, bytes + 60, 2);
  const size_t length = table + (size_t)size * count;
  const int file = memfd_create("pcc", 0);
  if (write(file, bytes, length) != (ssize_t)length) return INVALID_IMAGE;
  char path[64];
  snprintf(path, sizeof path, "/proc/self/fd/%d", file);
  void* library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (!library) return INVALID_IMAGE;
  *made = new Module{library, current()};
  return SUCCESS;
}
API cuModuleLoadData(Module** made, const void* image) { return cuModuleLoadDataEx(made, image, 0, nullptr, nullptr); }
API cuModuleUnload(Module* module) { delete module; return SUCCESS; }
API cuModuleGetFunction(Function** made, Module* module, const char* name) {
  void* found = dlsym(module->library, (std::string(name) + "_run").c_str());
  if (!found) return NOT_FOUND;
  *made = new Function{(Entry)found, 48 << 10, module->device};
  return SUCCESS;
}
API cuFuncSetAttribute(Function* function, int attribute, int value) {
  if (attribute == 8) function->shared = value;  // MAX_DYNAMIC_SHARED_SIZE_BYTES
  return value > (int)MOST_SHARED ? INVALID_VALUE : SUCCESS;
}
API cuFuncGetAttribute(int* value, int, Function*) { *value = 0; return SUCCESS; }
API cuFuncSetBlockShape(Function*, int, int, int) { return SUCCESS; }
API cuLaunchKernel(Function* function, unsigned x, unsigned y, unsigned z, unsigned threads, unsigned ty, unsigned tz,
                   unsigned shared, Stream* stream, void**, void** extra) {
  if (!x || y != 1 || z != 1 || !threads || threads > 1024 || ty != 1 || tz != 1 || (int)shared > function->shared) return INVALID_VALUE;
  if (function->device != current() || (stream && stream->device != current())) return INVALID_CONTEXT;
  const size_t bytes = *(size_t*)extra[3];  // the arguments' buffer and its size, as CU_LAUNCH_PARAM_... pass them
  const std::vector<void*> given((void**)extra[1], (void**)extra[1] + bytes / sizeof(void*));
  for (void* argument : given) {
    const Piece* piece = piece_at((Address)argument);
    if (piece && piece->device != current()) return ILLEGAL_ADDRESS;
  }
  const Entry entry = function->entry;
  return run(stream, [=] {
    shim::Grid grid = {x, threads, shared, 0};
    std::vector<void*> arguments = given;
    entry(&grid, arguments.data());
  });
}

API cuStreamCreate(Stream** made, unsigned) { *made = new Stream{nullptr, current()}; return SUCCESS; }
API cuStreamDestroy_v2(Stream* stream) { delete stream; return SUCCESS; }
API cuStreamQuery(Stream*) { return SUCCESS; }
API cuStreamSynchronize(Stream* stream) { return stream && stream->recorded ? CAPTURE_UNSUPPORTED : SUCCESS; }
API cuStreamWaitEvent(Stream*, Event*, unsigned) { return SUCCESS; }
API cuStreamBeginCapture_v2(Stream* stream, int) { stream->recorded = new Work; return SUCCESS; }
API cuStreamEndCapture(Stream* stream, Work** graph) { *graph = stream->recorded, stream->recorded = nullptr; return SUCCESS; }
API cuGraphInstantiateWithFlags(Work** made, Work* graph, unsigned long long) { *made = new Work(*graph); return SUCCESS; }
API cuGraphExecUpdate_v2(Work* made, Work* graph, void*) {
  if (made->size() != graph->size()) return INVALID_VALUE;
  *made = *graph;
  return SUCCESS;
}
API cuGraphLaunch(Work* made, Stream*) { for (auto& work : *made) work(); return SUCCESS; }
API cuGraphExecDestroy(Work* made) { delete made; return SUCCESS; }
API cuGraphDestroy(Work* graph) { delete graph; return SUCCESS; }
API cuEventCreate(Event** made, unsigned) { *made = new Event{0}; return SUCCESS; }
API cuEventDestroy_v2(Event* event) { delete event; return SUCCESS; }
API cuEventRecord(Event* event, Stream*) { event->milliseconds = now(); return SUCCESS; }
API cuEventQuery(Event*) { return SUCCESS; }
API cuEventSynchronize(Event*) { return SUCCESS; }
API cuEventElapsedTime_v2(float* milliseconds, Event* a, Event* b) { *milliseconds = float(b->milliseconds - a->milliseconds); return SUCCESS; }
API cuEventElapsedTime(float* milliseconds, Event* a, Event* b) { return cuEventElapsedTime_v2(milliseconds, a, b); }
