"""Benchmarks' JSON files as a page of documentation with pictures."""
