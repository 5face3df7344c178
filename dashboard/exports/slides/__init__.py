"""PowerPoint: a view as a slide with a native chart, a collection of views as a deck."""
