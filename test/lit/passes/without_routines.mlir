// RUN: pcc-opt %s -p 'decompose{routines=false}' | filecheck %s

// Halves of the rows are sorted, then merged: each place says which element comes there.
// CHECK-LABEL: func.func @sort(
// CHECK: pd.argsort {{.*}} : (tensor<3x2x2500xf32>) -> (tensor<3x2x2500xf32>, tensor<3x2x2500xi64>)
// CHECK: pd.merge {{.*}} {run = 2500 : i64, descending = false} : (tensor<3x5000xf32>) -> tensor<3x5000xi64>
// CHECK-NOT: pd.argsort
func.func @sort(%x: tensor<3x5000xf32>) -> tensor<3x5000xf32> {
  %0, %1 = pd.argsort %x {axis = -1 : i64, descending = false, stable = true} : (tensor<3x5000xf32>) -> (tensor<3x5000xf32>, tensor<3x5000xi64>)
  func.return %0 : tensor<3x5000xf32>
}

// Rows that threads sort stay one sort.
// CHECK-LABEL: func.func @short(
// CHECK: pd.argsort
// CHECK-NOT: pd.merge
func.func @short(%x: tensor<3x500xf32>) -> tensor<3x500xf32> {
  %0, %1 = pd.argsort %x {axis = -1 : i64, descending = false, stable = true} : (tensor<3x500xf32>) -> (tensor<3x500xf32>, tensor<3x500xi64>)
  func.return %0 : tensor<3x500xf32>
}

// A system is solved in a loop over its rows.
// CHECK-LABEL: func.func @solve(
// CHECK-NOT: pd.triangular_solve
// CHECK: pd.while
// CHECK: pd.gather
// CHECK: pd.divide
// CHECK: pd.yield
func.func @solve(%a: tensor<4x4xf32>, %y: tensor<4x2xf32>) -> tensor<4x2xf32> {
  %0 = pd.triangular_solve %a, %y {upper = false, transpose = false, unitriangular = false} : (tensor<4x4xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
  func.return %0 : tensor<4x2xf32>
}
