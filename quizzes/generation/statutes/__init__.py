"""Rules: their cases and tiers, their limits, their numbered lists."""
