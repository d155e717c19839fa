// RUN: pcc-opt %s --print-op-generic | pcc-opt | filecheck %s
// Made by tools_dev/make_round_trips.py.

// CHECK-LABEL: func.func @cumsum_0(
// CHECK: pd.cumsum {{%[0-9a-z_]+}} {axis = -1 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<3x70xf32>) -> tensor<3x70xf32>
func.func @cumsum_0(%0: tensor<3x70xf32>) -> tensor<3x70xf32> {
  %1 = pd.cumsum %0 {axis = -1 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<3x70xf32>) -> tensor<3x70xf32>
  func.return %1 : tensor<3x70xf32>
}

// CHECK-LABEL: func.func @cumsum_1(
// CHECK: pd.cumsum {{%[0-9a-z_]+}} {axis = 0 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<9x40xf32>) -> tensor<9x40xf32>
func.func @cumsum_1(%0: tensor<9x40xf32>) -> tensor<9x40xf32> {
  %1 = pd.cumsum %0 {axis = 0 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<9x40xf32>) -> tensor<9x40xf32>
  func.return %1 : tensor<9x40xf32>
}

// CHECK-LABEL: func.func @cumsum_2(
// CHECK: pd.cumsum {{%[0-9a-z_]+}} {axis = 1 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<2x5x33xf32>) -> tensor<2x5x33xf32>
func.func @cumsum_2(%0: tensor<2x5x33xf32>) -> tensor<2x5x33xf32> {
  %1 = pd.cumsum %0 {axis = 1 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<2x5x33xf32>) -> tensor<2x5x33xf32>
  func.return %1 : tensor<2x5x33xf32>
}

// CHECK-LABEL: func.func @cumsum_3(
// CHECK: pd.cumsum {{%[0-9a-z_]+}} {axis = -1 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<7xf32>) -> tensor<7xf32>
func.func @cumsum_3(%0: tensor<7xf32>) -> tensor<7xf32> {
  %1 = pd.cumsum %0 {axis = -1 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<7xf32>) -> tensor<7xf32>
  func.return %1 : tensor<7xf32>
}

// CHECK-LABEL: func.func @cumsum_4(
// CHECK: pd.cumsum {{%[0-9a-z_]+}} {axis = 1 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<2x6x3xf32>) -> tensor<2x6x3xf32>
func.func @cumsum_4(%0: tensor<2x6x3xf32>) -> tensor<2x6x3xf32> {
  %1 = pd.cumsum %0 {axis = 1 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<2x6x3xf32>) -> tensor<2x6x3xf32>
  func.return %1 : tensor<2x6x3xf32>
}

// CHECK-LABEL: func.func @cumsum_5(
// CHECK: pd.cumsum {{%[0-9a-z_]+}} {axis = -1 : i64, flatten = true, exclusive = false, reverse = false} : (tensor<3x5xf32>) -> tensor<15xf32>
func.func @cumsum_5(%0: tensor<3x5xf32>) -> tensor<15xf32> {
  %1 = pd.cumsum %0 {axis = -1 : i64, flatten = true, exclusive = false, reverse = false} : (tensor<3x5xf32>) -> tensor<15xf32>
  func.return %1 : tensor<15xf32>
}

// CHECK-LABEL: func.func @cumsum_6(
// CHECK: pd.cumsum {{%[0-9a-z_]+}} {axis = 1 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<3x7xi64>) -> tensor<3x7xi64>
func.func @cumsum_6(%0: tensor<3x7xi64>) -> tensor<3x7xi64> {
  %1 = pd.cumsum %0 {axis = 1 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<3x7xi64>) -> tensor<3x7xi64>
  func.return %1 : tensor<3x7xi64>
}

// CHECK-LABEL: func.func @cumsum_7(
// CHECK: pd.cumsum {{%[0-9a-z_]+}} {axis = 1 : i64, flatten = false, exclusive = true, reverse = true} : (tensor<3x7x20xf32>) -> tensor<3x7x20xf32>
func.func @cumsum_7(%0: tensor<3x7x20xf32>) -> tensor<3x7x20xf32> {
  %1 = pd.cumsum %0 {axis = 1 : i64, flatten = false, exclusive = true, reverse = true} : (tensor<3x7x20xf32>) -> tensor<3x7x20xf32>
  func.return %1 : tensor<3x7x20xf32>
}

// CHECK-LABEL: func.func @cumsum_8(
// CHECK: pd.cumsum {{%[0-9a-z_]+}} {axis = -1 : i64, flatten = false, exclusive = false, reverse = true} : (tensor<3x7xf64>) -> tensor<3x7xf64>
func.func @cumsum_8(%0: tensor<3x7xf64>) -> tensor<3x7xf64> {
  %1 = pd.cumsum %0 {axis = -1 : i64, flatten = false, exclusive = false, reverse = true} : (tensor<3x7xf64>) -> tensor<3x7xf64>
  func.return %1 : tensor<3x7xf64>
}

// CHECK-LABEL: func.func @cumsum_9(
// CHECK: pd.cumsum {{%[0-9a-z_]+}} {axis = 0 : i64, flatten = false, exclusive = true, reverse = false} : (tensor<5x7xf32>) -> tensor<5x7xf32>
func.func @cumsum_9(%0: tensor<5x7xf32>) -> tensor<5x7xf32> {
  %1 = pd.cumsum %0 {axis = 0 : i64, flatten = false, exclusive = true, reverse = false} : (tensor<5x7xf32>) -> tensor<5x7xf32>
  func.return %1 : tensor<5x7xf32>
}

// CHECK-LABEL: func.func @cumsum_10(
// CHECK: pd.cumsum {{%[0-9a-z_]+}} {axis = 1 : i64, flatten = false, exclusive = true, reverse = true} : (tensor<2x3000xf64>) -> tensor<2x3000xf64>
func.func @cumsum_10(%0: tensor<2x3000xf64>) -> tensor<2x3000xf64> {
  %1 = pd.cumsum %0 {axis = 1 : i64, flatten = false, exclusive = true, reverse = true} : (tensor<2x3000xf64>) -> tensor<2x3000xf64>
  func.return %1 : tensor<2x3000xf64>
}

// CHECK-LABEL: func.func @cumsum_11(
// CHECK: pd.cumsum {{%[0-9a-z_]+}} {axis = 1 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<2x70x12xf32>) -> tensor<2x70x12xf32>
func.func @cumsum_11(%0: tensor<2x70x12xf32>) -> tensor<2x70x12xf32> {
  %1 = pd.cumsum %0 {axis = 1 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<2x70x12xf32>) -> tensor<2x70x12xf32>
  func.return %1 : tensor<2x70x12xf32>
}

// CHECK-LABEL: func.func @logcumsumexp_0(
// CHECK: pd.logcumsumexp {{%[0-9a-z_]+}} {axis = -1 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<3x70xf32>) -> tensor<3x70xf32>
func.func @logcumsumexp_0(%0: tensor<3x70xf32>) -> tensor<3x70xf32> {
  %1 = pd.logcumsumexp %0 {axis = -1 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<3x70xf32>) -> tensor<3x70xf32>
  func.return %1 : tensor<3x70xf32>
}

// CHECK-LABEL: func.func @logcumsumexp_1(
// CHECK: pd.logcumsumexp {{%[0-9a-z_]+}} {axis = 0 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<9x40xf32>) -> tensor<9x40xf32>
func.func @logcumsumexp_1(%0: tensor<9x40xf32>) -> tensor<9x40xf32> {
  %1 = pd.logcumsumexp %0 {axis = 0 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<9x40xf32>) -> tensor<9x40xf32>
  func.return %1 : tensor<9x40xf32>
}

// CHECK-LABEL: func.func @logcumsumexp_2(
// CHECK: pd.logcumsumexp {{%[0-9a-z_]+}} {axis = 1 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<2x5x33xf32>) -> tensor<2x5x33xf32>
func.func @logcumsumexp_2(%0: tensor<2x5x33xf32>) -> tensor<2x5x33xf32> {
  %1 = pd.logcumsumexp %0 {axis = 1 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<2x5x33xf32>) -> tensor<2x5x33xf32>
  func.return %1 : tensor<2x5x33xf32>
}

// CHECK-LABEL: func.func @logcumsumexp_3(
// CHECK: pd.logcumsumexp {{%[0-9a-z_]+}} {axis = -1 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<7xf32>) -> tensor<7xf32>
func.func @logcumsumexp_3(%0: tensor<7xf32>) -> tensor<7xf32> {
  %1 = pd.logcumsumexp %0 {axis = -1 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<7xf32>) -> tensor<7xf32>
  func.return %1 : tensor<7xf32>
}

// CHECK-LABEL: func.func @logcumsumexp_4(
// CHECK: pd.logcumsumexp {{%[0-9a-z_]+}} {axis = 1 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<2x6x3xf32>) -> tensor<2x6x3xf32>
func.func @logcumsumexp_4(%0: tensor<2x6x3xf32>) -> tensor<2x6x3xf32> {
  %1 = pd.logcumsumexp %0 {axis = 1 : i64, flatten = false, exclusive = false, reverse = false} : (tensor<2x6x3xf32>) -> tensor<2x6x3xf32>
  func.return %1 : tensor<2x6x3xf32>
}

// CHECK-LABEL: func.func @logcumsumexp_5(
// CHECK: pd.logcumsumexp {{%[0-9a-z_]+}} {axis = -1 : i64, flatten = true, exclusive = false, reverse = false} : (tensor<3x5xf32>) -> tensor<15xf32>
func.func @logcumsumexp_5(%0: tensor<3x5xf32>) -> tensor<15xf32> {
  %1 = pd.logcumsumexp %0 {axis = -1 : i64, flatten = true, exclusive = false, reverse = false} : (tensor<3x5xf32>) -> tensor<15xf32>
  func.return %1 : tensor<15xf32>
}

// CHECK-LABEL: func.func @cumprod_0(
// CHECK: pd.cumprod {{%[0-9a-z_]+}} {dim = -1 : i64, exclusive = false, reverse = false} : (tensor<3x70xf32>) -> tensor<3x70xf32>
func.func @cumprod_0(%0: tensor<3x70xf32>) -> tensor<3x70xf32> {
  %1 = pd.cumprod %0 {dim = -1 : i64, exclusive = false, reverse = false} : (tensor<3x70xf32>) -> tensor<3x70xf32>
  func.return %1 : tensor<3x70xf32>
}

// CHECK-LABEL: func.func @cumprod_1(
// CHECK: pd.cumprod {{%[0-9a-z_]+}} {dim = 0 : i64, exclusive = false, reverse = false} : (tensor<9x40xf32>) -> tensor<9x40xf32>
func.func @cumprod_1(%0: tensor<9x40xf32>) -> tensor<9x40xf32> {
  %1 = pd.cumprod %0 {dim = 0 : i64, exclusive = false, reverse = false} : (tensor<9x40xf32>) -> tensor<9x40xf32>
  func.return %1 : tensor<9x40xf32>
}

// CHECK-LABEL: func.func @cumprod_2(
// CHECK: pd.cumprod {{%[0-9a-z_]+}} {dim = 1 : i64, exclusive = false, reverse = false} : (tensor<2x5x33xf32>) -> tensor<2x5x33xf32>
func.func @cumprod_2(%0: tensor<2x5x33xf32>) -> tensor<2x5x33xf32> {
  %1 = pd.cumprod %0 {dim = 1 : i64, exclusive = false, reverse = false} : (tensor<2x5x33xf32>) -> tensor<2x5x33xf32>
  func.return %1 : tensor<2x5x33xf32>
}

// CHECK-LABEL: func.func @cumprod_3(
// CHECK: pd.cumprod {{%[0-9a-z_]+}} {dim = -1 : i64, exclusive = false, reverse = false} : (tensor<7xf32>) -> tensor<7xf32>
func.func @cumprod_3(%0: tensor<7xf32>) -> tensor<7xf32> {
  %1 = pd.cumprod %0 {dim = -1 : i64, exclusive = false, reverse = false} : (tensor<7xf32>) -> tensor<7xf32>
  func.return %1 : tensor<7xf32>
}

// CHECK-LABEL: func.func @cumprod_4(
// CHECK: pd.cumprod {{%[0-9a-z_]+}} {dim = 1 : i64, exclusive = false, reverse = false} : (tensor<2x6x3xf32>) -> tensor<2x6x3xf32>
func.func @cumprod_4(%0: tensor<2x6x3xf32>) -> tensor<2x6x3xf32> {
  %1 = pd.cumprod %0 {dim = 1 : i64, exclusive = false, reverse = false} : (tensor<2x6x3xf32>) -> tensor<2x6x3xf32>
  func.return %1 : tensor<2x6x3xf32>
}

// CHECK-LABEL: func.func @cumprod_5(
// CHECK: pd.cumprod {{%[0-9a-z_]+}} {dim = 1 : i64, exclusive = false, reverse = false} : (tensor<3x7xi64>) -> tensor<3x7xi64>
func.func @cumprod_5(%0: tensor<3x7xi64>) -> tensor<3x7xi64> {
  %1 = pd.cumprod %0 {dim = 1 : i64, exclusive = false, reverse = false} : (tensor<3x7xi64>) -> tensor<3x7xi64>
  func.return %1 : tensor<3x7xi64>
}

// CHECK-LABEL: func.func @cumprod_6(
// CHECK: pd.cumprod {{%[0-9a-z_]+}} {dim = 0 : i64, exclusive = true, reverse = true} : (tensor<3x7xf32>) -> tensor<3x7xf32>
func.func @cumprod_6(%0: tensor<3x7xf32>) -> tensor<3x7xf32> {
  %1 = pd.cumprod %0 {dim = 0 : i64, exclusive = true, reverse = true} : (tensor<3x7xf32>) -> tensor<3x7xf32>
  func.return %1 : tensor<3x7xf32>
}

// CHECK-LABEL: func.func @cummax_0(
// CHECK: pd.cummax {{%[0-9a-z_]+}} {axis = -1 : i64, dtype = i64} : (tensor<3x70xf32>) -> (tensor<3x70xf32>, tensor<3x70xi64>)
func.func @cummax_0(%0: tensor<3x70xf32>) -> (tensor<3x70xf32>, tensor<3x70xi64>) {
  %1, %2 = pd.cummax %0 {axis = -1 : i64, dtype = i64} : (tensor<3x70xf32>) -> (tensor<3x70xf32>, tensor<3x70xi64>)
  func.return %1, %2 : tensor<3x70xf32>, tensor<3x70xi64>
}

// CHECK-LABEL: func.func @cummax_1(
// CHECK: pd.cummax {{%[0-9a-z_]+}} {axis = 0 : i64, dtype = i64} : (tensor<9x40xf32>) -> (tensor<9x40xf32>, tensor<9x40xi64>)
func.func @cummax_1(%0: tensor<9x40xf32>) -> (tensor<9x40xf32>, tensor<9x40xi64>) {
  %1, %2 = pd.cummax %0 {axis = 0 : i64, dtype = i64} : (tensor<9x40xf32>) -> (tensor<9x40xf32>, tensor<9x40xi64>)
  func.return %1, %2 : tensor<9x40xf32>, tensor<9x40xi64>
}

// CHECK-LABEL: func.func @cummax_2(
// CHECK: pd.cummax {{%[0-9a-z_]+}} {axis = 1 : i64, dtype = i64} : (tensor<2x5x33xf32>) -> (tensor<2x5x33xf32>, tensor<2x5x33xi64>)
func.func @cummax_2(%0: tensor<2x5x33xf32>) -> (tensor<2x5x33xf32>, tensor<2x5x33xi64>) {
  %1, %2 = pd.cummax %0 {axis = 1 : i64, dtype = i64} : (tensor<2x5x33xf32>) -> (tensor<2x5x33xf32>, tensor<2x5x33xi64>)
  func.return %1, %2 : tensor<2x5x33xf32>, tensor<2x5x33xi64>
}

// CHECK-LABEL: func.func @cummax_3(
// CHECK: pd.cummax {{%[0-9a-z_]+}} {axis = -1 : i64, dtype = i64} : (tensor<7xf32>) -> (tensor<7xf32>, tensor<7xi64>)
func.func @cummax_3(%0: tensor<7xf32>) -> (tensor<7xf32>, tensor<7xi64>) {
  %1, %2 = pd.cummax %0 {axis = -1 : i64, dtype = i64} : (tensor<7xf32>) -> (tensor<7xf32>, tensor<7xi64>)
  func.return %1, %2 : tensor<7xf32>, tensor<7xi64>
}

// CHECK-LABEL: func.func @cummax_4(
// CHECK: pd.cummax {{%[0-9a-z_]+}} {axis = 1 : i64, dtype = i64} : (tensor<2x6x3xf32>) -> (tensor<2x6x3xf32>, tensor<2x6x3xi64>)
func.func @cummax_4(%0: tensor<2x6x3xf32>) -> (tensor<2x6x3xf32>, tensor<2x6x3xi64>) {
  %1, %2 = pd.cummax %0 {axis = 1 : i64, dtype = i64} : (tensor<2x6x3xf32>) -> (tensor<2x6x3xf32>, tensor<2x6x3xi64>)
  func.return %1, %2 : tensor<2x6x3xf32>, tensor<2x6x3xi64>
}

// CHECK-LABEL: func.func @cummax_5(
// CHECK: pd.cummax {{%[0-9a-z_]+}} {axis = 0 : i64, dtype = i64} : (tensor<9x20xi64>) -> (tensor<9x20xi64>, tensor<9x20xi64>)
func.func @cummax_5(%0: tensor<9x20xi64>) -> (tensor<9x20xi64>, tensor<9x20xi64>) {
  %1, %2 = pd.cummax %0 {axis = 0 : i64, dtype = i64} : (tensor<9x20xi64>) -> (tensor<9x20xi64>, tensor<9x20xi64>)
  func.return %1, %2 : tensor<9x20xi64>, tensor<9x20xi64>
}

// CHECK-LABEL: func.func @cummax_6(
// CHECK: pd.cummax {{%[0-9a-z_]+}} {axis = 1 : i64, dtype = i64} : (tensor<2x3000xi64>) -> (tensor<2x3000xi64>, tensor<2x3000xi64>)
func.func @cummax_6(%0: tensor<2x3000xi64>) -> (tensor<2x3000xi64>, tensor<2x3000xi64>) {
  %1, %2 = pd.cummax %0 {axis = 1 : i64, dtype = i64} : (tensor<2x3000xi64>) -> (tensor<2x3000xi64>, tensor<2x3000xi64>)
  func.return %1, %2 : tensor<2x3000xi64>, tensor<2x3000xi64>
}

// CHECK-LABEL: func.func @cummax_7(
// CHECK: pd.cummax {{%[0-9a-z_]+}} {axis = -1 : i64, dtype = i32} : (tensor<3x9xi32>) -> (tensor<3x9xi32>, tensor<3x9xi32>)
func.func @cummax_7(%0: tensor<3x9xi32>) -> (tensor<3x9xi32>, tensor<3x9xi32>) {
  %1, %2 = pd.cummax %0 {axis = -1 : i64, dtype = i32} : (tensor<3x9xi32>) -> (tensor<3x9xi32>, tensor<3x9xi32>)
  func.return %1, %2 : tensor<3x9xi32>, tensor<3x9xi32>
}

// CHECK-LABEL: func.func @cummax_8(
// CHECK: pd.cummax {{%[0-9a-z_]+}} {axis = -1 : i64, dtype = i64} : (tensor<27xf64>) -> (tensor<27xf64>, tensor<27xi64>)
func.func @cummax_8(%0: tensor<27xf64>) -> (tensor<27xf64>, tensor<27xi64>) {
  %1, %2 = pd.cummax %0 {axis = -1 : i64, dtype = i64} : (tensor<27xf64>) -> (tensor<27xf64>, tensor<27xi64>)
  func.return %1, %2 : tensor<27xf64>, tensor<27xi64>
}

// CHECK-LABEL: func.func @cummin_0(
// CHECK: pd.cummin {{%[0-9a-z_]+}} {axis = -1 : i64, dtype = i64} : (tensor<3x70xf32>) -> (tensor<3x70xf32>, tensor<3x70xi64>)
func.func @cummin_0(%0: tensor<3x70xf32>) -> (tensor<3x70xf32>, tensor<3x70xi64>) {
  %1, %2 = pd.cummin %0 {axis = -1 : i64, dtype = i64} : (tensor<3x70xf32>) -> (tensor<3x70xf32>, tensor<3x70xi64>)
  func.return %1, %2 : tensor<3x70xf32>, tensor<3x70xi64>
}

// CHECK-LABEL: func.func @cummin_1(
// CHECK: pd.cummin {{%[0-9a-z_]+}} {axis = 0 : i64, dtype = i64} : (tensor<9x40xf32>) -> (tensor<9x40xf32>, tensor<9x40xi64>)
func.func @cummin_1(%0: tensor<9x40xf32>) -> (tensor<9x40xf32>, tensor<9x40xi64>) {
  %1, %2 = pd.cummin %0 {axis = 0 : i64, dtype = i64} : (tensor<9x40xf32>) -> (tensor<9x40xf32>, tensor<9x40xi64>)
  func.return %1, %2 : tensor<9x40xf32>, tensor<9x40xi64>
}

// CHECK-LABEL: func.func @cummin_2(
// CHECK: pd.cummin {{%[0-9a-z_]+}} {axis = 1 : i64, dtype = i64} : (tensor<2x5x33xf32>) -> (tensor<2x5x33xf32>, tensor<2x5x33xi64>)
func.func @cummin_2(%0: tensor<2x5x33xf32>) -> (tensor<2x5x33xf32>, tensor<2x5x33xi64>) {
  %1, %2 = pd.cummin %0 {axis = 1 : i64, dtype = i64} : (tensor<2x5x33xf32>) -> (tensor<2x5x33xf32>, tensor<2x5x33xi64>)
  func.return %1, %2 : tensor<2x5x33xf32>, tensor<2x5x33xi64>
}

// CHECK-LABEL: func.func @cummin_3(
// CHECK: pd.cummin {{%[0-9a-z_]+}} {axis = -1 : i64, dtype = i64} : (tensor<7xf32>) -> (tensor<7xf32>, tensor<7xi64>)
func.func @cummin_3(%0: tensor<7xf32>) -> (tensor<7xf32>, tensor<7xi64>) {
  %1, %2 = pd.cummin %0 {axis = -1 : i64, dtype = i64} : (tensor<7xf32>) -> (tensor<7xf32>, tensor<7xi64>)
  func.return %1, %2 : tensor<7xf32>, tensor<7xi64>
}

// CHECK-LABEL: func.func @cummin_4(
// CHECK: pd.cummin {{%[0-9a-z_]+}} {axis = 1 : i64, dtype = i64} : (tensor<2x6x3xf32>) -> (tensor<2x6x3xf32>, tensor<2x6x3xi64>)
func.func @cummin_4(%0: tensor<2x6x3xf32>) -> (tensor<2x6x3xf32>, tensor<2x6x3xi64>) {
  %1, %2 = pd.cummin %0 {axis = 1 : i64, dtype = i64} : (tensor<2x6x3xf32>) -> (tensor<2x6x3xf32>, tensor<2x6x3xi64>)
  func.return %1, %2 : tensor<2x6x3xf32>, tensor<2x6x3xi64>
}

// CHECK-LABEL: func.func @cummin_5(
// CHECK: pd.cummin {{%[0-9a-z_]+}} {axis = 0 : i64, dtype = i64} : (tensor<9x20xi64>) -> (tensor<9x20xi64>, tensor<9x20xi64>)
func.func @cummin_5(%0: tensor<9x20xi64>) -> (tensor<9x20xi64>, tensor<9x20xi64>) {
  %1, %2 = pd.cummin %0 {axis = 0 : i64, dtype = i64} : (tensor<9x20xi64>) -> (tensor<9x20xi64>, tensor<9x20xi64>)
  func.return %1, %2 : tensor<9x20xi64>, tensor<9x20xi64>
}

// CHECK-LABEL: func.func @cummin_6(
// CHECK: pd.cummin {{%[0-9a-z_]+}} {axis = 1 : i64, dtype = i64} : (tensor<2x3000xi64>) -> (tensor<2x3000xi64>, tensor<2x3000xi64>)
func.func @cummin_6(%0: tensor<2x3000xi64>) -> (tensor<2x3000xi64>, tensor<2x3000xi64>) {
  %1, %2 = pd.cummin %0 {axis = 1 : i64, dtype = i64} : (tensor<2x3000xi64>) -> (tensor<2x3000xi64>, tensor<2x3000xi64>)
  func.return %1, %2 : tensor<2x3000xi64>, tensor<2x3000xi64>
}

// CHECK-LABEL: func.func @cummin_7(
// CHECK: pd.cummin {{%[0-9a-z_]+}} {axis = -1 : i64, dtype = i32} : (tensor<3x9xi32>) -> (tensor<3x9xi32>, tensor<3x9xi32>)
func.func @cummin_7(%0: tensor<3x9xi32>) -> (tensor<3x9xi32>, tensor<3x9xi32>) {
  %1, %2 = pd.cummin %0 {axis = -1 : i64, dtype = i32} : (tensor<3x9xi32>) -> (tensor<3x9xi32>, tensor<3x9xi32>)
  func.return %1, %2 : tensor<3x9xi32>, tensor<3x9xi32>
}

// CHECK-LABEL: func.func @cummin_8(
// CHECK: pd.cummin {{%[0-9a-z_]+}} {axis = -1 : i64, dtype = i64} : (tensor<27xf64>) -> (tensor<27xf64>, tensor<27xi64>)
func.func @cummin_8(%0: tensor<27xf64>) -> (tensor<27xf64>, tensor<27xi64>) {
  %1, %2 = pd.cummin %0 {axis = -1 : i64, dtype = i64} : (tensor<27xf64>) -> (tensor<27xf64>, tensor<27xi64>)
  func.return %1, %2 : tensor<27xf64>, tensor<27xi64>
}
