// RUN: pcc-opt %s -p decompose,dce,cse,fuse | filecheck %s

// A softmax with what stands before and after it is one kernel.
// CHECK-LABEL: func.func @softmax(
// CHECK-NEXT: kernel.launch "loops" (%{{[0-9]+}} = %x) : (tensor<4x37xf32>) -> tensor<4x37xf32> {
// CHECK-NEXT: pd.tanh
// CHECK: pd.max
// CHECK: pd.sum
// CHECK: pd.multiply
// CHECK: pd.exp
// CHECK-NEXT: kernel.yield
// CHECK-NEXT: }
// CHECK-NEXT: func.return
func.func @softmax(%x: tensor<4x37xf32>) -> tensor<4x37xf32> {
  %0 = pd.tanh %x : (tensor<4x37xf32>) -> tensor<4x37xf32>
  %1 = pd.softmax %0 {axis = -1 : i64} : (tensor<4x37xf32>) -> tensor<4x37xf32>
  %2 = pd.exp %1 : (tensor<4x37xf32>) -> tensor<4x37xf32>
  func.return %2 : tensor<4x37xf32>
}

// Two reductions over different axes are two kernels.
// CHECK-LABEL: func.func @two_axes(
// CHECK: kernel.launch "loops"
// CHECK: kernel.launch "loops"
// CHECK: func.return
func.func @two_axes(%x: tensor<16x24xf32>) -> (tensor<16xf32>, tensor<24xf32>) {
  %0 = pd.exp %x : (tensor<16x24xf32>) -> tensor<16x24xf32>
  %1 = pd.sum %0 {axis = array<i64: 1>, keepdim = false} : (tensor<16x24xf32>) -> tensor<16xf32>
  %2 = pd.sum %0 {axis = array<i64: 0>, keepdim = false} : (tensor<16x24xf32>) -> tensor<24xf32>
  func.return %1, %2 : tensor<16xf32>, tensor<24xf32>
}

// A product is a kernel of its own kind.
// CHECK-LABEL: func.func @product(
// CHECK: kernel.launch "contraction" (%{{[0-9]+}} = %x, %{{[0-9]+}} = %w)
// CHECK: pd.matmul
// CHECK: func.return
func.func @product(%x: tensor<8x64xf32>, %w: tensor<64x16xf32>) -> tensor<8x16xf32> {
  %0 = pd.matmul %x, %w {transpose_x = false, transpose_y = false} : (tensor<8x64xf32>, tensor<64x16xf32>) -> tensor<8x16xf32>
  func.return %0 : tensor<8x16xf32>
}
