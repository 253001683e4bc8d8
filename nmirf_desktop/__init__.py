"""NMIRF Desktop: the secretariat of the International Network of NMIRFs on one laptop."""

__version__ = "0.1.0"
