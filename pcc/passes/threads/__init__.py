"""Kernels as the code of one GPU thread."""
