"""How disputed places are drawn: the practice of United Nations maps, as rules over the sources.

Natural Earth draws what is held; these rules turn that into what a UN map shows. They are data
about maps and express no opinion. Codes are ISO 3166; XA? to XX? are the UN's own.
"""

MERGED = {
    "N. Cyprus": "CYP",
    "Cyprus U.N. Buffer Zone": "CYP",
    "Akrotiri": "CYP",
    "Dhekelia": "CYP",
    "Somaliland": "SOM",
    "Baikonur": "KAZ",
    "Siachen Glacier": "XJK",
    "Indian Ocean Ter.": "AUS",
    "Kosovo": "XKX",
    "USNB Guantanamo Bay": "CUB",
}
"""Units of the source without an ISO number, and the area they are drawn as."""

CRIMEA = (32.0, 44.0, 37.0, 46.5)
"""West, south, east, north: the piece that the source gives to RUS and UN maps to UKR."""

WESTERN_SAHARA_NORTH = 27.6667
"""Latitude of its northern boundary, 27 degrees 40 minutes; the berm is not drawn."""

DASHED_PAIRS = {
    frozenset(pair)
    for pair in (
        ("SDN", "SSD"),
        ("SRB", "XKX"),
        ("ISR", "SYR"),
        ("ISR", "PSE"),
        ("ISR", "LBN"),
        ("IND", "XJK"),
        ("PAK", "XJK"),
        ("CHN", "XJK"),
    )
}
"""Boundaries that are not final: drawn dashed for their whole length."""

ALWAYS_DASHED = {"N. Cyprus", "Cyprus U.N. Buffer Zone"}
"""Units whose every land boundary is drawn dashed."""

DISPUTED_AREAS = ("XHT", "XBT", "XIT", "XAC", "XAP")
"""Areas of the UN's geodata whose outline is drawn dashed: Halayib, Bir Tawil, Ilemi ..."""

LINE_OF_CONTROL = ("XJK", frozenset(("IND", "PAK")))
"""Inside this area the boundary of these two is drawn dashed."""

OWN_DASHED = [
    # Abyei: Permanent Court of Arbitration, award of 22 July 2009, in The Hague.
    [(27.8333, 9.60), (27.8333, 10.1667), (29.0, 10.1667), (29.0, 9.595)],
    # Western Sahara's northern boundary, from the coast to where three boundaries meet.
    [(-13.17, 27.6667), (-8.6667, 27.6667)],
]
OWN_LABELS = [("Abyei Area", (28.42, 9.78))]

NAMES = {
    "BIH": "Bosnia and Herzegovina",
    "BRN": "Brunei Darussalam",
    "CAF": "Central African Republic",
    "CIV": "Côte d’Ivoire",
    "COD": "Democratic Republic of the Congo",
    "COG": "Congo",
    "CPV": "Cabo Verde",
    "CYP": "Cyprus",
    "CZE": "Czechia",
    "ESH": "Western Sahara",
    "FLK": "Falkland Islands (Malvinas)",
    "FSM": "Micronesia",
    "GBR": "United Kingdom",
    "HKG": "Hong Kong, China",
    "IRN": "Iran",
    "LAO": "Lao PDR",
    "LBY": "Libya",
    "MAC": "Macao, China",
    "MKD": "North Macedonia",
    "MMR": "Myanmar",
    "PRK": "DPR Korea",
    "KOR": "Republic of Korea",
    "PSE": "State of Palestine",
    "RUS": "Russian Federation",
    "SSD": "South Sudan",
    "STP": "Sao Tome and Principe",
    "SWZ": "Eswatini",
    "SYR": "Syrian Arab Republic",
    "TUR": "Türkiye",
    "TWN": "Taiwan Province of China",
    "TZA": "Tanzania",
    "USA": "United States of America",
    "VAT": "Holy See",
    "VNM": "Viet Nam",
    "XJK": "Jammu and Kashmir",
    "XKX": "Kosovo (UNSCR 1244)",
}

REGION = {
    "CAF",
    "SSD",
    "SDN",
    "MLI",
    "COD",
    "LBN",
    "CYP",
    "ESH",
    "XKX",
    "TCD",
    "CMR",
    "COG",
    "UGA",
    "RWA",
    "BDI",
    "KEN",
    "ETH",
    "ERI",
    "DJI",
    "SOM",
    "TZA",
    "NER",
    "NGA",
    "BFA",
    "MRT",
    "SEN",
    "GIN",
    "CIV",
    "GHA",
    "TGO",
    "BEN",
    "LBY",
    "EGY",
    "SYR",
    "ISR",
    "PSE",
    "JOR",
    "IRQ",
    "YEM",
    "HTI",
    "AFG",
    "COL",
}
"""Where missions are or their neighbours live: finer lines, first-level units, small places."""

PROVINCES_OF = {"SDS": "SSD", "SAH": "ESH", "KOS": "XKX", "PSX": "PSE", "CYN": "CYP", "SOL": "SOM"}
"""Codes of the first-level units' source that differ from ISO."""
