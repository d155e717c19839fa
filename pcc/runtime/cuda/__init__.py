"""Programs on CUDA devices."""
