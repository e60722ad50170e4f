"""One file a page: a page asks the service, hands plain values to components, and nothing else."""
