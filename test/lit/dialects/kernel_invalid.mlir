// RUN: pcc-opt %s --split-input-file --verify-diagnostics

func.func @types(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @+1 {{its block ends in a kernel.yield of its results' types}}
  %0 = kernel.launch "loops" (%a = %x) : (tensor<4xf32>) -> tensor<4xf32> {
    %1 = pd.greater_than %a, %a : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xi1>
    kernel.yield %1 : tensor<4xi1>
  }
  func.return %0 : tensor<4xf32>
}

// -----

func.func @isolated(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = kernel.launch "loops" () : () -> tensor<4xf32> {
    // expected-error @+1 {{operand 0 is defined in another region}}
    %1 = pd.exp %x : (tensor<4xf32>) -> tensor<4xf32>
    kernel.yield %1 : tensor<4xf32>
  }
  func.return %0 : tensor<4xf32>
}

// -----

func.func @routine(%m: memref<64xf32>) {
  // expected-error @+1 {{unknown routine system}}
  kernel.routine "system"(%m) fields ["a"] {m = 8 : i64} : memref<64xf32>
  // expected-error @+1 {{pcc_gemm_f32 has no field elephants}}
  kernel.routine "pcc_gemm_f32"(%m) fields ["a"] {elephants = 8 : i64} : memref<64xf32>
  func.return
}

// -----

func.func @math(%x: f32) {
  // expected-error @+1 {{no function is called 'exp(x); system'}}
  %0 = kernel.math "exp(x); system"(%x) : (f32) -> f32
  func.return
}

// -----

func.func @compare(%x: vector<8xf32>, %y: vector<8xi32>) {
  // expected-error @+1 {{'slt' is none of false, oeq}}
  %0 = kernel.compare "slt" %x, %x : (vector<8xf32>, vector<8xf32>) -> vector<8xi1>
  // expected-error @+1 {{takes two vectors of one type}}
  %1 = kernel.compare "eq" %y, %x : (vector<8xi32>, vector<8xf32>) -> vector<8xi1>
  // expected-error @+1 {{'exec' is none of extf}}
  %2 = kernel.convert "exec" %x : (vector<8xf32>) -> vector<8xf64>
  // expected-error @+1 {{different numbers of lanes}}
  %3 = kernel.convert "extf" %x : (vector<8xf32>) -> vector<4xf64>
  func.return
}

// -----

func.func @prefetch(%m: memref<64xf32>, %at: index) {
  // expected-error @+1 {{there are caches 1 to 3, not 4}}
  kernel.prefetch %m[%at] ahead 64 : i64 cache 4 : i64 : memref<64xf32>
  func.return
}
