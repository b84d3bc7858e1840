"""More than one machine: a replica, shared memory and storage, each lost in turn."""
