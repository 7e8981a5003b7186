"""Risk: what a deal costs and earns when volume, people, wages, currencies and quality turn out otherwise."""
