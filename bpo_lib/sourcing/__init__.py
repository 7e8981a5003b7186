"""Sourcing: which delivery model, which provider."""
