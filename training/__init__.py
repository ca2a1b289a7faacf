"""Makes the data files that hxlguard ships and that are learned from other data."""
