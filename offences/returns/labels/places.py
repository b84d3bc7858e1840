"""The areas that police forces are named after, without “Police” or “Constabulary”."""


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
