"""What the secretariat knows: plain values and pure rules. No Qt, no SQL, no files, no clock."""
