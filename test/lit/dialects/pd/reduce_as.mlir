// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @reduce_as_0(
// CHECK: pd.reduce_as {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x5x33xf32>, tensor<5x33xf32>) -> tensor<5x33xf32>
func.func @reduce_as_0(%0: tensor<2x5x33xf32>, %1: tensor<5x33xf32>) -> tensor<5x33xf32> {
  %2 = pd.reduce_as %0, %1 : (tensor<2x5x33xf32>, tensor<5x33xf32>) -> tensor<5x33xf32>
  func.return %2 : tensor<5x33xf32>
}

// CHECK-LABEL: func.func @reduce_as_1(
// CHECK: pd.reduce_as {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x5x33xf32>, tensor<5x1xf32>) -> tensor<5x1xf32>
func.func @reduce_as_1(%0: tensor<2x5x33xf32>, %1: tensor<5x1xf32>) -> tensor<5x1xf32> {
  %2 = pd.reduce_as %0, %1 : (tensor<2x5x33xf32>, tensor<5x1xf32>) -> tensor<5x1xf32>
  func.return %2 : tensor<5x1xf32>
}

// CHECK-LABEL: func.func @reduce_as_2(
// CHECK: pd.reduce_as {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x5xf32>, tensor<2x5xf32>) -> tensor<2x5xf32>
func.func @reduce_as_2(%0: tensor<2x5xf32>, %1: tensor<2x5xf32>) -> tensor<2x5xf32> {
  %2 = pd.reduce_as %0, %1 : (tensor<2x5xf32>, tensor<2x5xf32>) -> tensor<2x5xf32>
  func.return %2 : tensor<2x5xf32>
}
