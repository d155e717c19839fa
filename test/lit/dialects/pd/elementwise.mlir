// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @add_0(
// CHECK: pd.add {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @add_0(%0: tensor<3x5xf32>, %1: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %2 = pd.add %0, %1 : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %2 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @add_1(
// CHECK: pd.add {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xf32>
func.func @add_1(%0: tensor<2x3x33xf32>, %1: tensor<33xf32>) -> tensor<2x3x33xf32> {
  %2 = pd.add %0, %1 : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xf32>
  func.return %2 : tensor<2x3x33xf32>
}

// CHECK-LABEL: func.func @add_2(
// CHECK: pd.add {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<f32>, tensor<5xf32>) -> tensor<5xf32>
func.func @add_2(%0: tensor<f32>, %1: tensor<5xf32>) -> tensor<5xf32> {
  %2 = pd.add %0, %1 : (tensor<f32>, tensor<5xf32>) -> tensor<5xf32>
  func.return %2 : tensor<5xf32>
}

// CHECK-LABEL: func.func @add_3(
// CHECK: pd.add {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xf32>
func.func @add_3(%0: tensor<7x1xf32>, %1: tensor<1x8xf32>) -> tensor<7x8xf32> {
  %2 = pd.add %0, %1 : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xf32>
  func.return %2 : tensor<7x8xf32>
}

// CHECK-LABEL: func.func @add_4(
// CHECK: pd.add {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xf64>
func.func @add_4(%0: tensor<4x5xf64>, %1: tensor<5xf64>) -> tensor<4x5xf64> {
  %2 = pd.add %0, %1 : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xf64>
  func.return %2 : tensor<4x5xf64>
}

// CHECK-LABEL: func.func @add_5(
// CHECK: pd.add {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xbf16>, tensor<5xbf16>) -> tensor<4x5xbf16>
func.func @add_5(%0: tensor<4x5xbf16>, %1: tensor<5xbf16>) -> tensor<4x5xbf16> {
  %2 = pd.add %0, %1 : (tensor<4x5xbf16>, tensor<5xbf16>) -> tensor<4x5xbf16>
  func.return %2 : tensor<4x5xbf16>
}

// CHECK-LABEL: func.func @add_6(
// CHECK: pd.add {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi32>
func.func @add_6(%0: tensor<4x5xi32>, %1: tensor<5xi32>) -> tensor<4x5xi32> {
  %2 = pd.add %0, %1 : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi32>
  func.return %2 : tensor<4x5xi32>
}

// CHECK-LABEL: func.func @add_7(
// CHECK: pd.add {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi64>
func.func @add_7(%0: tensor<4x5xi64>, %1: tensor<5xi64>) -> tensor<4x5xi64> {
  %2 = pd.add %0, %1 : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi64>
  func.return %2 : tensor<4x5xi64>
}

// CHECK-LABEL: func.func @add_8(
// CHECK: pd.add {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi8>
func.func @add_8(%0: tensor<4x5xi8>, %1: tensor<5xi8>) -> tensor<4x5xi8> {
  %2 = pd.add %0, %1 : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi8>
  func.return %2 : tensor<4x5xi8>
}

// CHECK-LABEL: func.func @add_9(
// CHECK: pd.add {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xui8>, tensor<5xui8>) -> tensor<4x5xui8>
func.func @add_9(%0: tensor<4x5xui8>, %1: tensor<5xui8>) -> tensor<4x5xui8> {
  %2 = pd.add %0, %1 : (tensor<4x5xui8>, tensor<5xui8>) -> tensor<4x5xui8>
  func.return %2 : tensor<4x5xui8>
}

// CHECK-LABEL: func.func @add_10(
// CHECK: pd.add {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi16>, tensor<5xi16>) -> tensor<4x5xi16>
func.func @add_10(%0: tensor<4x5xi16>, %1: tensor<5xi16>) -> tensor<4x5xi16> {
  %2 = pd.add %0, %1 : (tensor<4x5xi16>, tensor<5xi16>) -> tensor<4x5xi16>
  func.return %2 : tensor<4x5xi16>
}

// CHECK-LABEL: func.func @add_11(
// CHECK: pd.add {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
func.func @add_11(%0: tensor<4x5xi1>, %1: tensor<5xi1>) -> tensor<4x5xi1> {
  %2 = pd.add %0, %1 : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @subtract_0(
// CHECK: pd.subtract {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @subtract_0(%0: tensor<3x5xf32>, %1: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %2 = pd.subtract %0, %1 : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %2 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @subtract_1(
// CHECK: pd.subtract {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xf32>
func.func @subtract_1(%0: tensor<2x3x33xf32>, %1: tensor<33xf32>) -> tensor<2x3x33xf32> {
  %2 = pd.subtract %0, %1 : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xf32>
  func.return %2 : tensor<2x3x33xf32>
}

// CHECK-LABEL: func.func @subtract_2(
// CHECK: pd.subtract {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<f32>, tensor<5xf32>) -> tensor<5xf32>
func.func @subtract_2(%0: tensor<f32>, %1: tensor<5xf32>) -> tensor<5xf32> {
  %2 = pd.subtract %0, %1 : (tensor<f32>, tensor<5xf32>) -> tensor<5xf32>
  func.return %2 : tensor<5xf32>
}

// CHECK-LABEL: func.func @subtract_3(
// CHECK: pd.subtract {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xf32>
func.func @subtract_3(%0: tensor<7x1xf32>, %1: tensor<1x8xf32>) -> tensor<7x8xf32> {
  %2 = pd.subtract %0, %1 : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xf32>
  func.return %2 : tensor<7x8xf32>
}

// CHECK-LABEL: func.func @subtract_4(
// CHECK: pd.subtract {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xf64>
func.func @subtract_4(%0: tensor<4x5xf64>, %1: tensor<5xf64>) -> tensor<4x5xf64> {
  %2 = pd.subtract %0, %1 : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xf64>
  func.return %2 : tensor<4x5xf64>
}

// CHECK-LABEL: func.func @subtract_5(
// CHECK: pd.subtract {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xbf16>, tensor<5xbf16>) -> tensor<4x5xbf16>
func.func @subtract_5(%0: tensor<4x5xbf16>, %1: tensor<5xbf16>) -> tensor<4x5xbf16> {
  %2 = pd.subtract %0, %1 : (tensor<4x5xbf16>, tensor<5xbf16>) -> tensor<4x5xbf16>
  func.return %2 : tensor<4x5xbf16>
}

// CHECK-LABEL: func.func @subtract_6(
// CHECK: pd.subtract {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi32>
func.func @subtract_6(%0: tensor<4x5xi32>, %1: tensor<5xi32>) -> tensor<4x5xi32> {
  %2 = pd.subtract %0, %1 : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi32>
  func.return %2 : tensor<4x5xi32>
}

// CHECK-LABEL: func.func @subtract_7(
// CHECK: pd.subtract {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi64>
func.func @subtract_7(%0: tensor<4x5xi64>, %1: tensor<5xi64>) -> tensor<4x5xi64> {
  %2 = pd.subtract %0, %1 : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi64>
  func.return %2 : tensor<4x5xi64>
}

// CHECK-LABEL: func.func @subtract_8(
// CHECK: pd.subtract {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi16>, tensor<5xi16>) -> tensor<4x5xi16>
func.func @subtract_8(%0: tensor<4x5xi16>, %1: tensor<5xi16>) -> tensor<4x5xi16> {
  %2 = pd.subtract %0, %1 : (tensor<4x5xi16>, tensor<5xi16>) -> tensor<4x5xi16>
  func.return %2 : tensor<4x5xi16>
}

// CHECK-LABEL: func.func @multiply_0(
// CHECK: pd.multiply {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @multiply_0(%0: tensor<3x5xf32>, %1: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %2 = pd.multiply %0, %1 : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %2 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @multiply_1(
// CHECK: pd.multiply {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xf32>
func.func @multiply_1(%0: tensor<2x3x33xf32>, %1: tensor<33xf32>) -> tensor<2x3x33xf32> {
  %2 = pd.multiply %0, %1 : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xf32>
  func.return %2 : tensor<2x3x33xf32>
}

// CHECK-LABEL: func.func @multiply_2(
// CHECK: pd.multiply {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<f32>, tensor<5xf32>) -> tensor<5xf32>
func.func @multiply_2(%0: tensor<f32>, %1: tensor<5xf32>) -> tensor<5xf32> {
  %2 = pd.multiply %0, %1 : (tensor<f32>, tensor<5xf32>) -> tensor<5xf32>
  func.return %2 : tensor<5xf32>
}

// CHECK-LABEL: func.func @multiply_3(
// CHECK: pd.multiply {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xf32>
func.func @multiply_3(%0: tensor<7x1xf32>, %1: tensor<1x8xf32>) -> tensor<7x8xf32> {
  %2 = pd.multiply %0, %1 : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xf32>
  func.return %2 : tensor<7x8xf32>
}

// CHECK-LABEL: func.func @multiply_4(
// CHECK: pd.multiply {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xf64>
func.func @multiply_4(%0: tensor<4x5xf64>, %1: tensor<5xf64>) -> tensor<4x5xf64> {
  %2 = pd.multiply %0, %1 : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xf64>
  func.return %2 : tensor<4x5xf64>
}

// CHECK-LABEL: func.func @multiply_5(
// CHECK: pd.multiply {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xbf16>, tensor<5xbf16>) -> tensor<4x5xbf16>
func.func @multiply_5(%0: tensor<4x5xbf16>, %1: tensor<5xbf16>) -> tensor<4x5xbf16> {
  %2 = pd.multiply %0, %1 : (tensor<4x5xbf16>, tensor<5xbf16>) -> tensor<4x5xbf16>
  func.return %2 : tensor<4x5xbf16>
}

// CHECK-LABEL: func.func @multiply_6(
// CHECK: pd.multiply {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi32>
func.func @multiply_6(%0: tensor<4x5xi32>, %1: tensor<5xi32>) -> tensor<4x5xi32> {
  %2 = pd.multiply %0, %1 : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi32>
  func.return %2 : tensor<4x5xi32>
}

// CHECK-LABEL: func.func @multiply_7(
// CHECK: pd.multiply {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi64>
func.func @multiply_7(%0: tensor<4x5xi64>, %1: tensor<5xi64>) -> tensor<4x5xi64> {
  %2 = pd.multiply %0, %1 : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi64>
  func.return %2 : tensor<4x5xi64>
}

// CHECK-LABEL: func.func @multiply_8(
// CHECK: pd.multiply {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
func.func @multiply_8(%0: tensor<4x5xi1>, %1: tensor<5xi1>) -> tensor<4x5xi1> {
  %2 = pd.multiply %0, %1 : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @divide_0(
// CHECK: pd.divide {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @divide_0(%0: tensor<3x5xf32>, %1: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %2 = pd.divide %0, %1 : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %2 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @divide_1(
// CHECK: pd.divide {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xf32>
func.func @divide_1(%0: tensor<2x3x33xf32>, %1: tensor<33xf32>) -> tensor<2x3x33xf32> {
  %2 = pd.divide %0, %1 : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xf32>
  func.return %2 : tensor<2x3x33xf32>
}

// CHECK-LABEL: func.func @divide_2(
// CHECK: pd.divide {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<f32>, tensor<5xf32>) -> tensor<5xf32>
func.func @divide_2(%0: tensor<f32>, %1: tensor<5xf32>) -> tensor<5xf32> {
  %2 = pd.divide %0, %1 : (tensor<f32>, tensor<5xf32>) -> tensor<5xf32>
  func.return %2 : tensor<5xf32>
}

// CHECK-LABEL: func.func @divide_3(
// CHECK: pd.divide {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xf32>
func.func @divide_3(%0: tensor<7x1xf32>, %1: tensor<1x8xf32>) -> tensor<7x8xf32> {
  %2 = pd.divide %0, %1 : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xf32>
  func.return %2 : tensor<7x8xf32>
}

// CHECK-LABEL: func.func @divide_4(
// CHECK: pd.divide {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xf64>
func.func @divide_4(%0: tensor<4x5xf64>, %1: tensor<5xf64>) -> tensor<4x5xf64> {
  %2 = pd.divide %0, %1 : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xf64>
  func.return %2 : tensor<4x5xf64>
}

// CHECK-LABEL: func.func @maximum_0(
// CHECK: pd.maximum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @maximum_0(%0: tensor<3x5xf32>, %1: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %2 = pd.maximum %0, %1 : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %2 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @maximum_1(
// CHECK: pd.maximum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xf32>
func.func @maximum_1(%0: tensor<2x3x33xf32>, %1: tensor<33xf32>) -> tensor<2x3x33xf32> {
  %2 = pd.maximum %0, %1 : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xf32>
  func.return %2 : tensor<2x3x33xf32>
}

// CHECK-LABEL: func.func @maximum_2(
// CHECK: pd.maximum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<f32>, tensor<5xf32>) -> tensor<5xf32>
func.func @maximum_2(%0: tensor<f32>, %1: tensor<5xf32>) -> tensor<5xf32> {
  %2 = pd.maximum %0, %1 : (tensor<f32>, tensor<5xf32>) -> tensor<5xf32>
  func.return %2 : tensor<5xf32>
}

// CHECK-LABEL: func.func @maximum_3(
// CHECK: pd.maximum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xf32>
func.func @maximum_3(%0: tensor<7x1xf32>, %1: tensor<1x8xf32>) -> tensor<7x8xf32> {
  %2 = pd.maximum %0, %1 : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xf32>
  func.return %2 : tensor<7x8xf32>
}

// CHECK-LABEL: func.func @maximum_4(
// CHECK: pd.maximum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xf64>
func.func @maximum_4(%0: tensor<4x5xf64>, %1: tensor<5xf64>) -> tensor<4x5xf64> {
  %2 = pd.maximum %0, %1 : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xf64>
  func.return %2 : tensor<4x5xf64>
}

// CHECK-LABEL: func.func @maximum_5(
// CHECK: pd.maximum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xbf16>, tensor<5xbf16>) -> tensor<4x5xbf16>
func.func @maximum_5(%0: tensor<4x5xbf16>, %1: tensor<5xbf16>) -> tensor<4x5xbf16> {
  %2 = pd.maximum %0, %1 : (tensor<4x5xbf16>, tensor<5xbf16>) -> tensor<4x5xbf16>
  func.return %2 : tensor<4x5xbf16>
}

// CHECK-LABEL: func.func @maximum_6(
// CHECK: pd.maximum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi32>
func.func @maximum_6(%0: tensor<4x5xi32>, %1: tensor<5xi32>) -> tensor<4x5xi32> {
  %2 = pd.maximum %0, %1 : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi32>
  func.return %2 : tensor<4x5xi32>
}

// CHECK-LABEL: func.func @maximum_7(
// CHECK: pd.maximum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi64>
func.func @maximum_7(%0: tensor<4x5xi64>, %1: tensor<5xi64>) -> tensor<4x5xi64> {
  %2 = pd.maximum %0, %1 : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi64>
  func.return %2 : tensor<4x5xi64>
}

// CHECK-LABEL: func.func @minimum_0(
// CHECK: pd.minimum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @minimum_0(%0: tensor<3x5xf32>, %1: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %2 = pd.minimum %0, %1 : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %2 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @minimum_1(
// CHECK: pd.minimum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xf32>
func.func @minimum_1(%0: tensor<2x3x33xf32>, %1: tensor<33xf32>) -> tensor<2x3x33xf32> {
  %2 = pd.minimum %0, %1 : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xf32>
  func.return %2 : tensor<2x3x33xf32>
}

// CHECK-LABEL: func.func @minimum_2(
// CHECK: pd.minimum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<f32>, tensor<5xf32>) -> tensor<5xf32>
func.func @minimum_2(%0: tensor<f32>, %1: tensor<5xf32>) -> tensor<5xf32> {
  %2 = pd.minimum %0, %1 : (tensor<f32>, tensor<5xf32>) -> tensor<5xf32>
  func.return %2 : tensor<5xf32>
}

// CHECK-LABEL: func.func @minimum_3(
// CHECK: pd.minimum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xf32>
func.func @minimum_3(%0: tensor<7x1xf32>, %1: tensor<1x8xf32>) -> tensor<7x8xf32> {
  %2 = pd.minimum %0, %1 : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xf32>
  func.return %2 : tensor<7x8xf32>
}

// CHECK-LABEL: func.func @minimum_4(
// CHECK: pd.minimum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xf64>
func.func @minimum_4(%0: tensor<4x5xf64>, %1: tensor<5xf64>) -> tensor<4x5xf64> {
  %2 = pd.minimum %0, %1 : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xf64>
  func.return %2 : tensor<4x5xf64>
}

// CHECK-LABEL: func.func @minimum_5(
// CHECK: pd.minimum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xbf16>, tensor<5xbf16>) -> tensor<4x5xbf16>
func.func @minimum_5(%0: tensor<4x5xbf16>, %1: tensor<5xbf16>) -> tensor<4x5xbf16> {
  %2 = pd.minimum %0, %1 : (tensor<4x5xbf16>, tensor<5xbf16>) -> tensor<4x5xbf16>
  func.return %2 : tensor<4x5xbf16>
}

// CHECK-LABEL: func.func @minimum_6(
// CHECK: pd.minimum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi32>
func.func @minimum_6(%0: tensor<4x5xi32>, %1: tensor<5xi32>) -> tensor<4x5xi32> {
  %2 = pd.minimum %0, %1 : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi32>
  func.return %2 : tensor<4x5xi32>
}

// CHECK-LABEL: func.func @minimum_7(
// CHECK: pd.minimum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi64>
func.func @minimum_7(%0: tensor<4x5xi64>, %1: tensor<5xi64>) -> tensor<4x5xi64> {
  %2 = pd.minimum %0, %1 : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi64>
  func.return %2 : tensor<4x5xi64>
}

// CHECK-LABEL: func.func @scale_0(
// CHECK: pd.scale {{%[0-9a-z_]+}} {scale = 2.500000e+00 : f64, bias = 7.500000e-01 : f64, bias_after_scale = true} : (tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @scale_0(%0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %1 = pd.scale %0 {scale = 2.500000e+00 : f64, bias = 7.500000e-01 : f64, bias_after_scale = true} : (tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %1 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @scale_1(
// CHECK: pd.scale {{%[0-9a-z_]+}} {scale = 2.500000e+00 : f64, bias = 7.500000e-01 : f64, bias_after_scale = false} : (tensor<3x33xf32>) -> tensor<3x33xf32>
func.func @scale_1(%0: tensor<3x33xf32>) -> tensor<3x33xf32> {
  %1 = pd.scale %0 {scale = 2.500000e+00 : f64, bias = 7.500000e-01 : f64, bias_after_scale = false} : (tensor<3x33xf32>) -> tensor<3x33xf32>
  func.return %1 : tensor<3x33xf32>
}

// CHECK-LABEL: func.func @scale_2(
// CHECK: pd.scale {{%[0-9a-z_]+}} {scale = 3.000000e+00 : f64, bias = 0.000000e+00 : f64, bias_after_scale = true} : (tensor<4x5xi64>) -> tensor<4x5xi64>
func.func @scale_2(%0: tensor<4x5xi64>) -> tensor<4x5xi64> {
  %1 = pd.scale %0 {scale = 3.000000e+00 : f64, bias = 0.000000e+00 : f64, bias_after_scale = true} : (tensor<4x5xi64>) -> tensor<4x5xi64>
  func.return %1 : tensor<4x5xi64>
}
