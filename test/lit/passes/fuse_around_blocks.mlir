// RUN: pcc-opt %s -p fuse | filecheck %s

// The last op could join the first, but the blocks of rows lie between: it waits for them, and they for the first.
// CHECK-LABEL: func.func @around(
// CHECK-NEXT: kernel.launch
// CHECK: kernel.blocks
// CHECK: kernel.launch
// CHECK: pd.add
func.func @around(%x: tensor<4096x4xf32>, %w: tensor<4x4xf32>) -> tensor<4096x4xf32> {
  %e = pd.exp %x : (tensor<4096x4xf32>) -> tensor<4096x4xf32>
  %0 = kernel.blocks(%e, %w) {counts = array<i64: 16>, steps = [array<i64: 1024>, array<i64: 0>, array<i64: 1024>]} : (tensor<4096x4xf32>, tensor<4x4xf32>) -> tensor<4096x4xf32> {
  ^bb0(%1: tensor<4096x4xf32>, %2: tensor<4x4xf32>):
    %4 = pd.slice %1 {axes = array<i64: 0>, starts = array<i64: 0>, ends = array<i64: 256>, decrease_axis = array<i64>} : (tensor<4096x4xf32>) -> tensor<256x4xf32>
    %5 = pd.matmul %4, %2 {transpose_x = false, transpose_y = false} : (tensor<256x4xf32>, tensor<4x4xf32>) -> tensor<256x4xf32>
    kernel.yield %5 : tensor<256x4xf32>
  }
  %r = pd.add %e, %0 : (tensor<4096x4xf32>, tensor<4096x4xf32>) -> tensor<4096x4xf32>
  func.return %r : tensor<4096x4xf32>
}
