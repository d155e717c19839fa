// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @equal_0(
// CHECK: pd.equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xi1>
func.func @equal_0(%0: tensor<3x5xf32>, %1: tensor<3x5xf32>) -> tensor<3x5xi1> {
  %2 = pd.equal %0, %1 : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xi1>
  func.return %2 : tensor<3x5xi1>
}

// CHECK-LABEL: func.func @equal_1(
// CHECK: pd.equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xi1>
func.func @equal_1(%0: tensor<2x3x33xf32>, %1: tensor<33xf32>) -> tensor<2x3x33xi1> {
  %2 = pd.equal %0, %1 : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xi1>
  func.return %2 : tensor<2x3x33xi1>
}

// CHECK-LABEL: func.func @equal_2(
// CHECK: pd.equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<f32>, tensor<5xf32>) -> tensor<5xi1>
func.func @equal_2(%0: tensor<f32>, %1: tensor<5xf32>) -> tensor<5xi1> {
  %2 = pd.equal %0, %1 : (tensor<f32>, tensor<5xf32>) -> tensor<5xi1>
  func.return %2 : tensor<5xi1>
}

// CHECK-LABEL: func.func @equal_3(
// CHECK: pd.equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xi1>
func.func @equal_3(%0: tensor<7x1xf32>, %1: tensor<1x8xf32>) -> tensor<7x8xi1> {
  %2 = pd.equal %0, %1 : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xi1>
  func.return %2 : tensor<7x8xi1>
}

// CHECK-LABEL: func.func @equal_4(
// CHECK: pd.equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xi1>
func.func @equal_4(%0: tensor<4x5xf64>, %1: tensor<5xf64>) -> tensor<4x5xi1> {
  %2 = pd.equal %0, %1 : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @equal_5(
// CHECK: pd.equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xf16>, tensor<5xf16>) -> tensor<4x5xi1>
func.func @equal_5(%0: tensor<4x5xf16>, %1: tensor<5xf16>) -> tensor<4x5xi1> {
  %2 = pd.equal %0, %1 : (tensor<4x5xf16>, tensor<5xf16>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @equal_6(
// CHECK: pd.equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xbf16>, tensor<5xbf16>) -> tensor<4x5xi1>
func.func @equal_6(%0: tensor<4x5xbf16>, %1: tensor<5xbf16>) -> tensor<4x5xi1> {
  %2 = pd.equal %0, %1 : (tensor<4x5xbf16>, tensor<5xbf16>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @equal_7(
// CHECK: pd.equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi1>
func.func @equal_7(%0: tensor<4x5xi8>, %1: tensor<5xi8>) -> tensor<4x5xi1> {
  %2 = pd.equal %0, %1 : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @equal_8(
// CHECK: pd.equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xui8>, tensor<5xui8>) -> tensor<4x5xi1>
func.func @equal_8(%0: tensor<4x5xui8>, %1: tensor<5xui8>) -> tensor<4x5xi1> {
  %2 = pd.equal %0, %1 : (tensor<4x5xui8>, tensor<5xui8>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @equal_9(
// CHECK: pd.equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi16>, tensor<5xi16>) -> tensor<4x5xi1>
func.func @equal_9(%0: tensor<4x5xi16>, %1: tensor<5xi16>) -> tensor<4x5xi1> {
  %2 = pd.equal %0, %1 : (tensor<4x5xi16>, tensor<5xi16>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @equal_10(
// CHECK: pd.equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi1>
func.func @equal_10(%0: tensor<4x5xi32>, %1: tensor<5xi32>) -> tensor<4x5xi1> {
  %2 = pd.equal %0, %1 : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @equal_11(
// CHECK: pd.equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi1>
func.func @equal_11(%0: tensor<4x5xi64>, %1: tensor<5xi64>) -> tensor<4x5xi1> {
  %2 = pd.equal %0, %1 : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @equal_12(
// CHECK: pd.equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
func.func @equal_12(%0: tensor<4x5xi1>, %1: tensor<5xi1>) -> tensor<4x5xi1> {
  %2 = pd.equal %0, %1 : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @not_equal_0(
// CHECK: pd.not_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xi1>
func.func @not_equal_0(%0: tensor<3x5xf32>, %1: tensor<3x5xf32>) -> tensor<3x5xi1> {
  %2 = pd.not_equal %0, %1 : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xi1>
  func.return %2 : tensor<3x5xi1>
}

// CHECK-LABEL: func.func @not_equal_1(
// CHECK: pd.not_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xi1>
func.func @not_equal_1(%0: tensor<2x3x33xf32>, %1: tensor<33xf32>) -> tensor<2x3x33xi1> {
  %2 = pd.not_equal %0, %1 : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xi1>
  func.return %2 : tensor<2x3x33xi1>
}

// CHECK-LABEL: func.func @not_equal_2(
// CHECK: pd.not_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<f32>, tensor<5xf32>) -> tensor<5xi1>
func.func @not_equal_2(%0: tensor<f32>, %1: tensor<5xf32>) -> tensor<5xi1> {
  %2 = pd.not_equal %0, %1 : (tensor<f32>, tensor<5xf32>) -> tensor<5xi1>
  func.return %2 : tensor<5xi1>
}

// CHECK-LABEL: func.func @not_equal_3(
// CHECK: pd.not_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xi1>
func.func @not_equal_3(%0: tensor<7x1xf32>, %1: tensor<1x8xf32>) -> tensor<7x8xi1> {
  %2 = pd.not_equal %0, %1 : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xi1>
  func.return %2 : tensor<7x8xi1>
}

// CHECK-LABEL: func.func @not_equal_4(
// CHECK: pd.not_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xi1>
func.func @not_equal_4(%0: tensor<4x5xf64>, %1: tensor<5xf64>) -> tensor<4x5xi1> {
  %2 = pd.not_equal %0, %1 : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @not_equal_5(
// CHECK: pd.not_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xf16>, tensor<5xf16>) -> tensor<4x5xi1>
func.func @not_equal_5(%0: tensor<4x5xf16>, %1: tensor<5xf16>) -> tensor<4x5xi1> {
  %2 = pd.not_equal %0, %1 : (tensor<4x5xf16>, tensor<5xf16>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @not_equal_6(
// CHECK: pd.not_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xbf16>, tensor<5xbf16>) -> tensor<4x5xi1>
func.func @not_equal_6(%0: tensor<4x5xbf16>, %1: tensor<5xbf16>) -> tensor<4x5xi1> {
  %2 = pd.not_equal %0, %1 : (tensor<4x5xbf16>, tensor<5xbf16>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @not_equal_7(
// CHECK: pd.not_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi1>
func.func @not_equal_7(%0: tensor<4x5xi8>, %1: tensor<5xi8>) -> tensor<4x5xi1> {
  %2 = pd.not_equal %0, %1 : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @not_equal_8(
// CHECK: pd.not_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xui8>, tensor<5xui8>) -> tensor<4x5xi1>
func.func @not_equal_8(%0: tensor<4x5xui8>, %1: tensor<5xui8>) -> tensor<4x5xi1> {
  %2 = pd.not_equal %0, %1 : (tensor<4x5xui8>, tensor<5xui8>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @not_equal_9(
// CHECK: pd.not_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi16>, tensor<5xi16>) -> tensor<4x5xi1>
func.func @not_equal_9(%0: tensor<4x5xi16>, %1: tensor<5xi16>) -> tensor<4x5xi1> {
  %2 = pd.not_equal %0, %1 : (tensor<4x5xi16>, tensor<5xi16>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @not_equal_10(
// CHECK: pd.not_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi1>
func.func @not_equal_10(%0: tensor<4x5xi32>, %1: tensor<5xi32>) -> tensor<4x5xi1> {
  %2 = pd.not_equal %0, %1 : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @not_equal_11(
// CHECK: pd.not_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi1>
func.func @not_equal_11(%0: tensor<4x5xi64>, %1: tensor<5xi64>) -> tensor<4x5xi1> {
  %2 = pd.not_equal %0, %1 : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @not_equal_12(
// CHECK: pd.not_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
func.func @not_equal_12(%0: tensor<4x5xi1>, %1: tensor<5xi1>) -> tensor<4x5xi1> {
  %2 = pd.not_equal %0, %1 : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @less_than_0(
// CHECK: pd.less_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xi1>
func.func @less_than_0(%0: tensor<3x5xf32>, %1: tensor<3x5xf32>) -> tensor<3x5xi1> {
  %2 = pd.less_than %0, %1 : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xi1>
  func.return %2 : tensor<3x5xi1>
}

// CHECK-LABEL: func.func @less_than_1(
// CHECK: pd.less_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xi1>
func.func @less_than_1(%0: tensor<2x3x33xf32>, %1: tensor<33xf32>) -> tensor<2x3x33xi1> {
  %2 = pd.less_than %0, %1 : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xi1>
  func.return %2 : tensor<2x3x33xi1>
}

// CHECK-LABEL: func.func @less_than_2(
// CHECK: pd.less_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<f32>, tensor<5xf32>) -> tensor<5xi1>
func.func @less_than_2(%0: tensor<f32>, %1: tensor<5xf32>) -> tensor<5xi1> {
  %2 = pd.less_than %0, %1 : (tensor<f32>, tensor<5xf32>) -> tensor<5xi1>
  func.return %2 : tensor<5xi1>
}

// CHECK-LABEL: func.func @less_than_3(
// CHECK: pd.less_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xi1>
func.func @less_than_3(%0: tensor<7x1xf32>, %1: tensor<1x8xf32>) -> tensor<7x8xi1> {
  %2 = pd.less_than %0, %1 : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xi1>
  func.return %2 : tensor<7x8xi1>
}

// CHECK-LABEL: func.func @less_than_4(
// CHECK: pd.less_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xi1>
func.func @less_than_4(%0: tensor<4x5xf64>, %1: tensor<5xf64>) -> tensor<4x5xi1> {
  %2 = pd.less_than %0, %1 : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @less_than_5(
// CHECK: pd.less_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xf16>, tensor<5xf16>) -> tensor<4x5xi1>
func.func @less_than_5(%0: tensor<4x5xf16>, %1: tensor<5xf16>) -> tensor<4x5xi1> {
  %2 = pd.less_than %0, %1 : (tensor<4x5xf16>, tensor<5xf16>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @less_than_6(
// CHECK: pd.less_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xbf16>, tensor<5xbf16>) -> tensor<4x5xi1>
func.func @less_than_6(%0: tensor<4x5xbf16>, %1: tensor<5xbf16>) -> tensor<4x5xi1> {
  %2 = pd.less_than %0, %1 : (tensor<4x5xbf16>, tensor<5xbf16>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @less_than_7(
// CHECK: pd.less_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi1>
func.func @less_than_7(%0: tensor<4x5xi8>, %1: tensor<5xi8>) -> tensor<4x5xi1> {
  %2 = pd.less_than %0, %1 : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @less_than_8(
// CHECK: pd.less_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xui8>, tensor<5xui8>) -> tensor<4x5xi1>
func.func @less_than_8(%0: tensor<4x5xui8>, %1: tensor<5xui8>) -> tensor<4x5xi1> {
  %2 = pd.less_than %0, %1 : (tensor<4x5xui8>, tensor<5xui8>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @less_than_9(
// CHECK: pd.less_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi16>, tensor<5xi16>) -> tensor<4x5xi1>
func.func @less_than_9(%0: tensor<4x5xi16>, %1: tensor<5xi16>) -> tensor<4x5xi1> {
  %2 = pd.less_than %0, %1 : (tensor<4x5xi16>, tensor<5xi16>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @less_than_10(
// CHECK: pd.less_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi1>
func.func @less_than_10(%0: tensor<4x5xi32>, %1: tensor<5xi32>) -> tensor<4x5xi1> {
  %2 = pd.less_than %0, %1 : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @less_than_11(
// CHECK: pd.less_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi1>
func.func @less_than_11(%0: tensor<4x5xi64>, %1: tensor<5xi64>) -> tensor<4x5xi1> {
  %2 = pd.less_than %0, %1 : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @less_than_12(
// CHECK: pd.less_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
func.func @less_than_12(%0: tensor<4x5xi1>, %1: tensor<5xi1>) -> tensor<4x5xi1> {
  %2 = pd.less_than %0, %1 : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @less_equal_0(
// CHECK: pd.less_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xi1>
func.func @less_equal_0(%0: tensor<3x5xf32>, %1: tensor<3x5xf32>) -> tensor<3x5xi1> {
  %2 = pd.less_equal %0, %1 : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xi1>
  func.return %2 : tensor<3x5xi1>
}

// CHECK-LABEL: func.func @less_equal_1(
// CHECK: pd.less_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xi1>
func.func @less_equal_1(%0: tensor<2x3x33xf32>, %1: tensor<33xf32>) -> tensor<2x3x33xi1> {
  %2 = pd.less_equal %0, %1 : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xi1>
  func.return %2 : tensor<2x3x33xi1>
}

// CHECK-LABEL: func.func @less_equal_2(
// CHECK: pd.less_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<f32>, tensor<5xf32>) -> tensor<5xi1>
func.func @less_equal_2(%0: tensor<f32>, %1: tensor<5xf32>) -> tensor<5xi1> {
  %2 = pd.less_equal %0, %1 : (tensor<f32>, tensor<5xf32>) -> tensor<5xi1>
  func.return %2 : tensor<5xi1>
}

// CHECK-LABEL: func.func @less_equal_3(
// CHECK: pd.less_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xi1>
func.func @less_equal_3(%0: tensor<7x1xf32>, %1: tensor<1x8xf32>) -> tensor<7x8xi1> {
  %2 = pd.less_equal %0, %1 : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xi1>
  func.return %2 : tensor<7x8xi1>
}

// CHECK-LABEL: func.func @less_equal_4(
// CHECK: pd.less_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xi1>
func.func @less_equal_4(%0: tensor<4x5xf64>, %1: tensor<5xf64>) -> tensor<4x5xi1> {
  %2 = pd.less_equal %0, %1 : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @less_equal_5(
// CHECK: pd.less_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xf16>, tensor<5xf16>) -> tensor<4x5xi1>
func.func @less_equal_5(%0: tensor<4x5xf16>, %1: tensor<5xf16>) -> tensor<4x5xi1> {
  %2 = pd.less_equal %0, %1 : (tensor<4x5xf16>, tensor<5xf16>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @less_equal_6(
// CHECK: pd.less_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xbf16>, tensor<5xbf16>) -> tensor<4x5xi1>
func.func @less_equal_6(%0: tensor<4x5xbf16>, %1: tensor<5xbf16>) -> tensor<4x5xi1> {
  %2 = pd.less_equal %0, %1 : (tensor<4x5xbf16>, tensor<5xbf16>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @less_equal_7(
// CHECK: pd.less_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi1>
func.func @less_equal_7(%0: tensor<4x5xi8>, %1: tensor<5xi8>) -> tensor<4x5xi1> {
  %2 = pd.less_equal %0, %1 : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @less_equal_8(
// CHECK: pd.less_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xui8>, tensor<5xui8>) -> tensor<4x5xi1>
func.func @less_equal_8(%0: tensor<4x5xui8>, %1: tensor<5xui8>) -> tensor<4x5xi1> {
  %2 = pd.less_equal %0, %1 : (tensor<4x5xui8>, tensor<5xui8>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @less_equal_9(
// CHECK: pd.less_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi16>, tensor<5xi16>) -> tensor<4x5xi1>
func.func @less_equal_9(%0: tensor<4x5xi16>, %1: tensor<5xi16>) -> tensor<4x5xi1> {
  %2 = pd.less_equal %0, %1 : (tensor<4x5xi16>, tensor<5xi16>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @less_equal_10(
// CHECK: pd.less_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi1>
func.func @less_equal_10(%0: tensor<4x5xi32>, %1: tensor<5xi32>) -> tensor<4x5xi1> {
  %2 = pd.less_equal %0, %1 : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @less_equal_11(
// CHECK: pd.less_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi1>
func.func @less_equal_11(%0: tensor<4x5xi64>, %1: tensor<5xi64>) -> tensor<4x5xi1> {
  %2 = pd.less_equal %0, %1 : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @less_equal_12(
// CHECK: pd.less_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
func.func @less_equal_12(%0: tensor<4x5xi1>, %1: tensor<5xi1>) -> tensor<4x5xi1> {
  %2 = pd.less_equal %0, %1 : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @greater_than_0(
// CHECK: pd.greater_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xi1>
func.func @greater_than_0(%0: tensor<3x5xf32>, %1: tensor<3x5xf32>) -> tensor<3x5xi1> {
  %2 = pd.greater_than %0, %1 : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xi1>
  func.return %2 : tensor<3x5xi1>
}

// CHECK-LABEL: func.func @greater_than_1(
// CHECK: pd.greater_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xi1>
func.func @greater_than_1(%0: tensor<2x3x33xf32>, %1: tensor<33xf32>) -> tensor<2x3x33xi1> {
  %2 = pd.greater_than %0, %1 : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xi1>
  func.return %2 : tensor<2x3x33xi1>
}

// CHECK-LABEL: func.func @greater_than_2(
// CHECK: pd.greater_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<f32>, tensor<5xf32>) -> tensor<5xi1>
func.func @greater_than_2(%0: tensor<f32>, %1: tensor<5xf32>) -> tensor<5xi1> {
  %2 = pd.greater_than %0, %1 : (tensor<f32>, tensor<5xf32>) -> tensor<5xi1>
  func.return %2 : tensor<5xi1>
}

// CHECK-LABEL: func.func @greater_than_3(
// CHECK: pd.greater_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xi1>
func.func @greater_than_3(%0: tensor<7x1xf32>, %1: tensor<1x8xf32>) -> tensor<7x8xi1> {
  %2 = pd.greater_than %0, %1 : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xi1>
  func.return %2 : tensor<7x8xi1>
}

// CHECK-LABEL: func.func @greater_than_4(
// CHECK: pd.greater_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xi1>
func.func @greater_than_4(%0: tensor<4x5xf64>, %1: tensor<5xf64>) -> tensor<4x5xi1> {
  %2 = pd.greater_than %0, %1 : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @greater_than_5(
// CHECK: pd.greater_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xf16>, tensor<5xf16>) -> tensor<4x5xi1>
func.func @greater_than_5(%0: tensor<4x5xf16>, %1: tensor<5xf16>) -> tensor<4x5xi1> {
  %2 = pd.greater_than %0, %1 : (tensor<4x5xf16>, tensor<5xf16>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @greater_than_6(
// CHECK: pd.greater_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xbf16>, tensor<5xbf16>) -> tensor<4x5xi1>
func.func @greater_than_6(%0: tensor<4x5xbf16>, %1: tensor<5xbf16>) -> tensor<4x5xi1> {
  %2 = pd.greater_than %0, %1 : (tensor<4x5xbf16>, tensor<5xbf16>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @greater_than_7(
// CHECK: pd.greater_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi1>
func.func @greater_than_7(%0: tensor<4x5xi8>, %1: tensor<5xi8>) -> tensor<4x5xi1> {
  %2 = pd.greater_than %0, %1 : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @greater_than_8(
// CHECK: pd.greater_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xui8>, tensor<5xui8>) -> tensor<4x5xi1>
func.func @greater_than_8(%0: tensor<4x5xui8>, %1: tensor<5xui8>) -> tensor<4x5xi1> {
  %2 = pd.greater_than %0, %1 : (tensor<4x5xui8>, tensor<5xui8>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @greater_than_9(
// CHECK: pd.greater_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi16>, tensor<5xi16>) -> tensor<4x5xi1>
func.func @greater_than_9(%0: tensor<4x5xi16>, %1: tensor<5xi16>) -> tensor<4x5xi1> {
  %2 = pd.greater_than %0, %1 : (tensor<4x5xi16>, tensor<5xi16>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @greater_than_10(
// CHECK: pd.greater_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi1>
func.func @greater_than_10(%0: tensor<4x5xi32>, %1: tensor<5xi32>) -> tensor<4x5xi1> {
  %2 = pd.greater_than %0, %1 : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @greater_than_11(
// CHECK: pd.greater_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi1>
func.func @greater_than_11(%0: tensor<4x5xi64>, %1: tensor<5xi64>) -> tensor<4x5xi1> {
  %2 = pd.greater_than %0, %1 : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @greater_than_12(
// CHECK: pd.greater_than {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
func.func @greater_than_12(%0: tensor<4x5xi1>, %1: tensor<5xi1>) -> tensor<4x5xi1> {
  %2 = pd.greater_than %0, %1 : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @greater_equal_0(
// CHECK: pd.greater_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xi1>
func.func @greater_equal_0(%0: tensor<3x5xf32>, %1: tensor<3x5xf32>) -> tensor<3x5xi1> {
  %2 = pd.greater_equal %0, %1 : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xi1>
  func.return %2 : tensor<3x5xi1>
}

// CHECK-LABEL: func.func @greater_equal_1(
// CHECK: pd.greater_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xi1>
func.func @greater_equal_1(%0: tensor<2x3x33xf32>, %1: tensor<33xf32>) -> tensor<2x3x33xi1> {
  %2 = pd.greater_equal %0, %1 : (tensor<2x3x33xf32>, tensor<33xf32>) -> tensor<2x3x33xi1>
  func.return %2 : tensor<2x3x33xi1>
}

// CHECK-LABEL: func.func @greater_equal_2(
// CHECK: pd.greater_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<f32>, tensor<5xf32>) -> tensor<5xi1>
func.func @greater_equal_2(%0: tensor<f32>, %1: tensor<5xf32>) -> tensor<5xi1> {
  %2 = pd.greater_equal %0, %1 : (tensor<f32>, tensor<5xf32>) -> tensor<5xi1>
  func.return %2 : tensor<5xi1>
}

// CHECK-LABEL: func.func @greater_equal_3(
// CHECK: pd.greater_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xi1>
func.func @greater_equal_3(%0: tensor<7x1xf32>, %1: tensor<1x8xf32>) -> tensor<7x8xi1> {
  %2 = pd.greater_equal %0, %1 : (tensor<7x1xf32>, tensor<1x8xf32>) -> tensor<7x8xi1>
  func.return %2 : tensor<7x8xi1>
}

// CHECK-LABEL: func.func @greater_equal_4(
// CHECK: pd.greater_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xi1>
func.func @greater_equal_4(%0: tensor<4x5xf64>, %1: tensor<5xf64>) -> tensor<4x5xi1> {
  %2 = pd.greater_equal %0, %1 : (tensor<4x5xf64>, tensor<5xf64>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @greater_equal_5(
// CHECK: pd.greater_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xf16>, tensor<5xf16>) -> tensor<4x5xi1>
func.func @greater_equal_5(%0: tensor<4x5xf16>, %1: tensor<5xf16>) -> tensor<4x5xi1> {
  %2 = pd.greater_equal %0, %1 : (tensor<4x5xf16>, tensor<5xf16>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @greater_equal_6(
// CHECK: pd.greater_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xbf16>, tensor<5xbf16>) -> tensor<4x5xi1>
func.func @greater_equal_6(%0: tensor<4x5xbf16>, %1: tensor<5xbf16>) -> tensor<4x5xi1> {
  %2 = pd.greater_equal %0, %1 : (tensor<4x5xbf16>, tensor<5xbf16>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @greater_equal_7(
// CHECK: pd.greater_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi1>
func.func @greater_equal_7(%0: tensor<4x5xi8>, %1: tensor<5xi8>) -> tensor<4x5xi1> {
  %2 = pd.greater_equal %0, %1 : (tensor<4x5xi8>, tensor<5xi8>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @greater_equal_8(
// CHECK: pd.greater_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xui8>, tensor<5xui8>) -> tensor<4x5xi1>
func.func @greater_equal_8(%0: tensor<4x5xui8>, %1: tensor<5xui8>) -> tensor<4x5xi1> {
  %2 = pd.greater_equal %0, %1 : (tensor<4x5xui8>, tensor<5xui8>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @greater_equal_9(
// CHECK: pd.greater_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi16>, tensor<5xi16>) -> tensor<4x5xi1>
func.func @greater_equal_9(%0: tensor<4x5xi16>, %1: tensor<5xi16>) -> tensor<4x5xi1> {
  %2 = pd.greater_equal %0, %1 : (tensor<4x5xi16>, tensor<5xi16>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @greater_equal_10(
// CHECK: pd.greater_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi1>
func.func @greater_equal_10(%0: tensor<4x5xi32>, %1: tensor<5xi32>) -> tensor<4x5xi1> {
  %2 = pd.greater_equal %0, %1 : (tensor<4x5xi32>, tensor<5xi32>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @greater_equal_11(
// CHECK: pd.greater_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi1>
func.func @greater_equal_11(%0: tensor<4x5xi64>, %1: tensor<5xi64>) -> tensor<4x5xi1> {
  %2 = pd.greater_equal %0, %1 : (tensor<4x5xi64>, tensor<5xi64>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @greater_equal_12(
// CHECK: pd.greater_equal {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
func.func @greater_equal_12(%0: tensor<4x5xi1>, %1: tensor<5xi1>) -> tensor<4x5xi1> {
  %2 = pd.greater_equal %0, %1 : (tensor<4x5xi1>, tensor<5xi1>) -> tensor<4x5xi1>
  func.return %2 : tensor<4x5xi1>
}

// CHECK-LABEL: func.func @isnan_0(
// CHECK: pd.isnan {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xi1>
func.func @isnan_0(%0: tensor<3x5xf32>) -> tensor<3x5xi1> {
  %1 = pd.isnan %0 : (tensor<3x5xf32>) -> tensor<3x5xi1>
  func.return %1 : tensor<3x5xi1>
}

// CHECK-LABEL: func.func @isnan_1(
// CHECK: pd.isnan {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xi1>
func.func @isnan_1(%0: tensor<4x32xf32>) -> tensor<4x32xi1> {
  %1 = pd.isnan %0 : (tensor<4x32xf32>) -> tensor<4x32xi1>
  func.return %1 : tensor<4x32xi1>
}

// CHECK-LABEL: func.func @isnan_2(
// CHECK: pd.isnan {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<i1>
func.func @isnan_2(%0: tensor<f32>) -> tensor<i1> {
  %1 = pd.isnan %0 : (tensor<f32>) -> tensor<i1>
  func.return %1 : tensor<i1>
}

// CHECK-LABEL: func.func @isnan_3(
// CHECK: pd.isnan {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xi1>
func.func @isnan_3(%0: tensor<3x7xf64>) -> tensor<3x7xi1> {
  %1 = pd.isnan %0 : (tensor<3x7xf64>) -> tensor<3x7xi1>
  func.return %1 : tensor<3x7xi1>
}

// CHECK-LABEL: func.func @isnan_4(
// CHECK: pd.isnan {{%[0-9a-z_]+}} : (tensor<3x7xbf16>) -> tensor<3x7xi1>
func.func @isnan_4(%0: tensor<3x7xbf16>) -> tensor<3x7xi1> {
  %1 = pd.isnan %0 : (tensor<3x7xbf16>) -> tensor<3x7xi1>
  func.return %1 : tensor<3x7xi1>
}

// CHECK-LABEL: func.func @isnan_5(
// CHECK: pd.isnan {{%[0-9a-z_]+}} : (tensor<3x7xi64>) -> tensor<3x7xi1>
func.func @isnan_5(%0: tensor<3x7xi64>) -> tensor<3x7xi1> {
  %1 = pd.isnan %0 : (tensor<3x7xi64>) -> tensor<3x7xi1>
  func.return %1 : tensor<3x7xi1>
}

// CHECK-LABEL: func.func @isinf_0(
// CHECK: pd.isinf {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xi1>
func.func @isinf_0(%0: tensor<3x5xf32>) -> tensor<3x5xi1> {
  %1 = pd.isinf %0 : (tensor<3x5xf32>) -> tensor<3x5xi1>
  func.return %1 : tensor<3x5xi1>
}

// CHECK-LABEL: func.func @isinf_1(
// CHECK: pd.isinf {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xi1>
func.func @isinf_1(%0: tensor<4x32xf32>) -> tensor<4x32xi1> {
  %1 = pd.isinf %0 : (tensor<4x32xf32>) -> tensor<4x32xi1>
  func.return %1 : tensor<4x32xi1>
}

// CHECK-LABEL: func.func @isinf_2(
// CHECK: pd.isinf {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<i1>
func.func @isinf_2(%0: tensor<f32>) -> tensor<i1> {
  %1 = pd.isinf %0 : (tensor<f32>) -> tensor<i1>
  func.return %1 : tensor<i1>
}

// CHECK-LABEL: func.func @isinf_3(
// CHECK: pd.isinf {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xi1>
func.func @isinf_3(%0: tensor<3x7xf64>) -> tensor<3x7xi1> {
  %1 = pd.isinf %0 : (tensor<3x7xf64>) -> tensor<3x7xi1>
  func.return %1 : tensor<3x7xi1>
}

// CHECK-LABEL: func.func @isinf_4(
// CHECK: pd.isinf {{%[0-9a-z_]+}} : (tensor<3x7xbf16>) -> tensor<3x7xi1>
func.func @isinf_4(%0: tensor<3x7xbf16>) -> tensor<3x7xi1> {
  %1 = pd.isinf %0 : (tensor<3x7xbf16>) -> tensor<3x7xi1>
  func.return %1 : tensor<3x7xi1>
}

// CHECK-LABEL: func.func @isinf_5(
// CHECK: pd.isinf {{%[0-9a-z_]+}} : (tensor<3x7xi64>) -> tensor<3x7xi1>
func.func @isinf_5(%0: tensor<3x7xi64>) -> tensor<3x7xi1> {
  %1 = pd.isinf %0 : (tensor<3x7xi64>) -> tensor<3x7xi1>
  func.return %1 : tensor<3x7xi1>
}

// CHECK-LABEL: func.func @isfinite_0(
// CHECK: pd.isfinite {{%[0-9a-z_]+}} : (tensor<3x5xf32>) -> tensor<3x5xi1>
func.func @isfinite_0(%0: tensor<3x5xf32>) -> tensor<3x5xi1> {
  %1 = pd.isfinite %0 : (tensor<3x5xf32>) -> tensor<3x5xi1>
  func.return %1 : tensor<3x5xi1>
}

// CHECK-LABEL: func.func @isfinite_1(
// CHECK: pd.isfinite {{%[0-9a-z_]+}} : (tensor<4x32xf32>) -> tensor<4x32xi1>
func.func @isfinite_1(%0: tensor<4x32xf32>) -> tensor<4x32xi1> {
  %1 = pd.isfinite %0 : (tensor<4x32xf32>) -> tensor<4x32xi1>
  func.return %1 : tensor<4x32xi1>
}

// CHECK-LABEL: func.func @isfinite_2(
// CHECK: pd.isfinite {{%[0-9a-z_]+}} : (tensor<f32>) -> tensor<i1>
func.func @isfinite_2(%0: tensor<f32>) -> tensor<i1> {
  %1 = pd.isfinite %0 : (tensor<f32>) -> tensor<i1>
  func.return %1 : tensor<i1>
}

// CHECK-LABEL: func.func @isfinite_3(
// CHECK: pd.isfinite {{%[0-9a-z_]+}} : (tensor<3x7xf64>) -> tensor<3x7xi1>
func.func @isfinite_3(%0: tensor<3x7xf64>) -> tensor<3x7xi1> {
  %1 = pd.isfinite %0 : (tensor<3x7xf64>) -> tensor<3x7xi1>
  func.return %1 : tensor<3x7xi1>
}

// CHECK-LABEL: func.func @isfinite_4(
// CHECK: pd.isfinite {{%[0-9a-z_]+}} : (tensor<3x7xbf16>) -> tensor<3x7xi1>
func.func @isfinite_4(%0: tensor<3x7xbf16>) -> tensor<3x7xi1> {
  %1 = pd.isfinite %0 : (tensor<3x7xbf16>) -> tensor<3x7xi1>
  func.return %1 : tensor<3x7xi1>
}

// CHECK-LABEL: func.func @isfinite_5(
// CHECK: pd.isfinite {{%[0-9a-z_]+}} : (tensor<3x7xi64>) -> tensor<3x7xi1>
func.func @isfinite_5(%0: tensor<3x7xi64>) -> tensor<3x7xi1> {
  %1 = pd.isfinite %0 : (tensor<3x7xi64>) -> tensor<3x7xi1>
  func.return %1 : tensor<3x7xi1>
}

// CHECK-LABEL: func.func @isclose_0(
// CHECK: pd.isclose {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {rtol = 3.000000e-01 : f64, atol = 1.000000e-01 : f64, equal_nan = false} : (tensor<3x33xf32>, tensor<3x33xf32>) -> tensor<3x33xi1>
func.func @isclose_0(%0: tensor<3x33xf32>, %1: tensor<3x33xf32>) -> tensor<3x33xi1> {
  %2 = pd.isclose %0, %1 {rtol = 3.000000e-01 : f64, atol = 1.000000e-01 : f64, equal_nan = false} : (tensor<3x33xf32>, tensor<3x33xf32>) -> tensor<3x33xi1>
  func.return %2 : tensor<3x33xi1>
}

// CHECK-LABEL: func.func @isclose_1(
// CHECK: pd.isclose {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {rtol = 1.000000e-05 : f64, atol = 1.000000e-08 : f64, equal_nan = false} : (tensor<7xf64>, tensor<7xf64>) -> tensor<7xi1>
func.func @isclose_1(%0: tensor<7xf64>, %1: tensor<7xf64>) -> tensor<7xi1> {
  %2 = pd.isclose %0, %1 {rtol = 1.000000e-05 : f64, atol = 1.000000e-08 : f64, equal_nan = false} : (tensor<7xf64>, tensor<7xf64>) -> tensor<7xi1>
  func.return %2 : tensor<7xi1>
}

// CHECK-LABEL: func.func @isclose_2(
// CHECK: pd.isclose {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {rtol = 1.000000e-05 : f64, atol = 1.000000e-08 : f64, equal_nan = false} : (tensor<14xf32>, tensor<14xf32>) -> tensor<14xi1>
func.func @isclose_2(%0: tensor<14xf32>, %1: tensor<14xf32>) -> tensor<14xi1> {
  %2 = pd.isclose %0, %1 {rtol = 1.000000e-05 : f64, atol = 1.000000e-08 : f64, equal_nan = false} : (tensor<14xf32>, tensor<14xf32>) -> tensor<14xi1>
  func.return %2 : tensor<14xi1>
}

// CHECK-LABEL: func.func @isclose_3(
// CHECK: pd.isclose {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {rtol = 1.000000e-05 : f64, atol = 1.000000e-08 : f64, equal_nan = true} : (tensor<9xf32>, tensor<9xf32>) -> tensor<9xi1>
func.func @isclose_3(%0: tensor<9xf32>) -> tensor<9xi1> {
  %1 = pd.isclose %0, %0 {rtol = 1.000000e-05 : f64, atol = 1.000000e-08 : f64, equal_nan = true} : (tensor<9xf32>, tensor<9xf32>) -> tensor<9xi1>
  func.return %1 : tensor<9xi1>
}

// CHECK-LABEL: func.func @allclose_0(
// CHECK: pd.allclose {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {rtol = 1.000000e-05 : f64, atol = 1.000000e-08 : f64, equal_nan = false} : (tensor<4x33xf32>, tensor<4x33xf32>) -> tensor<i1>
func.func @allclose_0(%0: tensor<4x33xf32>, %1: tensor<4x33xf32>) -> tensor<i1> {
  %2 = pd.allclose %0, %1 {rtol = 1.000000e-05 : f64, atol = 1.000000e-08 : f64, equal_nan = false} : (tensor<4x33xf32>, tensor<4x33xf32>) -> tensor<i1>
  func.return %2 : tensor<i1>
}

// CHECK-LABEL: func.func @allclose_1(
// CHECK: pd.allclose {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {rtol = 1.000000e-05 : f64, atol = 1.000000e-05 : f64, equal_nan = false} : (tensor<7xf64>, tensor<7xf64>) -> tensor<i1>
func.func @allclose_1(%0: tensor<7xf64>, %1: tensor<7xf64>) -> tensor<i1> {
  %2 = pd.allclose %0, %1 {rtol = 1.000000e-05 : f64, atol = 1.000000e-05 : f64, equal_nan = false} : (tensor<7xf64>, tensor<7xf64>) -> tensor<i1>
  func.return %2 : tensor<i1>
}

// CHECK-LABEL: func.func @allclose_2(
// CHECK: pd.allclose {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {rtol = 1.000000e-05 : f64, atol = 1.000000e-08 : f64, equal_nan = true} : (tensor<9xf32>, tensor<9xf32>) -> tensor<i1>
func.func @allclose_2(%0: tensor<9xf32>) -> tensor<i1> {
  %1 = pd.allclose %0, %0 {rtol = 1.000000e-05 : f64, atol = 1.000000e-08 : f64, equal_nan = true} : (tensor<9xf32>, tensor<9xf32>) -> tensor<i1>
  func.return %1 : tensor<i1>
}

// CHECK-LABEL: func.func @allclose_3(
// CHECK: pd.allclose {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {rtol = 1.000000e-05 : f64, atol = 1.500000e+00 : f64, equal_nan = false} : (tensor<9xi64>, tensor<9xi64>) -> tensor<i1>
func.func @allclose_3(%0: tensor<9xi64>, %1: tensor<9xi64>) -> tensor<i1> {
  %2 = pd.allclose %0, %1 {rtol = 1.000000e-05 : f64, atol = 1.500000e+00 : f64, equal_nan = false} : (tensor<9xi64>, tensor<9xi64>) -> tensor<i1>
  func.return %2 : tensor<i1>
}
