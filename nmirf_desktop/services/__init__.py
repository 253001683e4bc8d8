"""What the secretariat does: one method is one verb is one transaction."""
