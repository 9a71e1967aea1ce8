"""What a user can do: the verbs, shared by the screen, the command line and Python.

Every change goes through here, as one transaction with one journal entry, which is one undo step.
"""
