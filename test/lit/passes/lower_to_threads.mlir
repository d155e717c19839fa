// A kernel as the code of one thread: which elements it computes, and how many blocks of how many threads there are.
//
// RUN: pcc-opt %s -p 'fuse,bufferize{own-sorts=true},lower-to-threads' | filecheck %s

// Four elements a thread, side by side; the row that all rows share is read by its place in the row.
//
// CHECK:       func.func private @kernel_add{{.*}} attributes {blocks = 1 : i64, threads = 256 : i64
// CHECK:       %[[IN:.*]] = arith.cmpi slt, %thread,
// CHECK:       scf.if %[[IN]] {
// CHECK:         vector.load %{{.*}} : memref<140xf32>, vector<4xf32>
// CHECK:         vector.load %{{.*}} : memref<20xf32>, vector<4xf32>
// CHECK:         vector.store %{{.*}} : memref<140xf32>, vector<4xf32>
func.func @elements(%x: tensor<7x20xf32>, %y: tensor<20xf32>) -> tensor<7x20xf32> {
  %0 = pd.add %x, %y : (tensor<7x20xf32>, tensor<20xf32>) -> tensor<7x20xf32>
  func.return %0 : tensor<7x20xf32>
}

// A team of 64 threads, four teams a block, takes a row of 1024: four vectors a thread, read once. Warps combine by
// shuffles, then through shared memory.
//
// CHECK:       func.func private @kernel_max_subtract
// CHECK-COUNT-4: vector.load %0
// CHECK-NOT:   vector.load %0
// CHECK:       kernel.shuffle %{{.*}} xor 16
// CHECK:       kernel.shared : memref<8xf32>
// CHECK:       gpu.barrier
// CHECK-COUNT-4: vector.store
func.func @rows(%x: tensor<8x1024xf32>) -> tensor<8x1024xf32> {
  %0 = pd.max %x {axis = array<i64: 1>, keepdim = 1 : i64} : (tensor<8x1024xf32>) -> tensor<8x1xf32>
  %1 = pd.subtract %x, %0 : (tensor<8x1024xf32>, tensor<8x1xf32>) -> tensor<8x1024xf32>
  %2 = pd.exp %1 : (tensor<8x1024xf32>) -> tensor<8x1024xf32>
  %3 = pd.sum %2 {axis = array<i64: 1>, keepdim = 1 : i64} : (tensor<8x1024xf32>) -> tensor<8x1xf32>
  %4 = pd.divide %2, %3 : (tensor<8x1024xf32>, tensor<8x1xf32>) -> tensor<8x1024xf32>
  func.return %4 : tensor<8x1024xf32>
}

// Columns: a warp takes 32 vectors of columns, the warps of a block take turns at the rows.
//
// CHECK:       func.func private @kernel_max_{{[0-9a-f]+}}(
// CHECK:       scf.for
// CHECK-COUNT-4: vector.load %0
// CHECK:       kernel.shared : memref<1024xf32>
// CHECK:       gpu.barrier
// CHECK:       scf.if
// CHECK:         vector.store
func.func @columns(%x: tensor<1000x36xf32>) -> tensor<36xf32> {
  %0 = pd.max %x {axis = array<i64: 0>, keepdim = 0 : i64} : (tensor<1000x36xf32>) -> tensor<36xf32>
  func.return %0 : tensor<36xf32>
}

// A transposed read goes through a tile in shared memory.
//
// CHECK:       func.func private @kernel_transpose
// CHECK:       kernel.shared : memref<4160xf32>
// CHECK-COUNT-16: memref.load %0
// CHECK:       gpu.barrier
// CHECK:       memref.store %{{.*}}, %1
func.func @tiles(%x: tensor<128x64xf32>) -> tensor<64x128xf32> {
  %0 = pd.transpose %x {perm = array<i64: 1, 0>} : (tensor<128x64xf32>) -> tensor<64x128xf32>
  %1 = pd.exp %0 : (tensor<64x128xf32>) -> tensor<64x128xf32>
  func.return %1 : tensor<64x128xf32>
}

// A scan along rows: eight warps take turns, a thread loads four vectors before it waits for others. Steps use two parts
// of the shared memory in turns.
//
// CHECK:       func.func private @kernel_cumsum
// CHECK:       scf.for
// CHECK-COUNT-4: vector.load %0
// CHECK:       kernel.shuffle_from
// CHECK:       kernel.shared : memref<16xf32>
// CHECK:       gpu.barrier
// CHECK-NOT:   gpu.barrier
// CHECK-COUNT-4: vector.store
func.func @scan(%x: tensor<2x9000xf32>) -> tensor<2x9000xf32> {
  %0 = pd.cumsum %x {axis = 1 : i64, flatten = 0 : i64, exclusive = 0 : i64, reverse = 0 : i64} : (tensor<2x9000xf32>) -> tensor<2x9000xf32>
  func.return %0 : tensor<2x9000xf32>
}

// A sort: keys and places in shared memory, a barrier after each step of the network.
//
// CHECK:       func.func private @kernel_argsort{{.*}} attributes {blocks = 1 : i64, threads = 512 : i64
// CHECK:       kernel.shared : memref<1024xi32>
// CHECK:       kernel.shared : memref<1024xi32>
// CHECK:       gpu.barrier
// CHECK:       scf.for
// CHECK:         scf.for
// CHECK:           scf.if
// CHECK:           gpu.barrier
func.func @sort(%x: tensor<1x600xf32>) -> tensor<1x600xi64> {
  %0, %1 = pd.argsort %x {axis = 1 : i64, descending = false, stable = true} : (tensor<1x600xf32>) -> (tensor<1x600xf32>, tensor<1x600xi64>)
  func.return %1 : tensor<1x600xi64>
}

// A scatter: a warp for each row of the result looks through all indices, 32 at once, and adds what goes there.
//
// CHECK:       func.func private @kernel_index_add{{.*}} attributes {blocks = 125 : i64, threads = 256 : i64
// CHECK-COUNT-3: memref.load %0
// CHECK:       scf.for
// CHECK:         memref.load %1
// CHECK:         kernel.ballot
// CHECK:         scf.for
// CHECK-COUNT-3:   memref.load %2
// CHECK-COUNT-3: memref.store
func.func @scatter(%x: tensor<1000x96xf32>, %i: tensor<640xi64>, %y: tensor<640x96xf32>) -> tensor<1000x96xf32> {
  %0 = pd.index_add %x, %i, %y {axis = 0 : i64} : (tensor<1000x96xf32>, tensor<640xi64>, tensor<640x96xf32>) -> tensor<1000x96xf32>
  func.return %0 : tensor<1000x96xf32>
}
