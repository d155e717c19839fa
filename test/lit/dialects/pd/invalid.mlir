// RUN: pcc-opt %s --split-input-file --verify-diagnostics

func.func @shapes(%x: tensor<4x8xf32>, %y: tensor<3x8xf32>) {
  // expected-error @+1 {{do not broadcast}}
  %0 = pd.add %x, %y : (tensor<4x8xf32>, tensor<3x8xf32>) -> tensor<4x8xf32>
  // expected-error @+1 {{result types tensor<8x4xf32> but operands give tensor<4x8xf32>}}
  %1 = pd.exp %x : (tensor<4x8xf32>) -> tensor<8x4xf32>
  // expected-error @+1 {{axis 2 is out of range for rank 2}}
  %2 = pd.softmax %x {axis = 2 : i64} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  // expected-error @+1 {{property 'axis' expected}}
  %3 = pd.softmax %x : (tensor<4x8xf32>) -> tensor<4x8xf32>
  // expected-error @+1 {{perm}}
  %4 = pd.transpose %x {perm = array<i64: 0, 0>} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  // expected-error @+1 {{cannot reshape}}
  %5 = pd.reshape %x {shape = array<i64: 5, 5>} : (tensor<4x8xf32>) -> tensor<5x5xf32>
  func.return
}

// -----

func.func @order(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @+1 {{operand 0 is used before it is defined}}
  %0 = pd.exp %1 : (tensor<4xf32>) -> tensor<4xf32>
  %1 = pd.exp %x : (tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}

// -----

func.func @unknown(%x: tensor<4xf32>) {
  // expected-error @+1 {{pd.expo is not registered}}
  %0 = pd.expo %x : (tensor<4xf32>) -> tensor<4xf32>
  func.return
}

// -----

func.func @twice() {
  func.return
}
// expected-error @+1 {{symbol @twice is defined twice}}
func.func @twice() {
  func.return
}

// -----

// expected-error @+1 {{symbol 'x() {} void y' is no name}}
func.func @"x() {} void y"() {
  func.return
}

// -----

func.func @matrices(%x: tensor<4x8xf32>, %y: tensor<3x4x4xf32>, %v: tensor<4xf32>, %n: tensor<4xi32>, %z: tensor<8x4xf32>) {
  // expected-error @+1 {{pd.cholesky takes square matrices}}
  %0 = pd.cholesky %x {upper = false} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  // expected-error @+1 {{pd.eigh takes matrices of float32 or float64, not tensor<4xf32>}}
  %1, %2 = pd.eigh %v {UPLO = "L"} : (tensor<4xf32>) -> (tensor<4xf32>, tensor<4x4xf32>)
  // expected-error @+1 {{pd.triangular_solve of}}
  %4 = pd.triangular_solve %y, %z {upper = false, transpose = false, unitriangular = false} : (tensor<3x4x4xf32>, tensor<8x4xf32>) -> tensor<3x8x4xf32>
  // expected-error @+1 {{swaps of -1 rows}}
  %7 = pd.row_order %n {rows = -1 : i64} : (tensor<4xi32>) -> tensor<4xi32>
  // expected-error @+1 {{qr with mode full}}
  %8, %9 = pd.qr %x {mode = "full"} : (tensor<4x8xf32>) -> (tensor<4x4xf32>, tensor<4x8xf32>)
  func.return
}
