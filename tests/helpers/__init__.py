"""What tests, benchmarks and trials by hand share: private daemons, real guests, displays, waiting."""
