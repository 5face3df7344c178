"""The benchmark: every budget of the project, beside a plain Dash application in the same run."""
