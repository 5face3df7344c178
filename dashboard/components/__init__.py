"""What pages are made of: components that several pages share; they know no page."""
