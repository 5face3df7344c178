"""File formats: what is written here knows no chart, no view and no table of ours."""
