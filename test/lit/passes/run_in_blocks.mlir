// RUN: pcc-opt %s -p decompose,canonicalize,cse,dce,fuse,run-in-blocks | filecheck %s

// Attention: a block is 64 rows of one head. Queries, the mask's rows and the result move with all indices, keys and
// values with the head alone.
// CHECK-LABEL: func.func @attention(
// CHECK-NEXT: kernel.blocks(%q, %k, %mask, %v)
// CHECK-SAME: {counts = array<i64: 4, 16>, steps = [array<i64: 8192, 512>, array<i64: 8192, 0>, array<i64: 0, 65536>, array<i64: 8192, 0>, array<i64: 8192, 512>]}
// CHECK: kernel.launch "contraction"
// CHECK: pd.matmul {{.*}} -> tensor<1x64x1024xf32>
// CHECK: kernel.launch "contraction"
// CHECK: kernel.yield {{.*}} : tensor<1x64x8xf32>
func.func @attention(%q: tensor<4x1024x8xf32>, %k: tensor<4x1024x8xf32>, %mask: tensor<1024x1024xf32>, %v: tensor<4x1024x8xf32>) -> tensor<4x1024x8xf32> {
  %0 = pd.matmul %q, %k {transpose_x = false, transpose_y = true} : (tensor<4x1024x8xf32>, tensor<4x1024x8xf32>) -> tensor<4x1024x1024xf32>
  %1 = pd.add %0, %mask : (tensor<4x1024x1024xf32>, tensor<1024x1024xf32>) -> tensor<4x1024x1024xf32>
  %2 = pd.softmax %1 {axis = -1 : i64} : (tensor<4x1024x1024xf32>) -> tensor<4x1024x1024xf32>
  %3 = pd.matmul %2, %v {transpose_x = false, transpose_y = false} : (tensor<4x1024x1024xf32>, tensor<4x1024x8xf32>) -> tensor<4x1024x8xf32>
  func.return %3 : tensor<4x1024x8xf32>
}

// Matrices that all batches share would be packed for each block.
// CHECK-LABEL: func.func @layers(
// CHECK-NOT: kernel.blocks
func.func @layers(%x: tensor<8x256x64xf32>, %v: tensor<64x512xf32>, %w: tensor<512x64xf32>) -> tensor<8x256x64xf32> {
  %0 = pd.matmul %x, %v {transpose_x = false, transpose_y = false} : (tensor<8x256x64xf32>, tensor<64x512xf32>) -> tensor<8x256x512xf32>
  %1 = pd.softmax %0 {axis = -1 : i64} : (tensor<8x256x512xf32>) -> tensor<8x256x512xf32>
  %2 = pd.matmul %1, %w {transpose_x = false, transpose_y = false} : (tensor<8x256x512xf32>, tensor<512x64xf32>) -> tensor<8x256x64xf32>
  func.return %2 : tensor<8x256x64xf32>
}

// What sums over rows needs all of them.
// CHECK-LABEL: func.func @columns(
// CHECK-NOT: kernel.blocks
func.func @columns(%q: tensor<4x1024x8xf32>, %k: tensor<4x1024x8xf32>, %v: tensor<4x1024x8xf32>) -> tensor<4x1024x8xf32> {
  %0 = pd.matmul %q, %k {transpose_x = false, transpose_y = true} : (tensor<4x1024x8xf32>, tensor<4x1024x8xf32>) -> tensor<4x1024x1024xf32>
  %1 = pd.softmax %0 {axis = 1 : i64} : (tensor<4x1024x1024xf32>) -> tensor<4x1024x1024xf32>
  %2 = pd.matmul %1, %v {transpose_x = false, transpose_y = false} : (tensor<4x1024x1024xf32>, tensor<4x1024x8xf32>) -> tensor<4x1024x8xf32>
  func.return %2 : tensor<4x1024x8xf32>
}
