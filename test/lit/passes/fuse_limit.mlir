// RUN: pcc-opt %s -p 'fuse{max-ops=2}' | filecheck %s

// CHECK-LABEL: func.func @main(
// CHECK: kernel.launch "loops"
// CHECK-NEXT: pd.exp
// CHECK-NEXT: pd.tanh
// CHECK-NEXT: kernel.yield
// CHECK: kernel.launch "loops"
// CHECK-NEXT: pd.abs
// CHECK-NEXT: kernel.yield
// CHECK: func.return
func.func @main(%x: tensor<4x37xf32>) -> tensor<4x37xf32> {
  %0 = pd.exp %x : (tensor<4x37xf32>) -> tensor<4x37xf32>
  %1 = pd.tanh %0 : (tensor<4x37xf32>) -> tensor<4x37xf32>
  %2 = pd.abs %1 : (tensor<4x37xf32>) -> tensor<4x37xf32>
  func.return %2 : tensor<4x37xf32>
}
