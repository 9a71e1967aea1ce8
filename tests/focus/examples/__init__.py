"""What fires each check and what nearly does, one module a check; `test_examples` runs them."""
