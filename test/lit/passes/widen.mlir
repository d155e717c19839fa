// RUN: pcc-opt %s -p widen | filecheck %s

// The routine takes float32; elementwise ops compute in float32 anyway and stay.
// CHECK-LABEL: func.func @main(
// CHECK-NEXT: [[X:%[0-9]+]] = pd.cast %x {dtype = f32}
// CHECK-NEXT: [[Y:%[0-9]+]] = pd.cast %y {dtype = f32}
// CHECK-NEXT: [[P:%[0-9]+]] = pd.matmul [[X]], [[Y]]
// CHECK-SAME: -> tensor<4x4xf32>
// CHECK-NEXT: [[N:%[0-9]+]] = pd.cast [[P]] {dtype = f16}
// CHECK-NEXT: pd.tanh [[N]] : (tensor<4x4xf16>) -> tensor<4x4xf16>
func.func @main(%x: tensor<4x8xf16>, %y: tensor<8x4xf16>) -> tensor<4x4xf16> {
  %0 = pd.matmul %x, %y {transpose_x = false, transpose_y = false} : (tensor<4x8xf16>, tensor<8x4xf16>) -> tensor<4x4xf16>
  %1 = pd.tanh %0 : (tensor<4x4xf16>) -> tensor<4x4xf16>
  func.return %1 : tensor<4x4xf16>
}
