"""Fit: should this process leave the house?"""
