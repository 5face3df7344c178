"""An open dashboard of regional ICT indicators; start reading in app.py or in docs/architecture.md."""
