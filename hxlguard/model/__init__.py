"""Frozen values that flow from stage to stage. Only `table` holds cells."""
