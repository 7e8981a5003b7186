"""Everything that knows about Jupyter, HTML and files out."""
