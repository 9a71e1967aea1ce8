"""The words of the trade: records and arithmetic, without input, output or clock.

This module imports nothing, so that `planner.model.card` and its plain neighbours stay light.
"""
