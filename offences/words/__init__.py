"""Every sentence that readers see, made from data: claims, missing figures, drafts.

Plain Python over `offences.claims` and `offences.statistics`. Nothing is decided here: a rule has
decided, and a module of this room puts the result into words. Each sentence stands once.
"""
