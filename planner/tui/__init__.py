"""Everything Textual: the screens, their dialogs and widgets.

The language is chosen (`planner.words.speak`) before anything here is imported, for bindings are made with the classes.
"""
