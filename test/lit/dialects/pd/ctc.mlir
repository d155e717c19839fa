// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @warpctc_0(
// CHECK: pd.warpctc {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {blank = 0 : i64, norm_by_times = false} : (tensor<9x3x5xf32>, tensor<3x4xi32>, tensor<3xi64>, tensor<3xi64>) -> tensor<3x1xf32>
func.func @warpctc_0(%0: tensor<9x3x5xf32>, %1: tensor<3x4xi32>, %2: tensor<3xi64>, %3: tensor<3xi64>) -> tensor<3x1xf32> {
  %4 = pd.warpctc %0, %1, %2, %3 {blank = 0 : i64, norm_by_times = false} : (tensor<9x3x5xf32>, tensor<3x4xi32>, tensor<3xi64>, tensor<3xi64>) -> tensor<3x1xf32>
  func.return %4 : tensor<3x1xf32>
}

// CHECK-LABEL: func.func @warpctc_1(
// CHECK: pd.warpctc {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {blank = 0 : i64, norm_by_times = false} : (tensor<40x2x7xf32>, tensor<2x6xi32>, tensor<2xi64>, tensor<2xi64>) -> tensor<2x1xf32>
func.func @warpctc_1(%0: tensor<40x2x7xf32>, %1: tensor<2x6xi32>, %2: tensor<2xi64>, %3: tensor<2xi64>) -> tensor<2x1xf32> {
  %4 = pd.warpctc %0, %1, %2, %3 {blank = 0 : i64, norm_by_times = false} : (tensor<40x2x7xf32>, tensor<2x6xi32>, tensor<2xi64>, tensor<2xi64>) -> tensor<2x1xf32>
  func.return %4 : tensor<2x1xf32>
}

// CHECK-LABEL: func.func @warpctc_2(
// CHECK: pd.warpctc {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {blank = 0 : i64, norm_by_times = false} : (tensor<3x4x3xf32>, tensor<4x1xi32>, tensor<4xi64>, tensor<4xi64>) -> tensor<4x1xf32>
func.func @warpctc_2(%0: tensor<3x4x3xf32>, %1: tensor<4x1xi32>, %2: tensor<4xi64>, %3: tensor<4xi64>) -> tensor<4x1xf32> {
  %4 = pd.warpctc %0, %1, %2, %3 {blank = 0 : i64, norm_by_times = false} : (tensor<3x4x3xf32>, tensor<4x1xi32>, tensor<4xi64>, tensor<4xi64>) -> tensor<4x1xf32>
  func.return %4 : tensor<4x1xf32>
}

// CHECK-LABEL: func.func @warpctc_3(
// CHECK: pd.warpctc {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {blank = 0 : i64, norm_by_times = false} : (tensor<6x9x4xf32>, tensor<9x4xi32>, tensor<9xi64>, tensor<9xi64>) -> tensor<9x1xf32>
func.func @warpctc_3(%0: tensor<6x9x4xf32>, %1: tensor<9x4xi32>, %2: tensor<9xi64>, %3: tensor<9xi64>) -> tensor<9x1xf32> {
  %4 = pd.warpctc %0, %1, %2, %3 {blank = 0 : i64, norm_by_times = false} : (tensor<6x9x4xf32>, tensor<9x4xi32>, tensor<9xi64>, tensor<9xi64>) -> tensor<9x1xf32>
  func.return %4 : tensor<9x1xf32>
}
