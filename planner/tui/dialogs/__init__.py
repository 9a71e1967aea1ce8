"""Small modal questions: each gives its answer to the caller, who acts on it."""
