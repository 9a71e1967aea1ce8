"""What is generic, off target, spread too thin: pure checks on a calendar and a day."""
