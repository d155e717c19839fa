// RUN: pcc-opt %s -p cut-rows | filecheck %s

// A constant is made in each block, and nowhere else.
// CHECK-LABEL: func.func @constant(
// CHECK-NEXT: kernel.blocks(%x, %v, %w)
// CHECK: pd.full
// CHECK-NOT: pd.full
// CHECK: func.return
func.func @constant(%x: tensor<4096x4xf32>, %v: tensor<4x64xf32>, %w: tensor<64x64xf32>) -> tensor<4096x64xf32> {
  %one = pd.full {shape = array<i64>, value = 1.0 : f64, dtype = f32} : () -> tensor<f32>
  %0 = pd.matmul %x, %v {transpose_x = false, transpose_y = false} : (tensor<4096x4xf32>, tensor<4x64xf32>) -> tensor<4096x64xf32>
  %1 = pd.divide %one, %0 : (tensor<f32>, tensor<4096x64xf32>) -> tensor<4096x64xf32>
  %2 = pd.matmul %1, %w {transpose_x = false, transpose_y = false} : (tensor<4096x64xf32>, tensor<64x64xf32>) -> tensor<4096x64xf32>
  func.return %2 : tensor<4096x64xf32>
}
