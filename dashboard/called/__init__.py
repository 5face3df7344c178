"""What programs are told of the service, and how they call it."""
