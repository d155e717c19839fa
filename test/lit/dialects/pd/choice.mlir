// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @where_0(
// CHECK: pd.where {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<3x5xi1>, tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xf32>
func.func @where_0(%0: tensor<3x5xi1>, %1: tensor<3x5xf32>, %2: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %3 = pd.where %0, %1, %2 : (tensor<3x5xi1>, tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xf32>
  func.return %3 : tensor<3x5xf32>
}

// CHECK-LABEL: func.func @where_1(
// CHECK: pd.where {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<4x33xi1>, tensor<4x33xi64>, tensor<4x33xi64>) -> tensor<4x33xi64>
func.func @where_1(%0: tensor<4x33xi1>, %1: tensor<4x33xi64>, %2: tensor<4x33xi64>) -> tensor<4x33xi64> {
  %3 = pd.where %0, %1, %2 : (tensor<4x33xi1>, tensor<4x33xi64>, tensor<4x33xi64>) -> tensor<4x33xi64>
  func.return %3 : tensor<4x33xi64>
}

// CHECK-LABEL: func.func @where_2(
// CHECK: pd.where {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} : (tensor<5xi1>, tensor<5xf64>, tensor<5xf64>) -> tensor<5xf64>
func.func @where_2(%0: tensor<5xi1>, %1: tensor<5xf64>, %2: tensor<5xf64>) -> tensor<5xf64> {
  %3 = pd.where %0, %1, %2 : (tensor<5xi1>, tensor<5xf64>, tensor<5xf64>) -> tensor<5xf64>
  func.return %3 : tensor<5xf64>
}

// CHECK-LABEL: func.func @cast_0(
// CHECK: pd.cast {{%[0-9a-z_]+}} {dtype = f32} : (tensor<3x17xf32>) -> tensor<3x17xf32>
func.func @cast_0(%0: tensor<3x17xf32>) -> tensor<3x17xf32> {
  %1 = pd.cast %0 {dtype = f32} : (tensor<3x17xf32>) -> tensor<3x17xf32>
  func.return %1 : tensor<3x17xf32>
}

// CHECK-LABEL: func.func @cast_1(
// CHECK: pd.cast {{%[0-9a-z_]+}} {dtype = f64} : (tensor<3x17xf32>) -> tensor<3x17xf64>
func.func @cast_1(%0: tensor<3x17xf32>) -> tensor<3x17xf64> {
  %1 = pd.cast %0 {dtype = f64} : (tensor<3x17xf32>) -> tensor<3x17xf64>
  func.return %1 : tensor<3x17xf64>
}

// CHECK-LABEL: func.func @cast_2(
// CHECK: pd.cast {{%[0-9a-z_]+}} {dtype = f16} : (tensor<3x17xf32>) -> tensor<3x17xf16>
func.func @cast_2(%0: tensor<3x17xf32>) -> tensor<3x17xf16> {
  %1 = pd.cast %0 {dtype = f16} : (tensor<3x17xf32>) -> tensor<3x17xf16>
  func.return %1 : tensor<3x17xf16>
}

// CHECK-LABEL: func.func @cast_3(
// CHECK: pd.cast {{%[0-9a-z_]+}} {dtype = bf16} : (tensor<3x17xf32>) -> tensor<3x17xbf16>
func.func @cast_3(%0: tensor<3x17xf32>) -> tensor<3x17xbf16> {
  %1 = pd.cast %0 {dtype = bf16} : (tensor<3x17xf32>) -> tensor<3x17xbf16>
  func.return %1 : tensor<3x17xbf16>
}

// CHECK-LABEL: func.func @cast_4(
// CHECK: pd.cast {{%[0-9a-z_]+}} {dtype = i8} : (tensor<3x17xf32>) -> tensor<3x17xi8>
func.func @cast_4(%0: tensor<3x17xf32>) -> tensor<3x17xi8> {
  %1 = pd.cast %0 {dtype = i8} : (tensor<3x17xf32>) -> tensor<3x17xi8>
  func.return %1 : tensor<3x17xi8>
}

// CHECK-LABEL: func.func @cast_5(
// CHECK: pd.cast {{%[0-9a-z_]+}} {dtype = ui8} : (tensor<3x17xf32>) -> tensor<3x17xui8>
func.func @cast_5(%0: tensor<3x17xf32>) -> tensor<3x17xui8> {
  %1 = pd.cast %0 {dtype = ui8} : (tensor<3x17xf32>) -> tensor<3x17xui8>
  func.return %1 : tensor<3x17xui8>
}

// CHECK-LABEL: func.func @cast_6(
// CHECK: pd.cast {{%[0-9a-z_]+}} {dtype = i16} : (tensor<3x17xf32>) -> tensor<3x17xi16>
func.func @cast_6(%0: tensor<3x17xf32>) -> tensor<3x17xi16> {
  %1 = pd.cast %0 {dtype = i16} : (tensor<3x17xf32>) -> tensor<3x17xi16>
  func.return %1 : tensor<3x17xi16>
}

// CHECK-LABEL: func.func @cast_7(
// CHECK: pd.cast {{%[0-9a-z_]+}} {dtype = i32} : (tensor<3x17xf32>) -> tensor<3x17xi32>
func.func @cast_7(%0: tensor<3x17xf32>) -> tensor<3x17xi32> {
  %1 = pd.cast %0 {dtype = i32} : (tensor<3x17xf32>) -> tensor<3x17xi32>
  func.return %1 : tensor<3x17xi32>
}

// CHECK-LABEL: func.func @cast_8(
// CHECK: pd.cast {{%[0-9a-z_]+}} {dtype = i64} : (tensor<3x17xf32>) -> tensor<3x17xi64>
func.func @cast_8(%0: tensor<3x17xf32>) -> tensor<3x17xi64> {
  %1 = pd.cast %0 {dtype = i64} : (tensor<3x17xf32>) -> tensor<3x17xi64>
  func.return %1 : tensor<3x17xi64>
}

// CHECK-LABEL: func.func @cast_9(
// CHECK: pd.cast {{%[0-9a-z_]+}} {dtype = i1} : (tensor<3x17xf32>) -> tensor<3x17xi1>
func.func @cast_9(%0: tensor<3x17xf32>) -> tensor<3x17xi1> {
  %1 = pd.cast %0 {dtype = i1} : (tensor<3x17xf32>) -> tensor<3x17xi1>
  func.return %1 : tensor<3x17xi1>
}

// CHECK-LABEL: func.func @cast_10(
// CHECK: pd.cast {{%[0-9a-z_]+}} {dtype = f32} : (tensor<3x17xf64>) -> tensor<3x17xf32>
func.func @cast_10(%0: tensor<3x17xf64>) -> tensor<3x17xf32> {
  %1 = pd.cast %0 {dtype = f32} : (tensor<3x17xf64>) -> tensor<3x17xf32>
  func.return %1 : tensor<3x17xf32>
}

// CHECK-LABEL: func.func @cast_11(
// CHECK: pd.cast {{%[0-9a-z_]+}} {dtype = f32} : (tensor<3x17xf16>) -> tensor<3x17xf32>
func.func @cast_11(%0: tensor<3x17xf16>) -> tensor<3x17xf32> {
  %1 = pd.cast %0 {dtype = f32} : (tensor<3x17xf16>) -> tensor<3x17xf32>
  func.return %1 : tensor<3x17xf32>
}

// CHECK-LABEL: func.func @cast_12(
// CHECK: pd.cast {{%[0-9a-z_]+}} {dtype = f32} : (tensor<3x17xbf16>) -> tensor<3x17xf32>
func.func @cast_12(%0: tensor<3x17xbf16>) -> tensor<3x17xf32> {
  %1 = pd.cast %0 {dtype = f32} : (tensor<3x17xbf16>) -> tensor<3x17xf32>
  func.return %1 : tensor<3x17xf32>
}

// CHECK-LABEL: func.func @cast_13(
// CHECK: pd.cast {{%[0-9a-z_]+}} {dtype = f32} : (tensor<3x17xi8>) -> tensor<3x17xf32>
func.func @cast_13(%0: tensor<3x17xi8>) -> tensor<3x17xf32> {
  %1 = pd.cast %0 {dtype = f32} : (tensor<3x17xi8>) -> tensor<3x17xf32>
  func.return %1 : tensor<3x17xf32>
}

// CHECK-LABEL: func.func @cast_14(
// CHECK: pd.cast {{%[0-9a-z_]+}} {dtype = f32} : (tensor<3x17xui8>) -> tensor<3x17xf32>
func.func @cast_14(%0: tensor<3x17xui8>) -> tensor<3x17xf32> {
  %1 = pd.cast %0 {dtype = f32} : (tensor<3x17xui8>) -> tensor<3x17xf32>
  func.return %1 : tensor<3x17xf32>
}

// CHECK-LABEL: func.func @cast_15(
// CHECK: pd.cast {{%[0-9a-z_]+}} {dtype = f32} : (tensor<3x17xi16>) -> tensor<3x17xf32>
func.func @cast_15(%0: tensor<3x17xi16>) -> tensor<3x17xf32> {
  %1 = pd.cast %0 {dtype = f32} : (tensor<3x17xi16>) -> tensor<3x17xf32>
  func.return %1 : tensor<3x17xf32>
}

// CHECK-LABEL: func.func @cast_16(
// CHECK: pd.cast {{%[0-9a-z_]+}} {dtype = f32} : (tensor<3x17xi32>) -> tensor<3x17xf32>
func.func @cast_16(%0: tensor<3x17xi32>) -> tensor<3x17xf32> {
  %1 = pd.cast %0 {dtype = f32} : (tensor<3x17xi32>) -> tensor<3x17xf32>
  func.return %1 : tensor<3x17xf32>
}

// CHECK-LABEL: func.func @cast_17(
// CHECK: pd.cast {{%[0-9a-z_]+}} {dtype = f32} : (tensor<3x17xi64>) -> tensor<3x17xf32>
func.func @cast_17(%0: tensor<3x17xi64>) -> tensor<3x17xf32> {
  %1 = pd.cast %0 {dtype = f32} : (tensor<3x17xi64>) -> tensor<3x17xf32>
  func.return %1 : tensor<3x17xf32>
}

// CHECK-LABEL: func.func @cast_18(
// CHECK: pd.cast {{%[0-9a-z_]+}} {dtype = f32} : (tensor<3x17xi1>) -> tensor<3x17xf32>
func.func @cast_18(%0: tensor<3x17xi1>) -> tensor<3x17xf32> {
  %1 = pd.cast %0 {dtype = f32} : (tensor<3x17xi1>) -> tensor<3x17xf32>
  func.return %1 : tensor<3x17xf32>
}

// CHECK-LABEL: func.func @cast_19(
// CHECK: pd.cast {{%[0-9a-z_]+}} {dtype = bf16} : (tensor<33xf32>) -> tensor<33xbf16>
func.func @cast_19(%0: tensor<33xf32>) -> tensor<33xbf16> {
  %1 = pd.cast %0 {dtype = bf16} : (tensor<33xf32>) -> tensor<33xbf16>
  func.return %1 : tensor<33xbf16>
}

// CHECK-LABEL: func.func @cast_20(
// CHECK: pd.cast {{%[0-9a-z_]+}} {dtype = ui8} : (tensor<33xi64>) -> tensor<33xui8>
func.func @cast_20(%0: tensor<33xi64>) -> tensor<33xui8> {
  %1 = pd.cast %0 {dtype = ui8} : (tensor<33xi64>) -> tensor<33xui8>
  func.return %1 : tensor<33xui8>
}

// CHECK-LABEL: func.func @cast_21(
// CHECK: pd.cast {{%[0-9a-z_]+}} {dtype = i8} : (tensor<33xi64>) -> tensor<33xi8>
func.func @cast_21(%0: tensor<33xi64>) -> tensor<33xi8> {
  %1 = pd.cast %0 {dtype = i8} : (tensor<33xi64>) -> tensor<33xi8>
  func.return %1 : tensor<33xi8>
}

// CHECK-LABEL: func.func @cast_22(
// CHECK: pd.cast {{%[0-9a-z_]+}} {dtype = i64} : (tensor<33xui8>) -> tensor<33xi64>
func.func @cast_22(%0: tensor<33xui8>) -> tensor<33xi64> {
  %1 = pd.cast %0 {dtype = i64} : (tensor<33xui8>) -> tensor<33xi64>
  func.return %1 : tensor<33xi64>
}
