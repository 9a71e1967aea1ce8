"""The command line: a module a group of commands, each importing what it needs when it is called."""
