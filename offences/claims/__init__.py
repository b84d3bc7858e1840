"""What may be said of the figures, and why the rest may not.

Plain Python over `offences.statistics`: facts go in, and every claim of the catalogue comes out
allowed or refused, each with its figures, the cells behind it and the code of the reason. The
words are in `offences.words`.
"""
