"""What planner says, in French and in English."""
