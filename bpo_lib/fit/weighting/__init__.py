"""What each criterion counts: points, ranks, comparisons of pairs."""
