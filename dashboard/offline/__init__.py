"""Files that show figures without a server: their scripts, styles, words and markup."""
