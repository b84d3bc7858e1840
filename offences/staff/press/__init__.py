"""Pages of the press desk: claims, drafts, signatures, corrections, what is sent."""
