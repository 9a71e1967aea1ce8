"""The screens, their dialogs and widgets."""
