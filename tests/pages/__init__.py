"""Public pages as a server gives them: headers, caches, weight; pages about the figures."""
