"""What is claimed about detection, measured on labelled columns beside peers."""
