"""Programs for CUDA devices on a machine that has none."""
