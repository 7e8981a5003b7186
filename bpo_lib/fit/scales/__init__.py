"""The 25 criteria: their anchors, and how each speaks for or against an alternative."""
