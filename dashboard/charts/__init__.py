"""What is shown: every chart and every table of values, each with all that it is; never imports dash."""
