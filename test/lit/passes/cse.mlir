// RUN: pcc-opt %s -p cse | filecheck %s

// Equal ops become one, also where their operands are equal only by then; other attributes are another op.
// CHECK-LABEL: func.func @main(
// CHECK-NEXT: [[A:%[0-9]+]] = pd.exp %x
// CHECK-NEXT: [[B:%[0-9]+]] = pd.softmax [[A]] {axis = 1 : i64}
// CHECK-NEXT: [[C:%[0-9]+]] = pd.softmax [[A]] {axis = 0 : i64}
// CHECK-NEXT: [[D:%[0-9]+]] = pd.add [[B]], [[B]]
// CHECK-NEXT: [[E:%[0-9]+]] = pd.add [[D]], [[C]]
// CHECK-NEXT: func.return [[E]]
func.func @main(%x: tensor<4x8xf32>) -> tensor<4x8xf32> {
  %0 = pd.exp %x : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %1 = pd.exp %x : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %2 = pd.softmax %0 {axis = 1 : i64} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %3 = pd.softmax %1 {axis = 1 : i64} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %4 = pd.softmax %1 {axis = 0 : i64} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %5 = pd.add %2, %3 : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
  %6 = pd.add %5, %4 : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
  func.return %6 : tensor<4x8xf32>
}
