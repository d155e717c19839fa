// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @logical_and_0(
// CHECK: pd.logical_and {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xi1>
func.func @logical_and_0(%0: tensor<3x5xf32>, %1: tensor<3x5xf32>) -> tensor<3x5xi1> {
  %2 = pd.logical_and %0, %1 : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xi1>
  func.return %2 : tensor<3x5xi1>
}

// CHECK-LABEL: func.func @logical_and_1(
// CHECK: pd.logical_and {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xi1>
func.func @logical_and_1(%0: tensor<2x3x33xf32>, %1: tensor<33xf32>) -> tensor<2x3x33xi1> {
  %2 = pd.logical_and %0, %1 : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xi1>
  func.return %2 : tensor<2x3x33xi1>
}

// CHECK-LABEL: func.func @logical_and_2(
// CHECK: pd.logical_and {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<f32>, tensor<5xf32>) -> tensor<5xi1>
func.func @logical_and_2(%0: tensor<f32>, %1: tensor<5xf32>) -> tensor<5xi1> {
  %2 = pd.logical_and %0, %1 : (tensor<f32>, tensor<5xf32>) -> tensor<5xi1>
  func.return %2 : tensor<5xi1>
}

// CHECK-LABEL: func.func @logical_and_3(
// CHECK: pd.logical_and {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xi1>
func.func @logical_and_3(%0: tensor<7x1xf32>, %1: tensor<1x8xf32>) -> tensor<7x8xi1> {
  %2 = pd.logical_and %0, %1 : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xi1>
  func.return %2 : tensor<7x8xi1>
}

// CHECK-LABEL: func.func @logical_and_4(
// CHECK: pd.logical_and {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xi1>
func.func @logical_and_4(%0: tensor<4x5xf64>, %1: tensor<5xf64>) -> tensor<4x5xi1> {
  %2 = pd.logical_and %0, %1 : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @logical_and_5(
// CHECK: pd.logical_and {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
func.func @logical_and_5(%0: tensor<4x5xi1>, %1: tensor<5xi1>) -> tensor<4x5xi1> {
  %2 = pd.logical_and %0, %1 : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @logical_and_6(
// CHECK: pd.logical_and {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi1>
func.func @logical_and_6(%0: tensor<4x5xi8>, %1: tensor<5xi8>) -> tensor<4x5xi1> {
  %2 = pd.logical_and %0, %1 : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @logical_and_7(
// CHECK: pd.logical_and {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi1>
func.func @logical_and_7(%0: tensor<4x5xi64>, %1: tensor<5xi64>) -> tensor<4x5xi1> {
  %2 = pd.logical_and %0, %1 : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @logical_or_0(
// CHECK: pd.logical_or {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xi1>
func.func @logical_or_0(%0: tensor<3x5xf32>, %1: tensor<3x5xf32>) -> tensor<3x5xi1> {
  %2 = pd.logical_or %0, %1 : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xi1>
  func.return %2 : tensor<3x5xi1>
}

// CHECK-LABEL: func.func @logical_or_1(
// CHECK: pd.logical_or {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xi1>
func.func @logical_or_1(%0: tensor<2x3x33xf32>, %1: tensor<33xf32>) -> tensor<2x3x33xi1> {
  %2 = pd.logical_or %0, %1 : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xi1>
  func.return %2 : tensor<2x3x33xi1>
}

// CHECK-LABEL: func.func @logical_or_2(
// CHECK: pd.logical_or {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<f32>, tensor<5xf32>) -> tensor<5xi1>
func.func @logical_or_2(%0: tensor<f32>, %1: tensor<5xf32>) -> tensor<5xi1> {
  %2 = pd.logical_or %0, %1 : (tensor<f32>, tensor<5xf32>) -> tensor<5xi1>
  func.return %2 : tensor<5xi1>
}

// CHECK-LABEL: func.func @logical_or_3(
// CHECK: pd.logical_or {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xi1>
func.func @logical_or_3(%0: tensor<7x1xf32>, %1: tensor<1x8xf32>) -> tensor<7x8xi1> {
  %2 = pd.logical_or %0, %1 : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xi1>
  func.return %2 : tensor<7x8xi1>
}

// CHECK-LABEL: func.func @logical_or_4(
// CHECK: pd.logical_or {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xi1>
func.func @logical_or_4(%0: tensor<4x5xf64>, %1: tensor<5xf64>) -> tensor<4x5xi1> {
  %2 = pd.logical_or %0, %1 : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @logical_or_5(
// CHECK: pd.logical_or {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
func.func @logical_or_5(%0: tensor<4x5xi1>, %1: tensor<5xi1>) -> tensor<4x5xi1> {
  %2 = pd.logical_or %0, %1 : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @logical_or_6(
// CHECK: pd.logical_or {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi1>
func.func @logical_or_6(%0: tensor<4x5xi8>, %1: tensor<5xi8>) -> tensor<4x5xi1> {
  %2 = pd.logical_or %0, %1 : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @logical_or_7(
// CHECK: pd.logical_or {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi1>
func.func @logical_or_7(%0: tensor<4x5xi64>, %1: tensor<5xi64>) -> tensor<4x5xi1> {
  %2 = pd.logical_or %0, %1 : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @logical_xor_0(
// CHECK: pd.logical_xor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xi1>
func.func @logical_xor_0(%0: tensor<3x5xf32>, %1: tensor<3x5xf32>) -> tensor<3x5xi1> {
  %2 = pd.logical_xor %0, %1 : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xi1>
  func.return %2 : tensor<3x5xi1>
}

// CHECK-LABEL: func.func @logical_xor_1(
// CHECK: pd.logical_xor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xi1>
func.func @logical_xor_1(%0: tensor<2x3x33xf32>, %1: tensor<33xf32>) -> tensor<2x3x33xi1> {
  %2 = pd.logical_xor %0, %1 : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xi1>
  func.return %2 : tensor<2x3x33xi1>
}

// CHECK-LABEL: func.func @logical_xor_2(
// CHECK: pd.logical_xor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<f32>, tensor<5xf32>) -> tensor<5xi1>
func.func @logical_xor_2(%0: tensor<f32>, %1: tensor<5xf32>) -> tensor<5xi1> {
  %2 = pd.logical_xor %0, %1 : (tensor<f32>, tensor<5xf32>) -> tensor<5xi1>
  func.return %2 : tensor<5xi1>
}

// CHECK-LABEL: func.func @logical_xor_3(
// CHECK: pd.logical_xor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xi1>
func.func @logical_xor_3(%0: tensor<7x1xf32>, %1: tensor<1x8xf32>) -> tensor<7x8xi1> {
  %2 = pd.logical_xor %0, %1 : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xi1>
  func.return %2 : tensor<7x8xi1>
}

// CHECK-LABEL: func.func @logical_xor_4(
// CHECK: pd.logical_xor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xi1>
func.func @logical_xor_4(%0: tensor<4x5xf64>, %1: tensor<5xf64>) -> tensor<4x5xi1> {
  %2 = pd.logical_xor %0, %1 : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @logical_xor_5(
// CHECK: pd.logical_xor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
func.func @logical_xor_5(%0: tensor<4x5xi1>, %1: tensor<5xi1>) -> tensor<4x5xi1> {
  %2 = pd.logical_xor %0, %1 : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @logical_xor_6(
// CHECK: pd.logical_xor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi1>
func.func @logical_xor_6(%0: tensor<4x5xi8>, %1: tensor<5xi8>) -> tensor<4x5xi1> {
  %2 = pd.logical_xor %0, %1 : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @logical_xor_7(
// CHECK: pd.logical_xor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi1>
func.func @logical_xor_7(%0: tensor<4x5xi64>, %1: tensor<5xi64>) -> tensor<4x5xi1> {
  %2 = pd.logical_xor %0, %1 : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @logical_not_0(
// CHECK: pd.logical_not {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xi1>
func.func @logical_not_0(%0: tensor<3x5xf32>) -> tensor<3x5xi1> {
  %1 = pd.logical_not %0 : (tensor<3x5xf32>) -> tensor<3x5xi1>
  func.return %1 : tensor<3x5xi1>
}

// CHECK-LABEL: func.func @logical_not_1(
// CHECK: pd.logical_not {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xi1>
func.func @logical_not_1(%0: tensor<4x32xf32>) -> tensor<4x32xi1> {
  %1 = pd.logical_not %0 : (tensor<4x32xf32>) -> tensor<4x32xi1>
  func.return %1 : tensor<4x32xi1>
}

// CHECK-LABEL: func.func @logical_not_2(
// CHECK: pd.logical_not {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<i1>
func.func @logical_not_2(%0: tensor<f32>) -> tensor<i1> {
  %1 = pd.logical_not %0 : (tensor<f32>) -> tensor<i1>
  func.return %1 : tensor<i1>
}

// CHECK-LABEL: func.func @logical_not_3(
// CHECK: pd.logical_not {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xi1>
func.func @logical_not_3(%0: tensor<3x7xf64>) -> tensor<3x7xi1> {
  %1 = pd.logical_not %0 : (tensor<3x7xf64>) -> tensor<3x7xi1>
  func.return %1 : tensor<3x7xi1>
}

// CHECK-LABEL: func.func @logical_not_4(
// CHECK: pd.logical_not {{%[0-9a-z_]+}} : (tensor<3x7xi1>) -> tensor<3x7xi1>
func.func @logical_not_4(%0: tensor<3x7xi1>) -> tensor<3x7xi1> {
  %1 = pd.logical_not %0 : (tensor<3x7xi1>) -> tensor<3x7xi1>
  func.return %1 : tensor<3x7xi1>
}

// CHECK-LABEL: func.func @logical_not_5(
// CHECK: pd.logical_not {{%[0-9a-z_]+}} : (tensor<3x7xi64>) -> tensor<3x7xi1>
func.func @logical_not_5(%0: tensor<3x7xi64>) -> tensor<3x7xi1> {
  %1 = pd.logical_not %0 : (tensor<3x7xi64>) -> tensor<3x7xi1>
  func.return %1 : tensor<3x7xi1>
}

// CHECK-LABEL: func.func @bitwise_and_0(
// CHECK: pd.bitwise_and {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x5xi64>, tensor<3x5xi64>) -> tensor<3x5xi64>
func.func @bitwise_and_0(%0: tensor<3x5xi64>, %1: tensor<3x5xi64>) -> tensor<3x5xi64> {
  %2 = pd.bitwise_and %0, %1 : (tensor<3x5xi64>, tensor<3x5xi64>) -> tensor<3x5xi64>
  func.return %2 : tensor<3x5xi64>
}

// CHECK-LABEL: func.func @bitwise_and_1(
// CHECK: pd.bitwise_and {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x3x33xi64>, tensor<33xi64>) -> tensor<2x3x33xi64>
func.func @bitwise_and_1(%0: tensor<2x3x33xi64>, %1: tensor<33xi64>) -> tensor<2x3x33xi64> {
  %2 = pd.bitwise_and %0, %1 : (tensor<2x3x33xi64>, tensor<33xi64>) -> tensor<2x3x33xi64>
  func.return %2 : tensor<2x3x33xi64>
}

// CHECK-LABEL: func.func @bitwise_and_2(
// CHECK: pd.bitwise_and {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<i64>, tensor<5xi64>) -> tensor<5xi64>
func.func @bitwise_and_2(%0: tensor<i64>, %1: tensor<5xi64>) -> tensor<5xi64> {
  %2 = pd.bitwise_and %0, %1 : (tensor<i64>, tensor<5xi64>) -> tensor<5xi64>
  func.return %2 : tensor<5xi64>
}

// CHECK-LABEL: func.func @bitwise_and_3(
// CHECK: pd.bitwise_and {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<7x1xi64>, tensor<1x8xi64>) -> tensor<7x8xi64>
func.func @bitwise_and_3(%0: tensor<7x1xi64>, %1: tensor<1x8xi64>) -> tensor<7x8xi64> {
  %2 = pd.bitwise_and %0, %1 : (tensor<7x1xi64>, tensor<1x8xi64>) -> tensor<7x8xi64>
  func.return %2 : tensor<7x8xi64>
}

// CHECK-LABEL: func.func @bitwise_and_4(
// CHECK: pd.bitwise_and {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi8>
func.func @bitwise_and_4(%0: tensor<4x5xi8>, %1: tensor<5xi8>) -> tensor<4x5xi8> {
  %2 = pd.bitwise_and %0, %1 : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi8>
  func.return %2 : tensor<4x5xi8>
}

// CHECK-LABEL: func.func @bitwise_and_5(
// CHECK: pd.bitwise_and {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xui8>, tensor<5xui8>) -> tensor<4x5xui8>
func.func @bitwise_and_5(%0: tensor<4x5xui8>, %1: tensor<5xui8>) -> tensor<4x5xui8> {
  %2 = pd.bitwise_and %0, %1 : (tensor<4x5xui8>, tensor<5xui8>) -> tensor<4x5xui8>
  func.return %2 : tensor<4x5xui8>
}

// CHECK-LABEL: func.func @bitwise_and_6(
// CHECK: pd.bitwise_and {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi16>, tensor<5xi16>) -> tensor<4x5xi16>
func.func @bitwise_and_6(%0: tensor<4x5xi16>, %1: tensor<5xi16>) -> tensor<4x5xi16> {
  %2 = pd.bitwise_and %0, %1 : (tensor<4x5xi16>, tensor<5xi16>) -> tensor<4x5xi16>
  func.return %2 : tensor<4x5xi16>
}

// CHECK-LABEL: func.func @bitwise_and_7(
// CHECK: pd.bitwise_and {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi32>
func.func @bitwise_and_7(%0: tensor<4x5xi32>, %1: tensor<5xi32>) -> tensor<4x5xi32> {
  %2 = pd.bitwise_and %0, %1 : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi32>
  func.return %2 : tensor<4x5xi32>
}

// CHECK-LABEL: func.func @bitwise_and_8(
// CHECK: pd.bitwise_and {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
func.func @bitwise_and_8(%0: tensor<4x5xi1>, %1: tensor<5xi1>) -> tensor<4x5xi1> {
  %2 = pd.bitwise_and %0, %1 : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @bitwise_or_0(
// CHECK: pd.bitwise_or {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x5xi64>, tensor<3x5xi64>) -> tensor<3x5xi64>
func.func @bitwise_or_0(%0: tensor<3x5xi64>, %1: tensor<3x5xi64>) -> tensor<3x5xi64> {
  %2 = pd.bitwise_or %0, %1 : (tensor<3x5xi64>, tensor<3x5xi64>) -> tensor<3x5xi64>
  func.return %2 : tensor<3x5xi64>
}

// CHECK-LABEL: func.func @bitwise_or_1(
// CHECK: pd.bitwise_or {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x3x33xi64>, tensor<33xi64>) -> tensor<2x3x33xi64>
func.func @bitwise_or_1(%0: tensor<2x3x33xi64>, %1: tensor<33xi64>) -> tensor<2x3x33xi64> {
  %2 = pd.bitwise_or %0, %1 : (tensor<2x3x33xi64>, tensor<33xi64>) -> tensor<2x3x33xi64>
  func.return %2 : tensor<2x3x33xi64>
}

// CHECK-LABEL: func.func @bitwise_or_2(
// CHECK: pd.bitwise_or {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<i64>, tensor<5xi64>) -> tensor<5xi64>
func.func @bitwise_or_2(%0: tensor<i64>, %1: tensor<5xi64>) -> tensor<5xi64> {
  %2 = pd.bitwise_or %0, %1 : (tensor<i64>, tensor<5xi64>) -> tensor<5xi64>
  func.return %2 : tensor<5xi64>
}

// CHECK-LABEL: func.func @bitwise_or_3(
// CHECK: pd.bitwise_or {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<7x1xi64>, tensor<1x8xi64>) -> tensor<7x8xi64>
func.func @bitwise_or_3(%0: tensor<7x1xi64>, %1: tensor<1x8xi64>) -> tensor<7x8xi64> {
  %2 = pd.bitwise_or %0, %1 : (tensor<7x1xi64>, tensor<1x8xi64>) -> tensor<7x8xi64>
  func.return %2 : tensor<7x8xi64>
}

// CHECK-LABEL: func.func @bitwise_or_4(
// CHECK: pd.bitwise_or {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi8>
func.func @bitwise_or_4(%0: tensor<4x5xi8>, %1: tensor<5xi8>) -> tensor<4x5xi8> {
  %2 = pd.bitwise_or %0, %1 : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi8>
  func.return %2 : tensor<4x5xi8>
}

// CHECK-LABEL: func.func @bitwise_or_5(
// CHECK: pd.bitwise_or {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xui8>, tensor<5xui8>) -> tensor<4x5xui8>
func.func @bitwise_or_5(%0: tensor<4x5xui8>, %1: tensor<5xui8>) -> tensor<4x5xui8> {
  %2 = pd.bitwise_or %0, %1 : (tensor<4x5xui8>, tensor<5xui8>) -> tensor<4x5xui8>
  func.return %2 : tensor<4x5xui8>
}

// CHECK-LABEL: func.func @bitwise_or_6(
// CHECK: pd.bitwise_or {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi16>, tensor<5xi16>) -> tensor<4x5xi16>
func.func @bitwise_or_6(%0: tensor<4x5xi16>, %1: tensor<5xi16>) -> tensor<4x5xi16> {
  %2 = pd.bitwise_or %0, %1 : (tensor<4x5xi16>, tensor<5xi16>) -> tensor<4x5xi16>
  func.return %2 : tensor<4x5xi16>
}

// CHECK-LABEL: func.func @bitwise_or_7(
// CHECK: pd.bitwise_or {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi32>
func.func @bitwise_or_7(%0: tensor<4x5xi32>, %1: tensor<5xi32>) -> tensor<4x5xi32> {
  %2 = pd.bitwise_or %0, %1 : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi32>
  func.return %2 : tensor<4x5xi32>
}

// CHECK-LABEL: func.func @bitwise_or_8(
// CHECK: pd.bitwise_or {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
func.func @bitwise_or_8(%0: tensor<4x5xi1>, %1: tensor<5xi1>) -> tensor<4x5xi1> {
  %2 = pd.bitwise_or %0, %1 : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @bitwise_xor_0(
// CHECK: pd.bitwise_xor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x5xi64>, tensor<3x5xi64>) -> tensor<3x5xi64>
func.func @bitwise_xor_0(%0: tensor<3x5xi64>, %1: tensor<3x5xi64>) -> tensor<3x5xi64> {
  %2 = pd.bitwise_xor %0, %1 : (tensor<3x5xi64>, tensor<3x5xi64>) -> tensor<3x5xi64>
  func.return %2 : tensor<3x5xi64>
}

// CHECK-LABEL: func.func @bitwise_xor_1(
// CHECK: pd.bitwise_xor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x3x33xi64>, tensor<33xi64>) -> tensor<2x3x33xi64>
func.func @bitwise_xor_1(%0: tensor<2x3x33xi64>, %1: tensor<33xi64>) -> tensor<2x3x33xi64> {
  %2 = pd.bitwise_xor %0, %1 : (tensor<2x3x33xi64>, tensor<33xi64>) -> tensor<2x3x33xi64>
  func.return %2 : tensor<2x3x33xi64>
}

// CHECK-LABEL: func.func @bitwise_xor_2(
// CHECK: pd.bitwise_xor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<i64>, tensor<5xi64>) -> tensor<5xi64>
func.func @bitwise_xor_2(%0: tensor<i64>, %1: tensor<5xi64>) -> tensor<5xi64> {
  %2 = pd.bitwise_xor %0, %1 : (tensor<i64>, tensor<5xi64>) -> tensor<5xi64>
  func.return %2 : tensor<5xi64>
}

// CHECK-LABEL: func.func @bitwise_xor_3(
// CHECK: pd.bitwise_xor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<7x1xi64>, tensor<1x8xi64>) -> tensor<7x8xi64>
func.func @bitwise_xor_3(%0: tensor<7x1xi64>, %1: tensor<1x8xi64>) -> tensor<7x8xi64> {
  %2 = pd.bitwise_xor %0, %1 : (tensor<7x1xi64>, tensor<1x8xi64>) -> tensor<7x8xi64>
  func.return %2 : tensor<7x8xi64>
}

// CHECK-LABEL: func.func @bitwise_xor_4(
// CHECK: pd.bitwise_xor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi8>
func.func @bitwise_xor_4(%0: tensor<4x5xi8>, %1: tensor<5xi8>) -> tensor<4x5xi8> {
  %2 = pd.bitwise_xor %0, %1 : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi8>
  func.return %2 : tensor<4x5xi8>
}

// CHECK-LABEL: func.func @bitwise_xor_5(
// CHECK: pd.bitwise_xor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xui8>, tensor<5xui8>) -> tensor<4x5xui8>
func.func @bitwise_xor_5(%0: tensor<4x5xui8>, %1: tensor<5xui8>) -> tensor<4x5xui8> {
  %2 = pd.bitwise_xor %0, %1 : (tensor<4x5xui8>, tensor<5xui8>) -> tensor<4x5xui8>
  func.return %2 : tensor<4x5xui8>
}

// CHECK-LABEL: func.func @bitwise_xor_6(
// CHECK: pd.bitwise_xor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi16>, tensor<5xi16>) -> tensor<4x5xi16>
func.func @bitwise_xor_6(%0: tensor<4x5xi16>, %1: tensor<5xi16>) -> tensor<4x5xi16> {
  %2 = pd.bitwise_xor %0, %1 : (tensor<4x5xi16>, tensor<5xi16>) -> tensor<4x5xi16>
  func.return %2 : tensor<4x5xi16>
}

// CHECK-LABEL: func.func @bitwise_xor_7(
// CHECK: pd.bitwise_xor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi32>
func.func @bitwise_xor_7(%0: tensor<4x5xi32>, %1: tensor<5xi32>) -> tensor<4x5xi32> {
  %2 = pd.bitwise_xor %0, %1 : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi32>
  func.return %2 : tensor<4x5xi32>
}

// CHECK-LABEL: func.func @bitwise_xor_8(
// CHECK: pd.bitwise_xor {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
func.func @bitwise_xor_8(%0: tensor<4x5xi1>, %1: tensor<5xi1>) -> tensor<4x5xi1> {
  %2 = pd.bitwise_xor %0, %1 : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @bitwise_not_0(
// CHECK: pd.bitwise_not {{%[0-9a-z_]+}} : (tensor<3x5xi64>) -> tensor<3x5xi64>
func.func @bitwise_not_0(%0: tensor<3x5xi64>) -> tensor<3x5xi64> {
  %1 = pd.bitwise_not %0 : (tensor<3x5xi64>) -> tensor<3x5xi64>
  func.return %1 : tensor<3x5xi64>
}

// CHECK-LABEL: func.func @bitwise_not_1(
// CHECK: pd.bitwise_not {{%[0-9a-z_]+}} : (tensor<4x32xi64>) -> tensor<4x32xi64>
func.func @bitwise_not_1(%0: tensor<4x32xi64>) -> tensor<4x32xi64> {
  %1 = pd.bitwise_not %0 : (tensor<4x32xi64>) -> tensor<4x32xi64>
  func.return %1 : tensor<4x32xi64>
}

// CHECK-LABEL: func.func @bitwise_not_2(
// CHECK: pd.bitwise_not {{%[0-9a-z_]+}} : (tensor<i64>) -> tensor<i64>
func.func @bitwise_not_2(%0: tensor<i64>) -> tensor<i64> {
  %1 = pd.bitwise_not %0 : (tensor<i64>) -> tensor<i64>
  func.return %1 : tensor<i64>
}

// CHECK-LABEL: func.func @bitwise_not_3(
// CHECK: pd.bitwise_not {{%[0-9a-z_]+}} : (tensor<3x7xi8>) -> tensor<3x7xi8>
func.func @bitwise_not_3(%0: tensor<3x7xi8>) -> tensor<3x7xi8> {
  %1 = pd.bitwise_not %0 : (tensor<3x7xi8>) -> tensor<3x7xi8>
  func.return %1 : tensor<3x7xi8>
}

// CHECK-LABEL: func.func @bitwise_not_4(
// CHECK: pd.bitwise_not {{%[0-9a-z_]+}} : (tensor<3x7xui8>) -> tensor<3x7xui8>
func.func @bitwise_not_4(%0: tensor<3x7xui8>) -> tensor<3x7xui8> {
  %1 = pd.bitwise_not %0 : (tensor<3x7xui8>) -> tensor<3x7xui8>
  func.return %1 : tensor<3x7xui8>
}

// CHECK-LABEL: func.func @bitwise_not_5(
// CHECK: pd.bitwise_not {{%[0-9a-z_]+}} : (tensor<3x7xi16>) -> tensor<3x7xi16>
func.func @bitwise_not_5(%0: tensor<3x7xi16>) -> tensor<3x7xi16> {
  %1 = pd.bitwise_not %0 : (tensor<3x7xi16>) -> tensor<3x7xi16>
  func.return %1 : tensor<3x7xi16>
}

// CHECK-LABEL: func.func @bitwise_not_6(
// CHECK: pd.bitwise_not {{%[0-9a-z_]+}} : (tensor<3x7xi32>) -> tensor<3x7xi32>
func.func @bitwise_not_6(%0: tensor<3x7xi32>) -> tensor<3x7xi32> {
  %1 = pd.bitwise_not %0 : (tensor<3x7xi32>) -> tensor<3x7xi32>
  func.return %1 : tensor<3x7xi32>
}

// CHECK-LABEL: func.func @bitwise_not_7(
// CHECK: pd.bitwise_not {{%[0-9a-z_]+}} : (tensor<3x7xi1>) -> tensor<3x7xi1>
func.func @bitwise_not_7(%0: tensor<3x7xi1>) -> tensor<3x7xi1> {
  %1 = pd.bitwise_not %0 : (tensor<3x7xi1>) -> tensor<3x7xi1>
  func.return %1 : tensor<3x7xi1>
}

// CHECK-LABEL: func.func @bitwise_left_shift_0(
// CHECK: pd.bitwise_left_shift {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_arithmetic = true} : (tensor<3x17xi64>, tensor<17xi64>) -> tensor<3x17xi64>
func.func @bitwise_left_shift_0(%0: tensor<3x17xi64>, %1: tensor<17xi64>) -> tensor<3x17xi64> {
  %2 = pd.bitwise_left_shift %0, %1 {is_arithmetic = true} : (tensor<3x17xi64>, tensor<17xi64>) -> tensor<3x17xi64>
  func.return %2 : tensor<3x17xi64>
}

// CHECK-LABEL: func.func @bitwise_left_shift_1(
// CHECK: pd.bitwise_left_shift {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_arithmetic = false} : (tensor<3x17xi64>, tensor<17xi64>) -> tensor<3x17xi64>
func.func @bitwise_left_shift_1(%0: tensor<3x17xi64>, %1: tensor<17xi64>) -> tensor<3x17xi64> {
  %2 = pd.bitwise_left_shift %0, %1 {is_arithmetic = false} : (tensor<3x17xi64>, tensor<17xi64>) -> tensor<3x17xi64>
  func.return %2 : tensor<3x17xi64>
}

// CHECK-LABEL: func.func @bitwise_left_shift_2(
// CHECK: pd.bitwise_left_shift {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_arithmetic = true} : (tensor<3x17xi8>, tensor<17xi8>) -> tensor<3x17xi8>
func.func @bitwise_left_shift_2(%0: tensor<3x17xi8>, %1: tensor<17xi8>) -> tensor<3x17xi8> {
  %2 = pd.bitwise_left_shift %0, %1 {is_arithmetic = true} : (tensor<3x17xi8>, tensor<17xi8>) -> tensor<3x17xi8>
  func.return %2 : tensor<3x17xi8>
}

// CHECK-LABEL: func.func @bitwise_left_shift_3(
// CHECK: pd.bitwise_left_shift {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_arithmetic = false} : (tensor<3x17xi8>, tensor<17xi8>) -> tensor<3x17xi8>
func.func @bitwise_left_shift_3(%0: tensor<3x17xi8>, %1: tensor<17xi8>) -> tensor<3x17xi8> {
  %2 = pd.bitwise_left_shift %0, %1 {is_arithmetic = false} : (tensor<3x17xi8>, tensor<17xi8>) -> tensor<3x17xi8>
  func.return %2 : tensor<3x17xi8>
}

// CHECK-LABEL: func.func @bitwise_left_shift_4(
// CHECK: pd.bitwise_left_shift {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_arithmetic = true} : (tensor<3x17xui8>, tensor<17xui8>) -> tensor<3x17xui8>
func.func @bitwise_left_shift_4(%0: tensor<3x17xui8>, %1: tensor<17xui8>) -> tensor<3x17xui8> {
  %2 = pd.bitwise_left_shift %0, %1 {is_arithmetic = true} : (tensor<3x17xui8>, tensor<17xui8>) -> tensor<3x17xui8>
  func.return %2 : tensor<3x17xui8>
}

// CHECK-LABEL: func.func @bitwise_left_shift_5(
// CHECK: pd.bitwise_left_shift {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_arithmetic = false} : (tensor<3x17xui8>, tensor<17xui8>) -> tensor<3x17xui8>
func.func @bitwise_left_shift_5(%0: tensor<3x17xui8>, %1: tensor<17xui8>) -> tensor<3x17xui8> {
  %2 = pd.bitwise_left_shift %0, %1 {is_arithmetic = false} : (tensor<3x17xui8>, tensor<17xui8>) -> tensor<3x17xui8>
  func.return %2 : tensor<3x17xui8>
}

// CHECK-LABEL: func.func @bitwise_left_shift_6(
// CHECK: pd.bitwise_left_shift {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_arithmetic = true} : (tensor<3x17xi16>, tensor<17xi16>) -> tensor<3x17xi16>
func.func @bitwise_left_shift_6(%0: tensor<3x17xi16>, %1: tensor<17xi16>) -> tensor<3x17xi16> {
  %2 = pd.bitwise_left_shift %0, %1 {is_arithmetic = true} : (tensor<3x17xi16>, tensor<17xi16>) -> tensor<3x17xi16>
  func.return %2 : tensor<3x17xi16>
}

// CHECK-LABEL: func.func @bitwise_left_shift_7(
// CHECK: pd.bitwise_left_shift {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_arithmetic = false} : (tensor<3x17xi16>, tensor<17xi16>) -> tensor<3x17xi16>
func.func @bitwise_left_shift_7(%0: tensor<3x17xi16>, %1: tensor<17xi16>) -> tensor<3x17xi16> {
  %2 = pd.bitwise_left_shift %0, %1 {is_arithmetic = false} : (tensor<3x17xi16>, tensor<17xi16>) -> tensor<3x17xi16>
  func.return %2 : tensor<3x17xi16>
}

// CHECK-LABEL: func.func @bitwise_left_shift_8(
// CHECK: pd.bitwise_left_shift {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_arithmetic = true} : (tensor<3x17xi32>, tensor<17xi32>) -> tensor<3x17xi32>
func.func @bitwise_left_shift_8(%0: tensor<3x17xi32>, %1: tensor<17xi32>) -> tensor<3x17xi32> {
  %2 = pd.bitwise_left_shift %0, %1 {is_arithmetic = true} : (tensor<3x17xi32>, tensor<17xi32>) -> tensor<3x17xi32>
  func.return %2 : tensor<3x17xi32>
}

// CHECK-LABEL: func.func @bitwise_left_shift_9(
// CHECK: pd.bitwise_left_shift {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_arithmetic = false} : (tensor<3x17xi32>, tensor<17xi32>) -> tensor<3x17xi32>
func.func @bitwise_left_shift_9(%0: tensor<3x17xi32>, %1: tensor<17xi32>) -> tensor<3x17xi32> {
  %2 = pd.bitwise_left_shift %0, %1 {is_arithmetic = false} : (tensor<3x17xi32>, tensor<17xi32>) -> tensor<3x17xi32>
  func.return %2 : tensor<3x17xi32>
}

// CHECK-LABEL: func.func @bitwise_right_shift_0(
// CHECK: pd.bitwise_right_shift {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_arithmetic = true} : (tensor<3x17xi64>, tensor<17xi64>) -> tensor<3x17xi64>
func.func @bitwise_right_shift_0(%0: tensor<3x17xi64>, %1: tensor<17xi64>) -> tensor<3x17xi64> {
  %2 = pd.bitwise_right_shift %0, %1 {is_arithmetic = true} : (tensor<3x17xi64>, tensor<17xi64>) -> tensor<3x17xi64>
  func.return %2 : tensor<3x17xi64>
}

// CHECK-LABEL: func.func @bitwise_right_shift_1(
// CHECK: pd.bitwise_right_shift {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_arithmetic = false} : (tensor<3x17xi64>, tensor<17xi64>) -> tensor<3x17xi64>
func.func @bitwise_right_shift_1(%0: tensor<3x17xi64>, %1: tensor<17xi64>) -> tensor<3x17xi64> {
  %2 = pd.bitwise_right_shift %0, %1 {is_arithmetic = false} : (tensor<3x17xi64>, tensor<17xi64>) -> tensor<3x17xi64>
  func.return %2 : tensor<3x17xi64>
}

// CHECK-LABEL: func.func @bitwise_right_shift_2(
// CHECK: pd.bitwise_right_shift {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_arithmetic = true} : (tensor<3x17xi8>, tensor<17xi8>) -> tensor<3x17xi8>
func.func @bitwise_right_shift_2(%0: tensor<3x17xi8>, %1: tensor<17xi8>) -> tensor<3x17xi8> {
  %2 = pd.bitwise_right_shift %0, %1 {is_arithmetic = true} : (tensor<3x17xi8>, tensor<17xi8>) -> tensor<3x17xi8>
  func.return %2 : tensor<3x17xi8>
}

// CHECK-LABEL: func.func @bitwise_right_shift_3(
// CHECK: pd.bitwise_right_shift {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_arithmetic = false} : (tensor<3x17xi8>, tensor<17xi8>) -> tensor<3x17xi8>
func.func @bitwise_right_shift_3(%0: tensor<3x17xi8>, %1: tensor<17xi8>) -> tensor<3x17xi8> {
  %2 = pd.bitwise_right_shift %0, %1 {is_arithmetic = false} : (tensor<3x17xi8>, tensor<17xi8>) -> tensor<3x17xi8>
  func.return %2 : tensor<3x17xi8>
}

// CHECK-LABEL: func.func @bitwise_right_shift_4(
// CHECK: pd.bitwise_right_shift {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_arithmetic = true} : (tensor<3x17xui8>, tensor<17xui8>) -> tensor<3x17xui8>
func.func @bitwise_right_shift_4(%0: tensor<3x17xui8>, %1: tensor<17xui8>) -> tensor<3x17xui8> {
  %2 = pd.bitwise_right_shift %0, %1 {is_arithmetic = true} : (tensor<3x17xui8>, tensor<17xui8>) -> tensor<3x17xui8>
  func.return %2 : tensor<3x17xui8>
}

// CHECK-LABEL: func.func @bitwise_right_shift_5(
// CHECK: pd.bitwise_right_shift {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_arithmetic = false} : (tensor<3x17xui8>, tensor<17xui8>) -> tensor<3x17xui8>
func.func @bitwise_right_shift_5(%0: tensor<3x17xui8>, %1: tensor<17xui8>) -> tensor<3x17xui8> {
  %2 = pd.bitwise_right_shift %0, %1 {is_arithmetic = false} : (tensor<3x17xui8>, tensor<17xui8>) -> tensor<3x17xui8>
  func.return %2 : tensor<3x17xui8>
}

// CHECK-LABEL: func.func @bitwise_right_shift_6(
// CHECK: pd.bitwise_right_shift {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_arithmetic = true} : (tensor<3x17xi16>, tensor<17xi16>) -> tensor<3x17xi16>
func.func @bitwise_right_shift_6(%0: tensor<3x17xi16>, %1: tensor<17xi16>) -> tensor<3x17xi16> {
  %2 = pd.bitwise_right_shift %0, %1 {is_arithmetic = true} : (tensor<3x17xi16>, tensor<17xi16>) -> tensor<3x17xi16>
  func.return %2 : tensor<3x17xi16>
}

// CHECK-LABEL: func.func @bitwise_right_shift_7(
// CHECK: pd.bitwise_right_shift {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_arithmetic = false} : (tensor<3x17xi16>, tensor<17xi16>) -> tensor<3x17xi16>
func.func @bitwise_right_shift_7(%0: tensor<3x17xi16>, %1: tensor<17xi16>) -> tensor<3x17xi16> {
  %2 = pd.bitwise_right_shift %0, %1 {is_arithmetic = false} : (tensor<3x17xi16>, tensor<17xi16>) -> tensor<3x17xi16>
  func.return %2 : tensor<3x17xi16>
}

// CHECK-LABEL: func.func @bitwise_right_shift_8(
// CHECK: pd.bitwise_right_shift {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_arithmetic = true} : (tensor<3x17xi32>, tensor<17xi32>) -> tensor<3x17xi32>
func.func @bitwise_right_shift_8(%0: tensor<3x17xi32>, %1: tensor<17xi32>) -> tensor<3x17xi32> {
  %2 = pd.bitwise_right_shift %0, %1 {is_arithmetic = true} : (tensor<3x17xi32>, tensor<17xi32>) -> tensor<3x17xi32>
  func.return %2 : tensor<3x17xi32>
}

// CHECK-LABEL: func.func @bitwise_right_shift_9(
// CHECK: pd.bitwise_right_shift {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {is_arithmetic = false} : (tensor<3x17xi32>, tensor<17xi32>) -> tensor<3x17xi32>
func.func @bitwise_right_shift_9(%0: tensor<3x17xi32>, %1: tensor<17xi32>) -> tensor<3x17xi32> {
  %2 = pd.bitwise_right_shift %0, %1 {is_arithmetic = false} : (tensor<3x17xi32>, tensor<17xi32>) -> tensor<3x17xi32>
  func.return %2 : tensor<3x17xi32>
}
