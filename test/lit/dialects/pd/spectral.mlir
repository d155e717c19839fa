// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @eigh_0(
// CHECK: pd.eigh {{%[0-9a-z_]+}} {UPLO = "L"} : (tensor<3x3xf32>) -> (tensor<3xf32>, tensor<3x3xf32>)
func.func @eigh_0(%0: tensor<3x3xf32>) -> (tensor<3xf32>, tensor<3x3xf32>) {
  %1, %2 = pd.eigh %0 {UPLO = "L"} : (tensor<3x3xf32>) -> (tensor<3xf32>, tensor<3x3xf32>)
  func.return %1, %2 : tensor<3xf32>, tensor<3x3xf32>
}

// CHECK-LABEL: func.func @eigh_1(
// CHECK: pd.eigh {{%[0-9a-z_]+}} {UPLO = "U"} : (tensor<2x5x5xf32>) -> (tensor<2x5xf32>, tensor<2x5x5xf32>)
func.func @eigh_1(%0: tensor<2x5x5xf32>) -> (tensor<2x5xf32>, tensor<2x5x5xf32>) {
  %1, %2 = pd.eigh %0 {UPLO = "U"} : (tensor<2x5x5xf32>) -> (tensor<2x5xf32>, tensor<2x5x5xf32>)
  func.return %1, %2 : tensor<2x5xf32>, tensor<2x5x5xf32>
}

// CHECK-LABEL: func.func @eigh_2(
// CHECK: pd.eigh {{%[0-9a-z_]+}} {UPLO = "L"} : (tensor<2x1x9x9xf64>) -> (tensor<2x1x9xf64>, tensor<2x1x9x9xf64>)
func.func @eigh_2(%0: tensor<2x1x9x9xf64>) -> (tensor<2x1x9xf64>, tensor<2x1x9x9xf64>) {
  %1, %2 = pd.eigh %0 {UPLO = "L"} : (tensor<2x1x9x9xf64>) -> (tensor<2x1x9xf64>, tensor<2x1x9x9xf64>)
  func.return %1, %2 : tensor<2x1x9xf64>, tensor<2x1x9x9xf64>
}

// CHECK-LABEL: func.func @eigh_3(
// CHECK: pd.eigh {{%[0-9a-z_]+}} {UPLO = "L"} : (tensor<1x1xf32>) -> (tensor<1xf32>, tensor<1x1xf32>)
func.func @eigh_3(%0: tensor<1x1xf32>) -> (tensor<1xf32>, tensor<1x1xf32>) {
  %1, %2 = pd.eigh %0 {UPLO = "L"} : (tensor<1x1xf32>) -> (tensor<1xf32>, tensor<1x1xf32>)
  func.return %1, %2 : tensor<1xf32>, tensor<1x1xf32>
}

// CHECK-LABEL: func.func @eigh_4(
// CHECK: pd.eigh {{%[0-9a-z_]+}} {UPLO = "L"} : (tensor<4x2x2xf32>) -> (tensor<4x2xf32>, tensor<4x2x2xf32>)
func.func @eigh_4(%0: tensor<4x2x2xf32>) -> (tensor<4x2xf32>, tensor<4x2x2xf32>) {
  %1, %2 = pd.eigh %0 {UPLO = "L"} : (tensor<4x2x2xf32>) -> (tensor<4x2xf32>, tensor<4x2x2xf32>)
  func.return %1, %2 : tensor<4x2xf32>, tensor<4x2x2xf32>
}

// CHECK-LABEL: func.func @eigvalsh_0(
// CHECK: pd.eigvalsh {{%[0-9a-z_]+}} {uplo = "L"} : (tensor<2x5x5xf32>) -> (tensor<2x5xf32>, tensor<2x5x5xf32>)
func.func @eigvalsh_0(%0: tensor<2x5x5xf32>) -> (tensor<2x5xf32>, tensor<2x5x5xf32>) {
  %1, %2 = pd.eigvalsh %0 {uplo = "L"} : (tensor<2x5x5xf32>) -> (tensor<2x5xf32>, tensor<2x5x5xf32>)
  func.return %1, %2 : tensor<2x5xf32>, tensor<2x5x5xf32>
}

// CHECK-LABEL: func.func @eigvalsh_1(
// CHECK: pd.eigvalsh {{%[0-9a-z_]+}} {uplo = "U"} : (tensor<17x17xf64>) -> (tensor<17xf64>, tensor<17x17xf64>)
func.func @eigvalsh_1(%0: tensor<17x17xf64>) -> (tensor<17xf64>, tensor<17x17xf64>) {
  %1, %2 = pd.eigvalsh %0 {uplo = "U"} : (tensor<17x17xf64>) -> (tensor<17xf64>, tensor<17x17xf64>)
  func.return %1, %2 : tensor<17xf64>, tensor<17x17xf64>
}

// CHECK-LABEL: func.func @svd_0(
// CHECK: pd.svd {{%[0-9a-z_]+}} {full_matrices = false} : (tensor<3x3xf32>) -> (tensor<3x3xf32>, tensor<3xf32>, tensor<3x3xf32>)
func.func @svd_0(%0: tensor<3x3xf32>) -> (tensor<3x3xf32>, tensor<3xf32>, tensor<3x3xf32>) {
  %1, %2, %3 = pd.svd %0 {full_matrices = false} : (tensor<3x3xf32>) -> (tensor<3x3xf32>, tensor<3xf32>, tensor<3x3xf32>)
  func.return %1, %2, %3 : tensor<3x3xf32>, tensor<3xf32>, tensor<3x3xf32>
}

// CHECK-LABEL: func.func @svd_1(
// CHECK: pd.svd {{%[0-9a-z_]+}} {full_matrices = false} : (tensor<2x5x3xf32>) -> (tensor<2x5x3xf32>, tensor<2x3xf32>, tensor<2x3x3xf32>)
func.func @svd_1(%0: tensor<2x5x3xf32>) -> (tensor<2x5x3xf32>, tensor<2x3xf32>, tensor<2x3x3xf32>) {
  %1, %2, %3 = pd.svd %0 {full_matrices = false} : (tensor<2x5x3xf32>) -> (tensor<2x5x3xf32>, tensor<2x3xf32>, tensor<2x3x3xf32>)
  func.return %1, %2, %3 : tensor<2x5x3xf32>, tensor<2x3xf32>, tensor<2x3x3xf32>
}

// CHECK-LABEL: func.func @svd_2(
// CHECK: pd.svd {{%[0-9a-z_]+}} {full_matrices = true} : (tensor<3x5xf32>) -> (tensor<3x3xf32>, tensor<3xf32>, tensor<5x5xf32>)
func.func @svd_2(%0: tensor<3x5xf32>) -> (tensor<3x3xf32>, tensor<3xf32>, tensor<5x5xf32>) {
  %1, %2, %3 = pd.svd %0 {full_matrices = true} : (tensor<3x5xf32>) -> (tensor<3x3xf32>, tensor<3xf32>, tensor<5x5xf32>)
  func.return %1, %2, %3 : tensor<3x3xf32>, tensor<3xf32>, tensor<5x5xf32>
}

// CHECK-LABEL: func.func @svd_3(
// CHECK: pd.svd {{%[0-9a-z_]+}} {full_matrices = true} : (tensor<7x4xf64>) -> (tensor<7x7xf64>, tensor<4xf64>, tensor<4x4xf64>)
func.func @svd_3(%0: tensor<7x4xf64>) -> (tensor<7x7xf64>, tensor<4xf64>, tensor<4x4xf64>) {
  %1, %2, %3 = pd.svd %0 {full_matrices = true} : (tensor<7x4xf64>) -> (tensor<7x7xf64>, tensor<4xf64>, tensor<4x4xf64>)
  func.return %1, %2, %3 : tensor<7x7xf64>, tensor<4xf64>, tensor<4x4xf64>
}

// CHECK-LABEL: func.func @svd_4(
// CHECK: pd.svd {{%[0-9a-z_]+}} {full_matrices = false} : (tensor<2x1x4x9xf64>) -> (tensor<2x1x4x4xf64>, tensor<2x1x4xf64>, tensor<2x1x4x9xf64>)
func.func @svd_4(%0: tensor<2x1x4x9xf64>) -> (tensor<2x1x4x4xf64>, tensor<2x1x4xf64>, tensor<2x1x4x9xf64>) {
  %1, %2, %3 = pd.svd %0 {full_matrices = false} : (tensor<2x1x4x9xf64>) -> (tensor<2x1x4x4xf64>, tensor<2x1x4xf64>, tensor<2x1x4x9xf64>)
  func.return %1, %2, %3 : tensor<2x1x4x4xf64>, tensor<2x1x4xf64>, tensor<2x1x4x9xf64>
}

// CHECK-LABEL: func.func @svd_5(
// CHECK: pd.svd {{%[0-9a-z_]+}} {full_matrices = false} : (tensor<9x9xf32>) -> (tensor<9x9xf32>, tensor<9xf32>, tensor<9x9xf32>)
func.func @svd_5(%0: tensor<9x9xf32>) -> (tensor<9x9xf32>, tensor<9xf32>, tensor<9x9xf32>) {
  %1, %2, %3 = pd.svd %0 {full_matrices = false} : (tensor<9x9xf32>) -> (tensor<9x9xf32>, tensor<9xf32>, tensor<9x9xf32>)
  func.return %1, %2, %3 : tensor<9x9xf32>, tensor<9xf32>, tensor<9x9xf32>
}

// CHECK-LABEL: func.func @svdvals_0(
// CHECK: pd.svdvals {{%[0-9a-z_]+}} : (tensor<2x5x3xf32>) -> tensor<2x3xf32>
func.func @svdvals_0(%0: tensor<2x5x3xf32>) -> tensor<2x3xf32> {
  %1 = pd.svdvals %0 : (tensor<2x5x3xf32>) -> tensor<2x3xf32>
  func.return %1 : tensor<2x3xf32>
}

// CHECK-LABEL: func.func @svdvals_1(
// CHECK: pd.svdvals {{%[0-9a-z_]+}} : (tensor<3x17xf64>) -> tensor<3xf64>
func.func @svdvals_1(%0: tensor<3x17xf64>) -> tensor<3xf64> {
  %1 = pd.svdvals %0 : (tensor<3x17xf64>) -> tensor<3xf64>
  func.return %1 : tensor<3xf64>
}
