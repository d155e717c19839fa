// RUN: pcc-opt %s -p decompose,dce,cse,fuse | filecheck %s
// What reads the same places, but for a shift, for the same readers is one kernel.

// CHECK-LABEL: func.func @columns
// CHECK: kernel.launch "loops"
// CHECK: pd.slice
// CHECK: pd.slice
// CHECK: kernel.yield %{{.*}}, %{{.*}} : tensor<8x1xf32>, tensor<8x1xf32>
// CHECK: kernel.launch "loops"
// CHECK-NOT: kernel.launch
func.func @columns(%x: tensor<8x4xf32>, %y: tensor<8x64xf32>) -> tensor<8x64xf32> {
  %a = pd.slice %x {axes = array<i64: 1>, starts = array<i64: 0>, ends = array<i64: 1>, decrease_axis = array<i64>} : (tensor<8x4xf32>) -> tensor<8x1xf32>
  %b = pd.slice %x {axes = array<i64: 1>, starts = array<i64: 2>, ends = array<i64: 3>, decrease_axis = array<i64>} : (tensor<8x4xf32>) -> tensor<8x1xf32>
  %c = pd.multiply %y, %a : (tensor<8x64xf32>, tensor<8x1xf32>) -> tensor<8x64xf32>
  %d = pd.add %c, %b : (tensor<8x64xf32>, tensor<8x1xf32>) -> tensor<8x64xf32>
  func.return %d : tensor<8x64xf32>
}

// Two results that only the caller reads: x is read once.
// CHECK-LABEL: func.func @results
// CHECK: kernel.launch
// CHECK: pd.exp
// CHECK: pd.tanh
// CHECK-NOT: kernel.launch
func.func @results(%x: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>) {
  %a = pd.exp %x : (tensor<8x4xf32>) -> tensor<8x4xf32>
  %b = pd.tanh %x : (tensor<8x4xf32>) -> tensor<8x4xf32>
  func.return %a, %b : tensor<8x4xf32>, tensor<8x4xf32>
}

// Another order: a kernel each.
// CHECK-LABEL: func.func @orders
// CHECK: pd.exp
// CHECK-NEXT: kernel.yield
// CHECK: pd.transpose
// CHECK-NEXT: pd.tanh
// CHECK-NEXT: kernel.yield
func.func @orders(%x: tensor<8x8xf32>) -> (tensor<8x8xf32>, tensor<8x8xf32>) {
  %a = pd.exp %x : (tensor<8x8xf32>) -> tensor<8x8xf32>
  %t = pd.transpose %x {perm = array<i64: 1, 0>} : (tensor<8x8xf32>) -> tensor<8x8xf32>
  %b = pd.tanh %t : (tensor<8x8xf32>) -> tensor<8x8xf32>
  func.return %a, %b : tensor<8x8xf32>, tensor<8x8xf32>
}

// Other readers: a kernel each.
// CHECK-LABEL: func.func @readers
// CHECK: pd.exp
// CHECK-NEXT: kernel.yield
// CHECK: pd.tanh
// CHECK-NEXT: kernel.yield
// CHECK: kernel.launch "contraction"
func.func @readers(%x: tensor<64x64xf32>) -> (tensor<64x64xf32>, tensor<64x64xf32>) {
  %a = pd.exp %x : (tensor<64x64xf32>) -> tensor<64x64xf32>
  %b = pd.tanh %x : (tensor<64x64xf32>) -> tensor<64x64xf32>
  %m = pd.matmul %b, %b {transpose_x = false, transpose_y = false} : (tensor<64x64xf32>, tensor<64x64xf32>) -> tensor<64x64xf32>
  func.return %a, %m : tensor<64x64xf32>, tensor<64x64xf32>
}
