"""Bids of providers: must-haves, scores, price, evaluators."""
