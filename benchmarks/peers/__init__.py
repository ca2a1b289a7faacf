"""Peers, each a script that runs as a process of its own, in an environment of its own."""
