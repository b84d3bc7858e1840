"""Nouns in the plural that are no offence or victim, wherever they stand: "likes", "vicars".

Left out are those that may stand for victims or for the places of cases: what is lit, sung or
planted for each, who treats or speaks for each, who may be young or a parent of one, parts of a
district, homes and bedrooms, lives and stories, messages, pictures, phones and accounts, measures,
marks and words in a record.
"""

import re

_JOBS = r"""
employees staff managers spokes\w+ teachers headteachers volunteers counsellors councillors
trustees nurses speakers? officers? detectives specialists? workers? moderators ministers
colleagues founders owners investors journalists lawyers judges coaches committees governors
apprentices librarians engineers directors partners sponsors donors cadets viewers listeners
readers winners finalists riders walkers runners prefects scouts MPs MSPs MEPs AMs aldermen mayors
convenors conveners bishops priests vicars imams rabbis clerks sergeants constables PCSOs analysts
academics professors lecturers researchers scientists firefighters caretakers receptionists
secretaries treasurers authors editors columnists photographers presenters producers bosses
executives coders developers programmers designers experts campaigners organisers accountants
auditors
"""
_BODIES = r"""
(?:primary|secondary)?schools? academies clubs? teams groups companies firms offices forces
stations councils colleges libraries museums hospitals surgeries churches halls centres shops
caf[eé]s pubs counties towns villages countries bodies charities agencies regulators unions
federations trusts ministries departments parliaments boards panels newspapers broadcasters
publishers
"""
_MEETINGS = r"""
workshops? lessons? sessions? talks? class(?:es)? meetings assemblies evenings mornings afternoons
drop-ins (?:mon|tues|wednes|thurs|fri|satur|sun)days people\s+at years minutes hours terms quizzes
goals laps votes plays films podcasts songs documentaries conferences webinars
"""
_WRITTEN = r"""
posters leaflets guides? emails? letters? requests? questions? pages? replies figures numbers
cells rows columns bands ranges? books copies chapters slides languages checklists adverts ads
likes retweets blogs newsletters petitions rules laws steps tips tools kinds views followers
downloads clicks taps swipes calls flyers pamphlets brochures booklets noticeboards
"""
_GOODS = r"""
machines stalls? miles tickets apps platforms pounds pence vans awards prizes grants seats tablets
mopeds bicycles tractors buses chairs rooms mugs badges stickers cakes medals controls settings
filters buttons printers whiteboards projectors members
"""
_ANIMALS = r"""
dogs puppies spaniels labradors collies terriers cats kittens horses ponies rabbits hens
"""
THINGS = re.compile(
    "|".join(
        word
        for words in (_JOBS, _BODIES, _MEETINGS, _WRITTEN, _GOODS, _ANIMALS)
        for word in words.split()
    ),
    re.IGNORECASE,
)
"""What is counted beside a part of the figures, and is no offence."""
