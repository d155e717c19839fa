// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @histogram_0(
// CHECK: pd.histogram {{%[0-9a-z_]+}} {bins = 5 : i64, min = -1.000000e+00 : f64, max = 1.000000e+00 : f64, density = false} : (tensor<3x40xf32>) -> tensor<5xi64>
func.func @histogram_0(%0: tensor<3x40xf32>) -> tensor<5xi64> {
  %1 = pd.histogram %0 {bins = 5 : i64, min = -1.000000e+00 : f64, max = 1.000000e+00 : f64, density = false} : (tensor<3x40xf32>) -> tensor<5xi64>
  func.return %1 : tensor<5xi64>
}

// CHECK-LABEL: func.func @histogram_1(
// CHECK: pd.histogram {{%[0-9a-z_]+}} {bins = 4 : i64, min = -8.000000e+00 : f64, max = 8.000000e+00 : f64, density = false} : (tensor<3x40xi64>) -> tensor<4xi64>
func.func @histogram_1(%0: tensor<3x40xi64>) -> tensor<4xi64> {
  %1 = pd.histogram %0 {bins = 4 : i64, min = -8.000000e+00 : f64, max = 8.000000e+00 : f64, density = false} : (tensor<3x40xi64>) -> tensor<4xi64>
  func.return %1 : tensor<4xi64>
}
