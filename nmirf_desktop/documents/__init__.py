"""Content in, PDF bytes out. The only package that imports ReportLab and pikepdf."""
