// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @merge_0(
// CHECK: pd.merge {{%[0-9a-z_]+}} {run = 3001 : i64, descending = true} : (tensor<2x9003xi32>) -> tensor<2x9003xi64>
func.func @merge_0(%0: tensor<2x9003xi32>) -> tensor<2x9003xi64> {
  %1 = pd.merge %0 {run = 3001 : i64, descending = true} : (tensor<2x9003xi32>) -> tensor<2x9003xi64>
  func.return %1 : tensor<2x9003xi64>
}

// CHECK-LABEL: func.func @merge_1(
// CHECK: pd.merge {{%[0-9a-z_]+}} {run = 2050 : i64, descending = false} : (tensor<4100xf64>) -> tensor<4100xi64>
func.func @merge_1(%0: tensor<4100xf64>) -> tensor<4100xi64> {
  %1 = pd.merge %0 {run = 2050 : i64, descending = false} : (tensor<4100xf64>) -> tensor<4100xi64>
  func.return %1 : tensor<4100xi64>
}
