"""Seeded patrol prose in four languages: synthetic, so a dictionary trained on it leaks nothing."""

from random import Random

LANGUAGES = ("en", "fr", "es", "ar")

_FIRST = (
    "Adoum Amina Brahim Chantal Dieudonné Espérance Fatimé Gaston Hassan Idriss Jeanne Kossi Leïla "
    "Mahamat Ngozi Oumar Pascal Rakia Saleh Tchounga Valérie Wani Yusuf Zénaba"
).split()
_LAST = (
    "Abakar Bello Djimet Fall Garba Haroun Issa Kamara Lado Mbaye Nguema Okello Ousmane Saboun "
    "Toure Wol Yaya Zakaria"
).split()
_PLACES = (
    "Adoum Tarek Birao Kagabandoro Ngaya Zemio Obo Rafaï Bakala Sibut Kouango Mobaye Ndélé "
    "Tiringoulou Alindao Ippy Dékoa Batangafo Markounda Paoua Bocaranga Bouar"
).split()

_SENTENCES = {
    "en": (
        "The patrol of {n} vehicles left {p} at {t} and moved {d} towards {q}.",
        "At {t} the lead vehicle was stopped by {n} armed men in {c} at grid {g}.",
        "The speaker, who called himself {w}, said that {r} and refused passage.",
        "Behind the barrier a pick-up with a mounted machine gun and {n} rifles was seen.",
        "The patrol leader explained the mandate and asked for a superior; nobody answered.",
        "Liaison was called at {t} and promised to send an officer, who did not arrive.",
        "After {n} minutes the patrol turned back on the same route without harm or loss.",
        "Villagers near {q} told of shots heard {d} of the market the day before.",
        "About {n} people with belongings were walking {d} from {p}; most were women and children.",
        "Two bursts and {n} single shots were heard at {t} from the direction {d}.",
        "The bridge at grid {g} is damaged; vehicles above five tonnes cannot pass.",
        "No injuries were seen. One windscreen was broken and a radio was taken, number {n}{n}.",
        "{w}, who runs the health post of {q}, asked for medicine and for a night patrol.",
        "The patrol took photographs of the obstacle from a distance and marked the place.",
        "Weather clear, road dry, visibility good; fuel used {n} litres.",
    ),
    "fr": (
        "La patrouille de {n} véhicules a quitté {p} à {t} et s'est dirigée vers {q}.",
        "À {t}, le véhicule de tête a été arrêté par {n} hommes armés en {c}, coordonnées {g}.",
        "L'homme qui parlait, nommé {w}, a dit que {r} et a refusé le passage.",
        "Derrière la barrière se trouvait un pick-up avec une mitrailleuse et {n} fusils.",
        "Le chef de patrouille a rappelé le mandat et demandé un supérieur, sans réponse.",
        "La liaison, appelée à {t}, a promis un officier qui n'est pas venu.",
        "Après {n} minutes, la patrouille a fait demi-tour sans blessé ni perte.",
        "Des habitants près de {q} ont signalé des tirs au {d} du marché la veille.",
        "Environ {n} personnes marchaient depuis {p} avec leurs affaires, surtout des femmes.",
        "Deux rafales et {n} coups isolés ont été entendus à {t} en direction du {d}.",
        "Le pont aux coordonnées {g} est endommagé et interdit aux véhicules lourds.",
        "{w}, responsable du poste de santé de {q}, demande des médicaments.",
        "Temps clair, piste sèche, bonne visibilité ; carburant {n} litres.",
    ),
    "es": (
        "La patrulla de {n} vehículos salió de {p} a las {t} en dirección a {q}.",
        "A las {t} el primer vehículo fue detenido por {n} hombres armados en {c}, cuadrícula {g}.",
        "El portavoz, que dijo llamarse {w}, afirmó que {r} y negó el paso.",
        "Detrás de la barrera había una camioneta con una ametralladora y {n} fusiles.",
        "El jefe explicó el mandato y pidió hablar con un superior; nadie respondió.",
        "Se avisó al enlace a las {t}; el oficial prometido no llegó.",
        "Tras {n} minutos la patrulla regresó por la misma ruta sin daños.",
        "Vecinos de {q} hablaron de disparos al {d} del mercado el día anterior.",
        "Unas {n} personas con enseres caminaban desde {p}, en su mayoría mujeres.",
        "El puente en {g} está dañado y no admite vehículos pesados.",
        "Tiempo despejado, camino seco, buena visibilidad; combustible {n} litros.",
    ),
    "ar": (
        "غادرت الدورية المكونة من {n} مركبات {p} في الساعة {t} متجهة نحو {q}.",
        "في الساعة {t} أوقف {n} رجال مسلحين المركبة الأولى عند الإحداثي {g}.",
        "قال المتحدث {w} إن المرور ممنوع ورفض السماح للدورية بالعبور.",
        "شوهدت خلف الحاجز شاحنة صغيرة عليها رشاش و{n} بنادق.",
        "شرح قائد الدورية الولاية وطلب التحدث إلى مسؤول أعلى دون جواب.",
        "تم الاتصال بضابط الارتباط في الساعة {t} ولم يصل أحد.",
        "بعد {n} دقيقة عادت الدورية من الطريق نفسه دون إصابات.",
        "أبلغ سكان قرب {q} عن سماع إطلاق نار في اليوم السابق.",
        "كان نحو {n} شخصا يسيرون من {p} ومعهم أمتعتهم وأغلبهم نساء وأطفال.",
        "الجسر عند {g} متضرر ولا يسمح بمرور المركبات الثقيلة.",
    ),
}
_REASONS = {
    "en": ("the brigade had not been informed", "an operation was under way", "the road was mined"),
    "fr": ("la brigade n'était pas informée", "une opération était en cours", "la route est minée"),
    "es": ("la brigada no estaba informada", "había una operación en curso", "la ruta está minada"),
    "ar": ("اللواء لم يبلغ", "هناك عملية جارية", "الطريق ملغم"),
}
_CLOTHES = {
    "en": ("uniform", "mixed uniform", "civilian clothes"),
    "fr": ("uniforme", "tenue mixte", "tenue civile"),
    "es": ("uniforme", "uniforme mixto", "ropa civil"),
    "ar": ("زي عسكري", "زي مختلط", "ملابس مدنية"),
}
_WAYS = {
    "en": ("north", "south-east", "west", "north-east"),
    "fr": ("nord", "sud-est", "ouest", "nord-est"),
    "es": ("norte", "sureste", "oeste", "noreste"),
    "ar": ("شمال", "جنوب", "شرق", "غرب"),
}


def grid(random: Random) -> str:
    """An eight-digit grid in the empty desert of the training mission."""
    square = random.choice(("32QQF", "32QQE", "32QPF", "33QTA"))
    return f"{square}{random.randrange(10_000):04}{random.randrange(10_000):04}"


def person(random: Random) -> str:
    """A name that belongs to nobody."""
    return f"{random.choice(_FIRST)} {random.choice(_LAST)}"


def place(random: Random) -> str:
    """A place name."""
    return random.choice(_PLACES)


def narrative(random: Random, language: str, length: int = 600) -> str:
    """Prose of about ``length`` characters."""
    parts: list[str] = []
    size = 0
    while size < length - 40:
        sentence = random.choice(_SENTENCES[language]).format(
            n=random.randrange(2, 60),
            p=place(random),
            q=place(random),
            t=f"{random.randrange(24):02}{random.randrange(60):02}",
            d=random.choice(_WAYS[language]),
            g=grid(random),
            c=random.choice(_CLOTHES[language]),
            w=person(random),
            r=random.choice(_REASONS[language]),
        )
        parts.append(sentence)
        size += len(sentence) + 1
    return " ".join(parts)
