"""What can be told by its shape: numbers to call, ages, positions, homes, relatives.

Every pattern reads the text as `plain` gives it: no accents, digits ASCII.
"""

import re
from collections.abc import Iterator
from typing import Final

Span = tuple[int, int]


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


# -- numbers to call and addresses to write to

_DIGITS: Final = re.compile(r"(?<![\w-])\+?\(?\d(?:[ ().\-/]{0,2}\d){6,14}(?!\w)")
_NO_CALL: Final = re.compile(
    r"\d{1,3}(?:[ ,.]\d{3})+|\d{4}-\d{2}-\d{2}|\d{1,2}[./ -]\d{1,2}[./ -](?:19|20)\d{2}"
    r"|(?:19|20)\d{2} ?[-/] ?(?:19|20)\d{2}|[0-2]\d[0-5]\d ?[-/] ?[0-2]\d[0-5]\d"
)
_SPOKEN: Final = (
    "zero|oh|one|two|three|four|five|six|seven|eight|nine|double"
    "|un|deux|trois|quatre|cinq|sept|huit|neuf"
    "|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve"
    "|صفر|واحد|اثنان|اثنين|ثلاثه|اربعه|خمسه|سته|سبعه|ثمانيه|تسعه"
)
_WRITTEN: Final = _any(
    r"[\w.+-]+@[\w-]+\.[\w.]+",
    r"(?<!\w)@\w{3,}",
    r"\b(?:facebook|fb|instagram|tiktok|telegram|t|wa)\.(?:com|me)/\S+",
    rf"\b(?:{_SPOKEN})\b(?:[\s,-]+(?:{_SPOKEN})\b){{5,}}",
)

# -- ages

_NUMBER: Final = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty"
    r"|un|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
    r"|dix-sept|dix-huit|dix-neuf|vingt"
    r"|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciseis"
    r"|diecisiete|dieciocho|diecinueve|veinte"
    r"|(?:احد|احدي|اثنا|اثني|اثنتا|ثلاث|ثلاثه|اربع|اربعه|خمس|خمسه|ست|سته|سبع|سبعه|ثماني|ثمانيه|تسع"
    r"|تسعه)(?: عشره?)?|عشره?)"
)
_ABOUT: Final = r"(?:about |around |perhaps |only |just |environ |apenas |unos |d')?"
_RANGE: Final = rf"{_NUMBER}(?:\s?(?:-|/|to|or|and|a|ou|o)\s?{_NUMBER})?"
_AGES: Final = (
    _any(
        rf"\b(?:aged?|age of|age is|age:)\s+{_ABOUT}{_RANGE}\b",
        rf"\b{_RANGE}[\s-]*(?:years?|yrs?|months?)[\s-]*(?:old|of age)\b",
        r"\b\d{1,2}\s?(?:y/o|yo)\b",
        rf"\b(?:boy|girl|child|kid|son|daughter|baby)\s*(?:of|,|\()\s*{_ABOUT}{_RANGE}\b",
        r"\b(?:he|she|girl|boy|child)\s+(?:is|was|looks|looked|seems|turned)\s+"
        rf"{_ABOUT}{_NUMBER}\b(?!\s*(?:%|km|m\b|metres|am|pm|of|persons|people|days|weeks))",
        rf"\b(?:children|boys|girls|kids)\s*,\s*{_NUMBER}\s+and\s+{_NUMBER}\b",
    ),
    _any(
        rf"\b(?:lad|lass|youth|teenager|minor|kid)\s+of\s+{_ABOUT}{_RANGE}\b",
        r"\b(?:born|nee?|nacid[ao])\s+(?:in|on|en|el|le)\s+(?:\w+\s+){0,2}\d",
        r"\bمن مواليد\b",
        rf"\bun[ae]?\s+\w+\s+de\s+{_RANGE}\s+(?:ans|anos)\b",
        rf"\b(?:tiene|tenia)\s+{_ABOUT}{_NUMBER}\b(?!\s+\w+s\b)",
        r"\b(?:صبي|فتي|فتاه|طفله?|بنت|ولد)\s+في\s+ال\w+",
    ),
    _any(rf"\bage?e?s?\s+(?:de\s+|d')(?:moins de |plus de )?{_ABOUT}{_RANGE}\b"),
    _any(rf"\b(?:fille|garcon|enfant|bebe|filles|enfants)\s+de\s+{_RANGE}\s+(?:ans|mois)\b"),
    _any(rf"(?<!y )\b(?:a|avait|ont|tiene|tenia|tienen)\s+{_ABOUT}{_RANGE}\s+(?:ans|anos)\b"),
    _any(rf"\b(?:nina|nino|muchach[ao]|joven|menor|bebe|edad)\s+de\s+{_RANGE}\s+(?:anos|meses)\b"),
    _any(rf"\bde edad de {_RANGE}\b", rf"\bde {_RANGE} anos de edad\b"),
    _any(
        rf"(?:عمره|عمرها|عمر|سنها|البالغه?|يبلغ|تبلغ)\b[^\d.،]{{0,16}}?\b{_NUMBER}\b",
        rf"\b{_NUMBER}\s+(?:سنه|سنوات|عاما|عام|اعوام)\s+من\s+العمر",
        r"\bفي\s+(?:ال\w+\s+)(?:عشره?\s+)?من\s+(?:عمره|عمرها|العمر)",
    ),
)
_LEGAL_AGE: Final = re.compile(r"\b(?:18|eighteen|dix-huit|dieciocho)\b")

# -- positions

_HEMI: Final = r"[NSEWO]"
_POSITIONS: Final = _any(
    rf"-?\b\d{{1,3}}[.,]\d{{3,}}\s*°?\s*{_HEMI}?[\s,;/]+(?:and |et |y |e |و)?"
    r"-?\d{1,3}[.,]\d{3,}",
    r"\b\d{1,3}[.,]\d{3,}\s*(?:شمالا|جنوبا|شرقا|غربا)",
    r"\b\d{1,3}\s*°\s*\d{1,2}",
    r"\b(?:lat|latitude|latitud|long|longitude|longitud|lon)\.?\s*:?\s*-?\d{1,3}[.,]\d{2,}",
    r"(?:خط العرض|خط الطول)\s*\d{1,3}[.,]\d{2,}",
    r"\b[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}\b",
    r"/{3}\s?\w{3,}\.\w{3,}\.\w{3,}",
    r"\b(?:goo\.gl/maps|maps\.app|maps\.google|google\.\w+/maps|osm\.org)\S*",
)
_GRIDS: Final = re.compile(
    r"\b(?:\d{1,2}\s?[C-HJ-NP-Xc-hj-np-x]\s?[A-HJ-NP-Za-hj-np-z]{2}|[A-HJ-NP-Z]{2})\s?"
    r"(?P<digits>\d[\d ]{1,11})(?!\w)"
)
_GRID_WORDS: Final = re.compile(
    r"(?:\b(?:grid|mgrs|gps|coord\w*|carre|cuadricula)|(?:ال)?احداثيات)\W{0,3}(?:\w+\W{1,3}){0,2}?"
    r"(?P<digits>\d[\d ]{4,12}\d)(?!\w)",
    re.IGNORECASE,
)
_COARSE_DIGITS: Final = 4

# -- homes and relatives

_HOME: Final = (
    r"(?:house|home|hut|tukul|compound|tent|shelter|room|flat|apartment|dwelling|shack|homestead)"
)
_BESIDE: Final = (
    r"(?:next to|beside|behind|opposite|near|facing|across from|in front of|at the (?:end|corner)"
    r"|with (?:a|the) \w+ (?:door|roof|gate|fence|wall))"
)
_COLOUR: Final = (
    r"(?:blue|green|red|white|yellow|black|brown|bleue?|verte?|rouge|blanche?|jaune|noire?"
    r"|azul|verde|roj[ao]|blanc[ao]|amarill[ao]|negr[ao])"
)
_NTH: Final = (
    r"(?:first|second|third|fourth|fifth|last|\d(?:st|nd|rd|th)|premiere?|deuxieme|troisieme"
    r"|quatrieme|derniere?|primera?|segund[ao]|tercera?|cuart[ao]|ultim[ao])"
)
_FR_HOME: Final = r"(?:maison|case|hutte|tente|domicile|concession|chambre|logement|parcelle|abri)"
_FR_BESIDE: Final = (
    r"(?:a cote d|derriere|en face d|pres d|devant|au coin|au fond"
    r"|(?:avec (?:un|une|la|le)|au|a la) (?:porte|toit|portail|mur))"
)
_ES_HOME: Final = r"(?:casa|choza|vivienda|carpa|cuarto|domicilio|rancho|habitacion|parcela)"
_ES_BESIDE: Final = (
    r"(?:junto al?|detras|enfrente|frente al?|al lado|cerca del?"
    r"|(?:con|de) (?:la|una|el|un) (?:puerta|techo|porton|muro))"
)
_AR_HOME: Final = (
    r"(?:وال|بال|لل|ال|ب|ل|و)?(?:بيت|منزل|دار|كوخ|خيمه|خيمت|غرفه|غرفت|مسكن)(?:ها|ه|هم|هن)?"
)
_AR_BESIDE: Final = r"(?:بجانب|بجوار|خلف|وراء|امام|مقابل|قرب|رقم|المجاوره?|ذو الباب|ذات الباب)"
_HOMES: Final = _any(
    rf"\b{_HOME}\b(?:\s+\w+){{0,2}}\s+{_BESIDE}\b",
    rf"\b{_COLOUR}\s+(?:door|gate|roof|{_HOME}|fence)\b",
    rf"\b{_NTH}\s+(?:{_HOME}|{_FR_HOME}|{_ES_HOME}|door)\b",
    rf"\b(?:{_HOME}|{_FR_HOME}|{_ES_HOME}|plot|row)\s*(?:no\.?|n°|number|numero|#)?\s*[a-z]?\d+\b",
    r"\b(?:row|rangee|fila)\s+(?:[A-Z]|\d+)\b",
    r"\b(?:live[sd]?|stay(?:s|ed)?|sleeps?)\s+(?:right\s+)?"
    r"(?:next to|behind|beside|opposite|across|above|at number)\b",
    rf"\b(?!(?:women|people|children|men|girls)'s)\w+'s\s+{_HOME}\b",
    rf"\b{_FR_HOME}\b(?:\s+\w+){{0,2}}\s+{_FR_BESIDE}",
    rf"\b(?:porte|toit|portail|maison|case|tente)\s+{_COLOUR}\b",
    r"\b(?:habite|vit|loge|dort)\s+(?:juste\s+)?(?:derriere|a cote|en face|devant|au-dessus)\b",
    rf"\b{_ES_HOME}\b(?:\s+\w+){{0,2}}\s+{_ES_BESIDE}\b",
    rf"\b(?:puerta|techo|porton|casa|choza|carpa)\s+{_COLOUR}\b",
    r"\b(?:vive|duerme|se queda)\s+(?:justo\s+)?(?:detras|junto|al lado|enfrente|frente|encima)\b",
    rf"\b{_AR_HOME}\b(?:\s+\w+){{0,2}}\s+{_AR_BESIDE}\b",
    r"\b(?:الباب|باب|السقف|سقف)\s+(?:ال)?(?:ازرق|اخضر|احمر|ابيض|اصفر|اسود)\b",
    r"\b(?:البيت|المنزل|الخيمه|الكوخ)\s+(?:الاول|الثاني|الثالث|الرابع|الاخير)ه?\b",
    r"\b(?:تسكن|يسكن|اسكن|تعيش|يعيش|تقيم|يقيم)\s+(?:خلف|وراء|بجانب|بجوار|امام|مقابل|فوق)\b",
)
_OFFICE: Final = (
    r"(?:chief|headman|teacher|imam|pastor|priest|mayor|commander|nurse|midwife|doctor|trader"
    r"|shopkeeper|driver|interpreter|guard|sheikh|pharmacist|baker|butcher|headmaster)"
)
_FR_OFFICE: Final = (
    r"(?:chef|maitre|enseignant|imam|pasteur|pretre|maire|commandant|infirmier|infirmiere|medecin"
    r"|commercant|boutiquier|chauffeur|interprete|gardien|pharmacien|boulanger|directeur)"
)
_ES_OFFICE: Final = (
    r"(?:jefe|maestr[ao]|profesora?|pastor|cura|sacerdote|alcalde|comandante|enfermer[ao]|medic[ao]"
    r"|tender[ao]|comerciante|chofer|interprete|guardia|panader[ao]|directora?)"
)
_RELATIVES: Final = _any(
    r"\b(?:daughter|son|wife|husband|sister|brother|mother|father|niece|nephew|widow)\s+of\s+"
    rf"(?:the|our|a)\s+(?:\w+\s+)?{_OFFICE}\b",
    rf"\b(?:daughter|son|wife|husband|sister|brother|mother|father)\s+is\s+(?:the|a)\s+{_OFFICE}\b",
    rf"\b(?:fille|fils|femme|mari|soeur|frere|mere|pere)\s+est\s+(?:le |la |l')?{_FR_OFFICE}\b",
    rf"\b(?:hij[ao]|espos[ao]|marido|herman[ao]|madre|padre)\s+es\s+(?:el |la )?{_ES_OFFICE}\b",
    rf"\b{_OFFICE}'s\s+(?:daughter|son|wife|husband|sister|brother|mother|father|niece|nephew)\b",
    r"\b(?:fille|fils|femme|epouse|mari|soeur|frere|mere|pere|niece|neveu|veuve)\s+"
    rf"(?:du|de la|de l'|de notre|d'un|d'une)\s?(?:\w+\s+)?{_FR_OFFICE}\b",
    r"\b(?:hij[ao]|mujer|espos[ao]|marido|herman[ao]|madre|padre|sobrin[ao]|viuda)\s+"
    rf"(?:del|de la|de un|de una|de nuestro)\s+{_ES_OFFICE}\b",
    r"\b(?:ابنه|ابن|بنت|زوجه|زوج|اخت|اخو|اخ|ام|والده|والد|ارمله)\s+"
    r"(?:ال)?(?:شيخ|رئيس|معلم|مدرس|امام|طبيب|عمده|قائد|قس|تاجر|سائق|مترجم|ممرض|مدير)ه?\b",
)


def contacts(text: str) -> Iterator[Span]:
    """Telephone numbers, in words too, addresses and accounts."""
    for found in _DIGITS.finditer(text):
        if not _NO_CALL.fullmatch(found.group()):
            yield found.span()
    yield from (found.span() for found in _WRITTEN.finditer(text))


def ages(text: str) -> Iterator[Span]:
    """Ages of people; that somebody is under or over 18 is none."""
    for pattern in _AGES:
        for found in pattern.finditer(text):
            before = text[max(0, found.start() - 12) : found.end()].lower()
            if not (_LEGAL_AGE.search(found.group()) and _limit(before)):
                yield found.span()


def _limit(text: str) -> bool:
    words = ("under", "over", "below", "moins de", "plus de", "menor", "mayor", "دون", "فوق", "تحت")
    return any(word in text for word in words)


def positions(text: str) -> Iterator[Span]:
    """Grids of more than four digits, latitudes and longitudes, codes and links of maps."""
    for pattern in (_GRIDS, _GRID_WORDS):
        for found in pattern.finditer(text):
            if len(found["digits"].replace(" ", "")) > _COARSE_DIGITS:
                yield found.span()
    yield from (found.span() for found in _POSITIONS.finditer(text))


def homes(text: str) -> Iterator[Span]:
    """Words that lead to one house, hut or tent."""
    return (found.span() for found in _HOMES.finditer(text))


def relatives(text: str) -> Iterator[Span]:
    """People told by whose relatives they are."""
    return (found.span() for found in _RELATIVES.finditer(text))
