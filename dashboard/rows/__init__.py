"""The rows of what is shown: every value with unit, status, source and note; never imports dash."""
