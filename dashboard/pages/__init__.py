"""The pages: one module each, with its PATH, the word of its NAME and its `layout`."""
