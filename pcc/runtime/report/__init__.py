"""A compilation as one HTML page."""
