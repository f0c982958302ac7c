"""Dutch words for the wording check."""

import re

from actions.wording.words import Language, any_of, set_of

DUTCH = Language(
    verbs=set_of(
        """
        aanbieden aanmelden aanpassen aanschaffen aanstellen aanvragen afmaken afronden afspreken
        bedenken begeleiden beginnen bekijken bellen benoemen beschrijven besluiten bestellen
        betalen bezoeken bieden bijhouden bouwen brengen controleren delen doorgeven doen geven
        halen herschrijven houden huren informeren inplannen inrichten instellen interviewen
        invoeren invullen inzetten kiezen kopen laten leggen leren leveren lezen maken meten melden
        noteren ondertekenen ontwerpen openen ophalen ophangen opleiden oprichten opschrijven
        opstellen opsturen organiseren plaatsen plannen plakken presenteren printen publiceren
        regelen repareren rijden schrijven sluiten splitsen spreken starten stoppen stellen sturen
        tekenen tellen testen tonen trainen uitdelen uitleggen uitnodigen uitproberen uitvoeren
        uitzoeken vastleggen verdelen verhuizen verkopen vernieuwen verplaatsen versturen vertalen
        vertellen vervangen verwijderen verzamelen vinden voorbereiden voorleggen voorlezen vragen
        vullen wijzigen zetten zoeken zorgen
        bel bestel betaal bezoek bied breng controleer deel geef haal houd huur informeer kies koop
        laat leg lees lever leer maak meet meld noteer nodig onderteken ontwerp open organiseer
        plaats plan presenteer print publiceer regel repareer schrijf sluit spreek start stop stel
        stuur teken tel test toon train verdeel verplaats verstuur vertaal vertel vervang verwijder
        verzamel vind vraag vul wijzig zet zoek zorg
        """
    ),
    is_verb_first=False,
    verb_endings=("en",),
    noun_endings=(
        "ingen",
        "heden",
        "mensen",
        "ouderen",
        "inwoners",
        "huizen",
        "patiënten",
        "cliënten",
        "weken",
        "maanden",
        "dagen",
        "jaren",
        "partijen",
        "afspraken",
        "plannen",
        "kinderen",
        "leden",
        "artsen",
        "scholen",
        "wijken",
        "buurten",
        "partners",
    ),
    small_words=set_of(
        """
        aan al alle alles beter bij dan dat de deze die dit door een elk elke en er goed haar heel
        het hoe hun iedereen ieder iedere in is kan meer met minder moet na naar nieuw nieuwe nog of
        om onder ons onze ook op over per samen te ten ter tot tussen uit van veel voor wat we welke
        wie wij wordt worden ze zich zij zijn zo
        """
    ),
    soft=any_of(
        r"bespre(?:k|ek|kt|ekt|ken|king)",
        r"besproken",
        r"verken(?:t|nen|ning)?",
        r"(?:pak(?:t|ken)?) (?:[^.]* )?op",
        r"oppakken",
        r"opgepakt",
        r"(?:neem|neemt|nemen) (?:[^.]* )?mee",
        r"meenemen",
        r"meegenomen",
        r"(?:stem|stemt|stemmen) (?:[^.]* )?af",
        r"afstemmen",
        r"afstemming",
        r"afgestemd",
        r"aandacht(?: geven| besteden| vragen)?",
        r"(?:kijk|kijkt|kijken) naar",
        r"(?:na)?denken over",
        r"nadenken",
        r"agenderen",
        r"verbeter(?:t|en|ing)?",
        r"versterk(?:t|en|ing)?",
        r"bevorder(?:t|en|ing)?",
        r"stimule(?:er|ert|ren)",
        r"coördine(?:er|ert|ren)",
    ),
    passive=any_of(r"word(?:t|en)", r"werd(?:en)?"),
    doer=any_of("door"),
    joining=re.compile(r"\s(?:en daarna|en dan|en ook|en|daarna)\s|[;.]\s+", re.IGNORECASE),
    vague_days=any_of(
        "snel",
        "spoedig",
        "zo snel mogelijk",
        "zo spoedig mogelijk",
        "zsm",
        "binnenkort",
        "straks",
        "later",
        "op termijn",
        "te zijner tijd",
        "tijdig",
        "regelmatig",
        r"volgend(?:e)? (?:week|maand|kwartaal|jaar|keer)",
        r"deze (?:week|maand)",
        "dit (?:kwartaal|jaar)",
        r"(?:in|voor|na) (?:het voorjaar|de zomer|het najaar|de winter|de lente|de herfst)",
    ),
)
