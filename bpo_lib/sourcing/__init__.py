"""Sourcing: which delivery model, which provider."""

from bpo_lib.sourcing.criteria import VENDOR_CRITERIA, VendorCriterion

__all__ = ["VENDOR_CRITERIA", "VendorCriterion"]
