// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @unit_root_0(
// CHECK: pd.unit_root {{%[0-9a-z_]+}} {order = 7 : i64, imaginary = false} : (tensor<7x7xi64>) -> tensor<7x7xf64>
func.func @unit_root_0(%0: tensor<7x7xi64>) -> tensor<7x7xf64> {
  %1 = pd.unit_root %0 {order = 7 : i64, imaginary = false} : (tensor<7x7xi64>) -> tensor<7x7xf64>
  func.return %1 : tensor<7x7xf64>
}

// CHECK-LABEL: func.func @unit_root_1(
// CHECK: pd.unit_root {{%[0-9a-z_]+}} {order = 8 : i64, imaginary = false} : (tensor<8x8xi64>) -> tensor<8x8xf64>
func.func @unit_root_1(%0: tensor<8x8xi64>) -> tensor<8x8xf64> {
  %1 = pd.unit_root %0 {order = 8 : i64, imaginary = false} : (tensor<8x8xi64>) -> tensor<8x8xf64>
  func.return %1 : tensor<8x8xf64>
}
