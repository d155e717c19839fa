// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @contract_0(
// CHECK: pd.contract {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {equation = "bhls,bshd->blhd"} : (tensor<2x3x5x7xf32>, tensor<2x7x3x4xf32>) -> tensor<2x5x3x4xf32>
func.func @contract_0(%0: tensor<2x3x5x7xf32>, %1: tensor<2x7x3x4xf32>) -> tensor<2x5x3x4xf32> {
  %2 = pd.contract %0, %1 {equation = "bhls,bshd->blhd"} : (tensor<2x3x5x7xf32>, tensor<2x7x3x4xf32>) -> tensor<2x5x3x4xf32>
  func.return %2 : tensor<2x5x3x4xf32>
}

// CHECK-LABEL: func.func @einsum_0(
// CHECK: pd.einsum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {equation = "bhls,bshd->blhd"} : (tensor<2x3x5x7xf32>, tensor<2x7x3x4xf32>) -> tensor<2x5x3x4xf32>
func.func @einsum_0(%0: tensor<2x3x5x7xf32>, %1: tensor<2x7x3x4xf32>) -> tensor<2x5x3x4xf32> {
  %2 = pd.einsum %0, %1 {equation = "bhls,bshd->blhd"} : (tensor<2x3x5x7xf32>, tensor<2x7x3x4xf32>) -> tensor<2x5x3x4xf32>
  func.return %2 : tensor<2x5x3x4xf32>
}

// CHECK-LABEL: func.func @einsum_1(
// CHECK: pd.einsum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {equation = "blhe,bshe->bhls"} : (tensor<2x5x3x4xf32>, tensor<2x7x3x4xf32>) -> tensor<2x3x5x7xf32>
func.func @einsum_1(%0: tensor<2x5x3x4xf32>, %1: tensor<2x7x3x4xf32>) -> tensor<2x3x5x7xf32> {
  %2 = pd.einsum %0, %1 {equation = "blhe,bshe->bhls"} : (tensor<2x5x3x4xf32>, tensor<2x7x3x4xf32>) -> tensor<2x3x5x7xf32>
  func.return %2 : tensor<2x3x5x7xf32>
}

// CHECK-LABEL: func.func @einsum_2(
// CHECK: pd.einsum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {equation = "ij,jk->ki"} : (tensor<5x9xf32>, tensor<9x33xf32>) -> tensor<33x5xf32>
func.func @einsum_2(%0: tensor<5x9xf32>, %1: tensor<9x33xf32>) -> tensor<33x5xf32> {
  %2 = pd.einsum %0, %1 {equation = "ij,jk->ki"} : (tensor<5x9xf32>, tensor<9x33xf32>) -> tensor<33x5xf32>
  func.return %2 : tensor<33x5xf32>
}

// CHECK-LABEL: func.func @einsum_3(
// CHECK: pd.einsum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {equation = "bij,bjk->bik"} : (tensor<2x3x4xf64>, tensor<2x4x5xf64>) -> tensor<2x3x5xf64>
func.func @einsum_3(%0: tensor<2x3x4xf64>, %1: tensor<2x4x5xf64>) -> tensor<2x3x5xf64> {
  %2 = pd.einsum %0, %1 {equation = "bij,bjk->bik"} : (tensor<2x3x4xf64>, tensor<2x4x5xf64>) -> tensor<2x3x5xf64>
  func.return %2 : tensor<2x3x5xf64>
}

// CHECK-LABEL: func.func @einsum_4(
// CHECK: pd.einsum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {equation = "luij,jk->luik"} : (tensor<2x3x4x5xf32>, tensor<5x6xf32>) -> tensor<2x3x4x6xf32>
func.func @einsum_4(%0: tensor<2x3x4x5xf32>, %1: tensor<5x6xf32>) -> tensor<2x3x4x6xf32> {
  %2 = pd.einsum %0, %1 {equation = "luij,jk->luik"} : (tensor<2x3x4x5xf32>, tensor<5x6xf32>) -> tensor<2x3x4x6xf32>
  func.return %2 : tensor<2x3x4x6xf32>
}

// CHECK-LABEL: func.func @einsum_5(
// CHECK: pd.einsum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {equation = "i,j->ij"} : (tensor<5xf32>, tensor<7xf32>) -> tensor<5x7xf32>
func.func @einsum_5(%0: tensor<5xf32>, %1: tensor<7xf32>) -> tensor<5x7xf32> {
  %2 = pd.einsum %0, %1 {equation = "i,j->ij"} : (tensor<5xf32>, tensor<7xf32>) -> tensor<5x7xf32>
  func.return %2 : tensor<5x7xf32>
}

// CHECK-LABEL: func.func @einsum_6(
// CHECK: pd.einsum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {equation = "ij,ij->"} : (tensor<5x7xf32>, tensor<5x7xf32>) -> tensor<f32>
func.func @einsum_6(%0: tensor<5x7xf32>, %1: tensor<5x7xf32>) -> tensor<f32> {
  %2 = pd.einsum %0, %1 {equation = "ij,ij->"} : (tensor<5x7xf32>, tensor<5x7xf32>) -> tensor<f32>
  func.return %2 : tensor<f32>
}

// CHECK-LABEL: func.func @einsum_7(
// CHECK: pd.einsum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {equation = "bi,bi->b"} : (tensor<5x7xf32>, tensor<5x7xf32>) -> tensor<5xf32>
func.func @einsum_7(%0: tensor<5x7xf32>, %1: tensor<5x7xf32>) -> tensor<5xf32> {
  %2 = pd.einsum %0, %1 {equation = "bi,bi->b"} : (tensor<5x7xf32>, tensor<5x7xf32>) -> tensor<5xf32>
  func.return %2 : tensor<5xf32>
}

// CHECK-LABEL: func.func @einsum_8(
// CHECK: pd.einsum {{%[0-9a-z_]+}} {equation = "ijk->kj"} : (tensor<3x4x5xf32>) -> tensor<5x4xf32>
func.func @einsum_8(%0: tensor<3x4x5xf32>) -> tensor<5x4xf32> {
  %1 = pd.einsum %0 {equation = "ijk->kj"} : (tensor<3x4x5xf32>) -> tensor<5x4xf32>
  func.return %1 : tensor<5x4xf32>
}

// CHECK-LABEL: func.func @einsum_9(
// CHECK: pd.einsum {{%[0-9a-z_]+}} {equation = "ijk->j"} : (tensor<3x4x5xf32>) -> tensor<4xf32>
func.func @einsum_9(%0: tensor<3x4x5xf32>) -> tensor<4xf32> {
  %1 = pd.einsum %0 {equation = "ijk->j"} : (tensor<3x4x5xf32>) -> tensor<4xf32>
  func.return %1 : tensor<4xf32>
}

// CHECK-LABEL: func.func @einsum_10(
// CHECK: pd.einsum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {equation = "jk,ij->ki"} : (tensor<4x5xf32>, tensor<3x4xf32>) -> tensor<5x3xf32>
func.func @einsum_10(%0: tensor<4x5xf32>, %1: tensor<3x4xf32>) -> tensor<5x3xf32> {
  %2 = pd.einsum %0, %1 {equation = "jk,ij->ki"} : (tensor<4x5xf32>, tensor<3x4xf32>) -> tensor<5x3xf32>
  func.return %2 : tensor<5x3xf32>
}

// CHECK-LABEL: func.func @einsum_11(
// CHECK: pd.einsum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {equation = "ijk,jl->il"} : (tensor<3x4x5xf32>, tensor<4x6xf32>) -> tensor<3x6xf32>
func.func @einsum_11(%0: tensor<3x4x5xf32>, %1: tensor<4x6xf32>) -> tensor<3x6xf32> {
  %2 = pd.einsum %0, %1 {equation = "ijk,jl->il"} : (tensor<3x4x5xf32>, tensor<4x6xf32>) -> tensor<3x6xf32>
  func.return %2 : tensor<3x6xf32>
}

// CHECK-LABEL: func.func @einsum_12(
// CHECK: pd.einsum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {equation = "bxyc,cd->bxyd"} : (tensor<2x3x4x5xf32>, tensor<5x6xf32>) -> tensor<2x3x4x6xf32>
func.func @einsum_12(%0: tensor<2x3x4x5xf32>, %1: tensor<5x6xf32>) -> tensor<2x3x4x6xf32> {
  %2 = pd.einsum %0, %1 {equation = "bxyc,cd->bxyd"} : (tensor<2x3x4x5xf32>, tensor<5x6xf32>) -> tensor<2x3x4x6xf32>
  func.return %2 : tensor<2x3x4x6xf32>
}

// CHECK-LABEL: func.func @einsum_13(
// CHECK: pd.einsum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {equation = "bijc,bklc->bijkl"} : (tensor<2x3x4x5xf32>, tensor<2x2x3x5xf32>) -> tensor<2x3x4x2x3xf32>
func.func @einsum_13(%0: tensor<2x3x4x5xf32>, %1: tensor<2x2x3x5xf32>) -> tensor<2x3x4x2x3xf32> {
  %2 = pd.einsum %0, %1 {equation = "bijc,bklc->bijkl"} : (tensor<2x3x4x5xf32>, tensor<2x2x3x5xf32>) -> tensor<2x3x4x2x3xf32>
  func.return %2 : tensor<2x3x4x2x3xf32>
}

// CHECK-LABEL: func.func @einsum_14(
// CHECK: pd.einsum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {equation = "abk,kcd->acbd"} : (tensor<2x3x5xf32>, tensor<5x2x3xf32>) -> tensor<2x2x3x3xf32>
func.func @einsum_14(%0: tensor<2x3x5xf32>, %1: tensor<5x2x3xf32>) -> tensor<2x2x3x3xf32> {
  %2 = pd.einsum %0, %1 {equation = "abk,kcd->acbd"} : (tensor<2x3x5xf32>, tensor<5x2x3xf32>) -> tensor<2x2x3x3xf32>
  func.return %2 : tensor<2x2x3x3xf32>
}

// CHECK-LABEL: func.func @einsum_15(
// CHECK: pd.einsum {{%[0-9a-z_]+}}, {{%[0-9a-z_]+}} {equation = "mb,nb->mnb"} : (tensor<3x5xf32>, tensor<4x5xf32>) -> tensor<3x4x5xf32>
func.func @einsum_15(%0: tensor<3x5xf32>, %1: tensor<4x5xf32>) -> tensor<3x4x5xf32> {
  %2 = pd.einsum %0, %1 {equation = "mb,nb->mnb"} : (tensor<3x5xf32>, tensor<4x5xf32>) -> tensor<3x4x5xf32>
  func.return %2 : tensor<3x4x5xf32>
}
