"""How firm an answer is, on plain arrays: acceptability, tips, flips, worth of knowing."""
