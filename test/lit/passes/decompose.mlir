// RUN: pcc-opt %s -p decompose | filecheck %s

// CHECK-LABEL: func.func @softmax(
// CHECK-NEXT: [[MAX:%[0-9]+]] = pd.max %x {axis = array<i64: -1>, keepdim = true}
// CHECK-NEXT: [[SHIFTED:%[0-9]+]] = pd.subtract %x, [[MAX]]
// CHECK-NEXT: [[E:%[0-9]+]] = pd.exp [[SHIFTED]]
// CHECK-NEXT: [[SUM:%[0-9]+]] = pd.sum [[E]] {axis = array<i64: -1>, keepdim = true}
// CHECK-NEXT: [[PART:%[0-9]+]] = pd.reciprocal [[SUM]]
// CHECK-NEXT: [[Y:%[0-9]+]] = pd.multiply [[E]], [[PART]]
// CHECK-NEXT: func.return [[Y]]
func.func @softmax(%x: tensor<4x37xf32>) -> tensor<4x37xf32> {
  %0 = pd.softmax %x {axis = -1 : i64} : (tensor<4x37xf32>) -> tensor<4x37xf32>
  func.return %0 : tensor<4x37xf32>
}

// Ops that are primitives already stay as they are.
// CHECK-LABEL: func.func @primitive(
// CHECK-NEXT: pd.exp %x
// CHECK-NEXT: func.return
func.func @primitive(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = pd.exp %x : (tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
