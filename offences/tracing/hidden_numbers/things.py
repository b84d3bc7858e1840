"""Nouns in the plural that are no offence or victim, wherever they stand: "likes", "rolls".

Left out are those that may stand for victims: what is lit or planted for each, homes and bedrooms,
lives and stories, messages, pictures, phones and accounts, marks in a table.
"""

import re

_JOBS = r"""
employees staff managers spokes\w+ teachers headteachers volunteers counsellors councillors
trustees nurses speakers? officers? detectives specialists? workers? moderators ministers
colleagues founders owners investors journalists lawyers judges coaches committees governors
apprentices librarians engineers directors partners sponsors donors cadets viewers listeners
readers winners finalists riders walkers runners prefects scouts MPs MSPs MEPs AMs peers aldermen
mayors convenors conveners bishops priests vicars imams rabbis clerks sergeants constables PCSOs
analysts academics professors lecturers researchers scientists psychologists psychiatrists
therapists dentists doctors pharmacists midwives paramedics firefighters soldiers sailors
fishermen lifeguards referees umpires goalkeepers swimmers cyclists dancers singers drummers
pianists conductors electricians builders plumbers cleaners cooks chefs bakers butchers farmers
caretakers receptionists secretaries treasurers tutors actors musicians artists writers authors
poets editors columnists photographers presenters producers bosses executives coders developers
programmers designers pensioners shoppers commuters passengers guests delegates candidates voters
constituents taxpayers ratepayers subscribers experts campaigners organisers stewards marshals
ushers jurors interpreters translators accountants auditors ambassadors mentors
"""
_BODIES = r"""
(?:primary|secondary)?schools? academies clubs? teams groups companies firms offices forces
stations councils colleges libraries museums hospitals surgeries churches halls centres shops
caf[eé]s pubs counties towns villages countries bodies charities agencies regulators primaries
secondaries nurseries playgroups parishes wards boroughs districts chapels mosques temples garages
banks hotels cinemas theatres stadiums gyms parks playgrounds factories warehouses unions
federations trusts ministries departments branches societies associations leagues parliaments
boards panels choirs orchestras squads crews universities businesses newspapers broadcasters
publishers
"""
_MEETINGS = r"""
workshops? lessons? sessions? talks? class(?:es)? meetings assemblies evenings mornings afternoons
drop-ins (?:mon|tues|wednes|thurs|fri|satur|sun)days people\s+at years minutes hours terms decades
centuries generations concerts gigs festivals fairs fetes bazaars raffles quizzes races goals laps
votes plays films podcasts songs documentaries rehearsals sermons conferences webinars
"""
_WRITTEN = r"""
posters leaflets guides? emails? letters? requests? questions? pages? replies figures numbers
cells rows columns bands ranges? books copies chapters slides languages checklists articles
editorials headlines broadcasts bulletins adverts ads comments likes retweets emojis hashtags
blogs newsletters paragraphs words footnotes verses hymns poems sketches motions amendments bills
clauses petitions signatures consultations recommendations proposals priorities objectives rules
laws regulations policies pledges options reasons arguments objections ideas suggestions opinions
themes topics aims principles steps tips tools kinds views followers downloads clicks taps swipes
calls bookmarks flyers pamphlets brochures booklets banners placards noticeboards billboards
certificates diplomas
"""
_GOODS = r"""
machines stalls? miles tickets apps platforms pounds pence vans awards prizes grants seats tablets
mopeds bicycles tractors buses chairs rooms mugs badges stickers cakes medals controls settings
filters buttons rolls pies sandwiches biscuits burgers pizzas sausages teas coffees drinks bottles
cups plates bowls bags crates barrels buckets tins jars tents desks lamps windows
fences guitars drums violins trumpets pianos footballs bikes scooters skateboards toys puzzles
jigsaws costumes hats scarves shirts t-shirts jumpers pens pencils crayons paintings murals
sculptures statues trophies trains trams ships ferries planes lorries 
servers routers keyboards headsets batteries robots drones printers whiteboards projectors
microphones inches yards metres kilometres acres litres pints ounces kilos tonnes gigabytes
megabytes pixels members
"""
_ANIMALS = r"""
dogs puppies spaniels labradors collies terriers cats kittens horses ponies rabbits hens cows
ducks chickens goats pigs hamsters goldfish birds swans seals
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
