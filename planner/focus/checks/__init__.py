"""One file a check, in the folder of its group; `planner.focus.register` lists them."""
