"""Names of areas, and the given names that show that a column contains people's names."""


def _names(text: str) -> frozenset[str]:
    return frozenset(" ".join(text.split()).split("; "))


# Each is the sum of several forces, if forces are listed beside it.
REGIONS = _names("""
england and wales; england; wales; scotland; northern ireland; great britain; united kingdom;
uk; north east; north west; yorkshire and the humber; east midlands; east of england; eastern;
london; south east; south west
""")

AREAS = REGIONS | _names("""
avon and somerset; bedfordshire; british transport; cambridgeshire; cheshire; city of london;
london, city of; cleveland; cumbria; derbyshire; devon and cornwall; dorset; durham;
dyfed-powys; dyfed powys; essex; gloucestershire; greater manchester; gwent; hampshire;
hampshire and isle of wight; hertfordshire; humberside; kent; lancashire; leicestershire;
lincolnshire; merseyside; metropolitan; norfolk; north wales; north yorkshire; northamptonshire;
northumbria; nottinghamshire; south wales; south yorkshire; staffordshire; suffolk; surrey;
sussex; thames valley; warwickshire; warwickshire and west mercia; west mercia; west midlands;
west yorkshire; wiltshire; psni; jersey; guernsey; isle of man; ministry of defence; border
force; civil nuclear
""")


_NAMES = """
aaron abdul abigail adam adrian ahmed aidan aisha alan alastair alex alexander alexandra alfie ali
alice alison amanda amber amelia amir amy andrea andrew angela anita ann anna anne annie anthony
antonio archie arthur ayesha barbara barry beatrice ben benjamin bethany beverley brandon brenda
brian bridget callum cameron carl carol caroline carolyn catherine chantelle charles charlie
charlotte chelsea cheryl chloe chris christian christina christine christopher claire clare clive
colin connor craig damian daniel danielle darren dave david dawn deborah debra declan denise
dennis derek diana diane dominic donald donna dorothy douglas duncan dylan edward eileen elaine
eleanor elena elizabeth ella ellie elliot emily emma erin ethan evie fatima fiona frances
francesca frank fred freddie frederick freya gareth gary gavin gemma geoffrey george georgia
georgina gerald gillian glenn gordon graham grzegorz guy hannah harriet harry harvey hassan hayley
heather heidi helen henry holly howard hugh ian ibrahim imogen isaac isabel isabella isabelle isla
jack jacob jacqueline jade jake james jamie jane janet janice jasmine jason jean jeffrey jemma
jennifer jenny jeremy jessica jill joan joanna joanne joe joel john johnny jonathan joseph
josephine joshua joyce juan judith julia julian julie karen karl kate katherine kathleen kathryn
katie katy kayleigh keith kelly kelsey kenneth kerry kevin khadija kieran kimberley kirsty
krzysztof kyle laura lauren lawrence leah leanne lee leo leon lesley lewis liam libby linda
lindsay lisa lorraine louis louise lucas lucy luke lydia lynn lynne maciej maddison madison
malcolm marcus margaret maria marian marie marilyn marion martin martyn mary mateusz matthew
maureen maxwell megan melanie melissa mia michael michelle millie mohamed mohammad mohammed molly
monika morgan muhammad nancy natalia natalie natasha nathan neil niamh nicholas nicola nicole
nigel noah noor olivia omar oscar owen pamela patricia patrick paul paula pauline peter philip
philippa phoebe piotr poppy priya rachael rachel ralph raymond rebecca reece rhiannon rhys richard
rita robert robin roger ronald rosemary rosie roy russell ruth ryan sabrina sally samantha sameer
samuel sandra sara sarah scarlett scott sean sebastian shannon sharon sheila shirley sian simon
sinead siobhan sofia sophia sophie stacey stella stephanie stephen steve steven stewart stuart
susan suzanne sylvia tamara tanya tara terence teresa terry thea theo theresa thomas tim timothy
tina tobias toby tom tomasz toni tony tracey tracy trevor tyler usman valerie vanessa vera
veronica victor vincent wayne wendy wesley william yasmin yusuf yvonne zac zachary zainab zara zoe
"""

GIVEN_NAMES = frozenset(_NAMES.split())
