// RUN: pcc-opt %s -p cut-rows | filecheck %s

// A network and its derivative: 16 blocks of 256 points, with the weights whole.
// CHECK-LABEL: func.func @tangent(
// CHECK-NEXT: kernel.blocks(%x, %v, %w)
// CHECK-SAME: {counts = array<i64: 16>, steps = [array<i64: 1024>, array<i64: 0>, array<i64: 0>, array<i64: 16384>]}
// CHECK: pd.slice %{{.*}} -> tensor<256x4xf32>
// CHECK: pd.matmul {{.*}} -> tensor<256x64xf32>
// CHECK: kernel.yield {{.*}} : tensor<256x64xf32>
// CHECK: func.return
func.func @tangent(%x: tensor<4096x4xf32>, %v: tensor<4x64xf32>, %w: tensor<64x64xf32>) -> tensor<4096x64xf32> {
  %0 = pd.matmul %x, %v {transpose_x = false, transpose_y = false} : (tensor<4096x4xf32>, tensor<4x64xf32>) -> tensor<4096x64xf32>
  %1 = pd.tanh %0 : (tensor<4096x64xf32>) -> tensor<4096x64xf32>
  %2 = pd.matmul %1, %w {transpose_x = false, transpose_y = false} : (tensor<4096x64xf32>, tensor<64x64xf32>) -> tensor<4096x64xf32>
  %3 = pd.multiply %2, %1 : (tensor<4096x64xf32>, tensor<4096x64xf32>) -> tensor<4096x64xf32>
  %4 = pd.matmul %3, %w {transpose_x = false, transpose_y = false} : (tensor<4096x64xf32>, tensor<64x64xf32>) -> tensor<4096x64xf32>
  func.return %4 : tensor<4096x64xf32>
}

// What adds up over points does so in each block, and what is linear in the sums is done to each block's; what is not
// waits for all. The largest value of a column is that of the blocks' largest.
// CHECK-LABEL: func.func @gradient(
// CHECK: %[[PARTS:[0-9a-z]+]], %[[MOST:[0-9a-z]+]] = kernel.blocks(
// CHECK: pd.matmul {{.*}} {transpose_x = true, transpose_y = false} : {{.*}} -> tensor<64x64xf32>
// CHECK: pd.add {{.*}} -> tensor<64x64xf32>
// CHECK: kernel.yield {{.*}} : tensor<1x64x64xf32>, tensor<1x64xf32>
// CHECK: pd.sum %[[PARTS]]
// CHECK: pd.max %[[MOST]]
// CHECK: pd.tanh
func.func @gradient(%x: tensor<8192x64xf32>, %w: tensor<64x64xf32>) -> (tensor<64x64xf32>, tensor<64xf32>) {
  %0 = pd.matmul %x, %w {transpose_x = false, transpose_y = false} : (tensor<8192x64xf32>, tensor<64x64xf32>) -> tensor<8192x64xf32>
  %1 = pd.tanh %0 : (tensor<8192x64xf32>) -> tensor<8192x64xf32>
  %2 = pd.matmul %x, %1 {transpose_x = true, transpose_y = false} : (tensor<8192x64xf32>, tensor<8192x64xf32>) -> tensor<64x64xf32>
  %3 = pd.matmul %1, %x {transpose_x = true, transpose_y = false} : (tensor<8192x64xf32>, tensor<8192x64xf32>) -> tensor<64x64xf32>
  %4 = pd.add %2, %3 : (tensor<64x64xf32>, tensor<64x64xf32>) -> tensor<64x64xf32>
  %5 = pd.tanh %4 : (tensor<64x64xf32>) -> tensor<64x64xf32>
  %6 = pd.max %1 {axis = array<i64: 0>, keepdim = false} : (tensor<8192x64xf32>) -> tensor<64xf32>
  func.return %5, %6 : tensor<64x64xf32>, tensor<64xf32>
}

// Weights that would be packed again and again: no blocks.
// CHECK-LABEL: func.func @wide(
// CHECK-NOT: kernel.blocks
func.func @wide(%x: tensor<1024x512xf32>, %w: tensor<512x512xf32>) -> tensor<1024x512xf32> {
  %0 = pd.matmul %x, %w {transpose_x = false, transpose_y = false} : (tensor<1024x512xf32>, tensor<512x512xf32>) -> tensor<1024x512xf32>
  %1 = pd.matmul %0, %w {transpose_x = false, transpose_y = false} : (tensor<1024x512xf32>, tensor<512x512xf32>) -> tensor<1024x512xf32>
  func.return %1 : tensor<1024x512xf32>
}

// Rows that others' sums change: two parts, each in blocks.
// CHECK-LABEL: func.func @normalized(
// CHECK: kernel.blocks(
// CHECK: pd.mean
// CHECK: kernel.blocks(
func.func @normalized(%x: tensor<8192x64xf32>, %w: tensor<64x64xf32>) -> tensor<8192x64xf32> {
  %0 = pd.matmul %x, %w {transpose_x = false, transpose_y = false} : (tensor<8192x64xf32>, tensor<64x64xf32>) -> tensor<8192x64xf32>
  %1 = pd.matmul %0, %w {transpose_x = false, transpose_y = false} : (tensor<8192x64xf32>, tensor<64x64xf32>) -> tensor<8192x64xf32>
  %2 = pd.mean %1 {axis = array<i64: 0>, keepdim = false} : (tensor<8192x64xf32>) -> tensor<64xf32>
  %3 = pd.subtract %1, %2 : (tensor<8192x64xf32>, tensor<64xf32>) -> tensor<8192x64xf32>
  %4 = pd.matmul %3, %w {transpose_x = false, transpose_y = false} : (tensor<8192x64xf32>, tensor<64x64xf32>) -> tensor<8192x64xf32>
  %5 = pd.tanh %4 : (tensor<8192x64xf32>) -> tensor<8192x64xf32>
  %6 = pd.matmul %5, %w {transpose_x = false, transpose_y = false} : (tensor<8192x64xf32>, tensor<64x64xf32>) -> tensor<8192x64xf32>
  func.return %6 : tensor<8192x64xf32>
}
