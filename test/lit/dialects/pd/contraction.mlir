// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @matmul_0(
// CHECK: pd.matmul {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {transpose_x = false, transpose_y = false} : (tensor<5x33xf32>, tensor<33x7xf32>) -> tensor<5x7xf32>
func.func @matmul_0(%0: tensor<5x33xf32>, %1: tensor<33x7xf32>) -> tensor<5x7xf32> {
  %2 = pd.matmul %0, %1 {transpose_x = false, transpose_y = false} : (tensor<5x33xf32>, tensor<33x7xf32>) -> tensor<5x7xf32>
  func.return %2 : tensor<5x7xf32>
}

// CHECK-LABEL: func.func @matmul_1(
// CHECK: pd.matmul {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {transpose_x = false, transpose_y = true} : (tensor<2x5x16xf32>, tensor<2x9x16xf32>) -> tensor<2x5x9xf32>
func.func @matmul_1(%0: tensor<2x5x16xf32>, %1: tensor<2x9x16xf32>) -> tensor<2x5x9xf32> {
  %2 = pd.matmul %0, %1 {transpose_x = false, transpose_y = true} : (tensor<2x5x16xf32>, tensor<2x9x16xf32>) -> tensor<2x5x9xf32>
  func.return %2 : tensor<2x5x9xf32>
}

// CHECK-LABEL: func.func @matmul_2(
// CHECK: pd.matmul {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {transpose_x = false, transpose_y = false} : (tensor<1x3x5x8xf32>, tensor<2x1x8x4xf32>) -> tensor<2x3x5x4xf32>
func.func @matmul_2(%0: tensor<1x3x5x8xf32>, %1: tensor<2x1x8x4xf32>) -> tensor<2x3x5x4xf32> {
  %2 = pd.matmul %0, %1 {transpose_x = false, transpose_y = false} : (tensor<1x3x5x8xf32>, tensor<2x1x8x4xf32>) -> tensor<2x3x5x4xf32>
  func.return %2 : tensor<2x3x5x4xf32>
}

// CHECK-LABEL: func.func @matmul_3(
// CHECK: pd.matmul {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {transpose_x = false, transpose_y = false} : (tensor<8xf32>, tensor<3x8x4xf32>) -> tensor<3x4xf32>
func.func @matmul_3(%0: tensor<8xf32>, %1: tensor<3x8x4xf32>) -> tensor<3x4xf32> {
  %2 = pd.matmul %0, %1 {transpose_x = false, transpose_y = false} : (tensor<8xf32>, tensor<3x8x4xf32>) -> tensor<3x4xf32>
  func.return %2 : tensor<3x4xf32>
}

// CHECK-LABEL: func.func @matmul_4(
// CHECK: pd.matmul {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {transpose_x = false, transpose_y = false} : (tensor<3x4x8xf32>, tensor<8xf32>) -> tensor<3x4xf32>
func.func @matmul_4(%0: tensor<3x4x8xf32>, %1: tensor<8xf32>) -> tensor<3x4xf32> {
  %2 = pd.matmul %0, %1 {transpose_x = false, transpose_y = false} : (tensor<3x4x8xf32>, tensor<8xf32>) -> tensor<3x4xf32>
  func.return %2 : tensor<3x4xf32>
}

// CHECK-LABEL: func.func @matmul_5(
// CHECK: pd.matmul {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {transpose_x = true, transpose_y = false} : (tensor<16x5xf32>, tensor<16x40xf32>) -> tensor<5x40xf32>
func.func @matmul_5(%0: tensor<16x5xf32>, %1: tensor<16x40xf32>) -> tensor<5x40xf32> {
  %2 = pd.matmul %0, %1 {transpose_x = true, transpose_y = false} : (tensor<16x5xf32>, tensor<16x40xf32>) -> tensor<5x40xf32>
  func.return %2 : tensor<5x40xf32>
}

// CHECK-LABEL: func.func @matmul_6(
// CHECK: pd.matmul {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {transpose_x = false, transpose_y = true} : (tensor<2x3xf32>, tensor<3x6x2x2x3xf32>) -> tensor<3x6x2x2x2xf32>
func.func @matmul_6(%0: tensor<2x3xf32>, %1: tensor<3x6x2x2x3xf32>) -> tensor<3x6x2x2x2xf32> {
  %2 = pd.matmul %0, %1 {transpose_x = false, transpose_y = true} : (tensor<2x3xf32>, tensor<3x6x2x2x3xf32>) -> tensor<3x6x2x2x2xf32>
  func.return %2 : tensor<3x6x2x2x2xf32>
}

// CHECK-LABEL: func.func @matmul_7(
// CHECK: pd.matmul {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {transpose_x = false, transpose_y = false} : (tensor<18x40xbf16>, tensor<40x72xbf16>) -> tensor<18x72xbf16>
func.func @matmul_7(%0: tensor<18x40xbf16>, %1: tensor<40x72xbf16>) -> tensor<18x72xbf16> {
  %2 = pd.matmul %0, %1 {transpose_x = false, transpose_y = false} : (tensor<18x40xbf16>, tensor<40x72xbf16>) -> tensor<18x72xbf16>
  func.return %2 : tensor<18x72xbf16>
}

// CHECK-LABEL: func.func @matmul_8(
// CHECK: pd.matmul {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {transpose_x = true, transpose_y = true} : (tensor<2x33x21xbf16>, tensor<2x17x33xbf16>) -> tensor<2x21x17xbf16>
func.func @matmul_8(%0: tensor<2x33x21xbf16>, %1: tensor<2x17x33xbf16>) -> tensor<2x21x17xbf16> {
  %2 = pd.matmul %0, %1 {transpose_x = true, transpose_y = true} : (tensor<2x33x21xbf16>, tensor<2x17x33xbf16>) -> tensor<2x21x17xbf16>
  func.return %2 : tensor<2x21x17xbf16>
}
