"""The register on disk: tables, transactions, the journal. The only package that imports SQLAlchemy and Alembic."""
