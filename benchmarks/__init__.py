"""What is claimed about speed, measured beside its peers: `make bench`."""
