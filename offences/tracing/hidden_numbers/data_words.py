"""Words that speak of the figures, and of what they count."""

from offences.tracing.finding.vocabulary import compiled

_DATA = (
    r"figures?|noughts?|zeros?(?![\s-](?:tolerance|jargon|cost|fuss|charge)\b)|(?<!phone\s)(?<!line\s)(?<!contact\s)(?<!charity\s)numbers?|lists?|listed|(?<!pool\s)(?<!kitchen\s)(?<!tea\s)(?<!dinner\s)tables?(?!\s+tennis)|charts?|totals?|counts?(?!\s+as\s+(?:an?\s+)?(?:\w+\s+){0,2}?(?:offences?|crimes?)\b|\s+of\s+(?:meeting|sexual|causing|inciting|engaging|grooming|abus\w+|possess\w+|making|distribut\w+)\b|\s+of\s{5})|counted|tally|data(?!\s+(?:watchdog|protection))|statistics|stats|returns?|files?"
    r"|(?:came|comes|in)\s+(?:joint\s+)?(?:first|second|third|fourth|fifth|last)(?!\s+(?:time|to)\b)(?:\s+place)?|record(?:s|ed)?|logged|rows?|columns?(?!:)|rank\w*|stars?|asterisks?|dash(?:es)?|cells?|gaps?|blanks?"
)
OF_FIGURES = compiled(rf"\b(?:{_DATA}|cases|victims?)\b")
OF_DATA = compiled(
    rf"\b(?:{_DATA}|offences?|offend\w*|crim\w+|cases?|(?<!can\sbe\s)victims?|incidents?|reported(?!\s+(?:abuse|accounts?)\b)"
    r"|reports|involved|of\s+the\s+(?:(?-i:[A-Z])\w+\s+)?children|(?:children|girls|boys|pupils)\s+(?:was|were|ranged|stretched|spanned|went|ran)|shared?\s+(?:what|(?<!and\s)the\s+rest|the\s+rest(?!\s*(?:[.!?;]|\Z))|between)|what\s+is\s+left|(?<!and\s)the\s+rest|the\s+rest(?!\s*(?:[.!?;]|\Z))|remain\w*|(?<!my\s)(?<!our\s)(?<!her\s)(?<!his\s)(?:youngest|oldest)|(?<!it\s)(?<!what\s)(?<!what\sha[sd]\s)happened|occurred|named|features?|featured|affected|targeted|groomed|abused|(?<!use\s)(?<!fear\s)(?<!dread\s)(?<!matters\s)(?<!matter\s)(?<!need\s)most(?!\s+(?:of\s+(?:us|you)|people|parents|adults|teachers|readers|grown-ups|pupils\s+(?:had|have|know|knew)|schools|days|weekends|evenings|nights|mornings|important|useful)\b)|(?<!at\s)least|fewest|fewer|not\s+many|in\s+there|there(?:[’']s|\s+(?:is|was|are|were))?(?:n[’']t)?\b[^.;?]{0,50}?\b(?:on|in)\s+(?:it|them)|nowhere|(?:is|was)\s+(?:\w+\s+)?there\s+(?:in|on|at|twice|again))\b"
    r"|\b(?:in|on|at)\s+(?:the|its)\s+(?:very\s+)?(?:first|second|third|middle|last)(?=\s+(?:one|folder|page|sheet|line|pile|bundle|month|and|of\s+(?:them|those|these))\b|\s*[.,;])"
)
