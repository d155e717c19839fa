// RUN: pcc-opt %s -p canonicalize,dce | filecheck %s

// Two transposes that undo each other, a cast to the own dtype, and a full slice are nothing.
// CHECK-LABEL: func.func @undone(
// CHECK-NEXT: %0 = pd.exp %x
// CHECK-NEXT: func.return %0
func.func @undone(%x: tensor<4x8xf32>) -> tensor<4x8xf32> {
  %0 = pd.transpose %x {perm = array<i64: 1, 0>} : (tensor<4x8xf32>) -> tensor<8x4xf32>
  %1 = pd.transpose %0 {perm = array<i64: 1, 0>} : (tensor<8x4xf32>) -> tensor<4x8xf32>
  %2 = pd.cast %1 {dtype = f32} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %3 = pd.slice %2 {axes = array<i64: 0>, starts = array<i64: 0>, ends = array<i64: 9>, decrease_axis = array<i64>} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %4 = pd.exp %3 : (tensor<4x8xf32>) -> tensor<4x8xf32>
  func.return %4 : tensor<4x8xf32>
}

// Reshapes of reshapes are one; arithmetic on known numbers is done at once.
// CHECK-LABEL: func.func @known(
// CHECK-NEXT: [[R:%[0-9]+]] = pd.reshape %x {shape = array<i64: 8, 4>}
// CHECK-NEXT: [[F:%[0-9]+]] = pd.full {shape = array<i64>, value = 6.500000e+00 : f64, dtype = f32}
// CHECK-NEXT: pd.multiply [[R]], [[F]]
func.func @known(%x: tensor<4x8xf32>) -> tensor<8x4xf32> {
  %0 = pd.reshape %x {shape = array<i64: 32>} : (tensor<4x8xf32>) -> tensor<32xf32>
  %1 = pd.reshape %0 {shape = array<i64: 8, 4>} : (tensor<32xf32>) -> tensor<8x4xf32>
  %2 = pd.full {shape = array<i64>, value = 2.000000e+00 : f64, dtype = f32} : () -> tensor<f32>
  %3 = pd.full {shape = array<i64>, value = 4.500000e+00 : f64, dtype = f32} : () -> tensor<f32>
  %4 = pd.add %2, %3 : (tensor<f32>, tensor<f32>) -> tensor<f32>
  %5 = pd.multiply %1, %4 : (tensor<8x4xf32>, tensor<f32>) -> tensor<8x4xf32>
  func.return %5 : tensor<8x4xf32>
}

// Slices that are stacked again are the tensor: what takes pairs apart and puts them together costs nothing.
// CHECK-LABEL: func.func @stacked(
// CHECK-NEXT: [[E:%[0-9]+]] = pd.exp %x
// CHECK-NEXT: func.return [[E]]
func.func @stacked(%x: tensor<4x2xf32>) -> tensor<4x2xf32> {
  %0 = pd.exp %x : (tensor<4x2xf32>) -> tensor<4x2xf32>
  %1 = pd.slice %0 {axes = array<i64: 1>, starts = array<i64: 0>, ends = array<i64: 1>, decrease_axis = array<i64: 1>} : (tensor<4x2xf32>) -> tensor<4xf32>
  %2 = pd.slice %0 {axes = array<i64: 1>, starts = array<i64: 1>, ends = array<i64: 2>, decrease_axis = array<i64: 1>} : (tensor<4x2xf32>) -> tensor<4xf32>
  %3 = pd.stack %1, %2 {axis = 1} : (tensor<4xf32>, tensor<4xf32>) -> tensor<4x2xf32>
  func.return %3 : tensor<4x2xf32>
}

// In another order they are not.
// CHECK-LABEL: func.func @swapped(
// CHECK: pd.stack
func.func @swapped(%x: tensor<4x2xf32>) -> tensor<4x2xf32> {
  %1 = pd.slice %x {axes = array<i64: 1>, starts = array<i64: 1>, ends = array<i64: 2>, decrease_axis = array<i64: 1>} : (tensor<4x2xf32>) -> tensor<4xf32>
  %2 = pd.slice %x {axes = array<i64: 1>, starts = array<i64: 0>, ends = array<i64: 1>, decrease_axis = array<i64: 1>} : (tensor<4x2xf32>) -> tensor<4xf32>
  %3 = pd.stack %1, %2 {axis = 1} : (tensor<4xf32>, tensor<4xf32>) -> tensor<4x2xf32>
  func.return %3 : tensor<4x2xf32>
}
