"""Words that say nothing of what a note is about, by language; a guess at the language of a text."""

_ENGLISH = """
a able about above across actually after again against ain all allow allowed almost along already also
always am an and aren another any anyone anything are area areas around as ask at available away back bad be
because become been before being below best better between big both bring but by call came can cannot come
comes consider continue continued continues continuous could couldn create did didn different do does doesn doing don done down due difficult during
each easy either else end enough especially etc even ever every everybody everyone everything far few find
first for from full further general get gets getting give given giving go goes going gone good got great
had has hasn have haven having he help her here hers herself him himself his how however if important
improve improved improvement in include including increase increased instead into is isn it its itself just
keep kept kind know lack large last least less let like little ll long longer look looking lot lots made
main maintain make makes making many may maybe me mean might mine more most move much must mustn my myself near
need needed needing needs neither never new next no nobody non none nor not nothing now of off offer offered
offering often ok old on once one only onto open or other others our ours ourselves out outside over own part
people per perhaps person place places please plus possible problem promote provide provided put quite
rather re real really reason s same say see seem seems set several shall she should shouldn show since small
so some somebody somebody someone something sometimes soon start started stay still stop such support sure
take taken taking tell than that the their theirs them themselves then there these they thing things think
this those though through time times to today together too try trying turn two u under until up upon us use
used using various ve very want wanted wants was wasn way ways we well were weren what when where whether
which while who whole whom whose why will with within without won wonderful work working works would wouldn
x year years yes yet you your yours yourself yourselves
"""
_DUTCH = """
aan af al alle alleen allemaal alles als altijd ander andere anderen bent ben beter bij bijna bijvoorbeeld
binnen blijft blijven bovendien buiten daar daarmee daarna daarom dan dat de deze dezelfde die dingen dit doe
doen doet door dus echt een eens eerst eigenlijk elk elkaar elke en enkel er ergens erg even ga gaan gaat
gedaan geen geef geeft geven gaf goed goede graag groot grote haar had hadden heb hebben hebt heeft heel hele
hem hen het hetzelfde hier hij hoe hun iedereen ieder iedere iemand iets ik in is ja jaar je jij jou jouw
jullie kan klein kleine komen komt kon konden krijg krijgen krijgt kunnen kunt laat laten lang later maar maak
maakt maken me mee meer meest mensen met mij mijn minder misschien moeilijk moeilijke makkelijk lastig moest moet moeten mogelijk mogen na naar
naast net niemand niet niets niks nieuw nieuwe nodig nog nooit nou nu of om omdat onder ons onze ook op over
paar pas per plaats plek samen soms snel staan staat steeds te tegen ten ter terug tijd tijdens toch toe tot
tussen twee u uit uw vaak van vanaf vanuit veel vele vinden vind vindt voor vooral waar waarom wanneer want
was waren wat we weer weg weinig wel welke werd wie wij wil willen word worden wordt wordt zal ze zeer zegt
zelf zich zie zien ziet zij zijn zo zoals zonder zou zouden zullen één
"""
_SWEDISH = """
alla allt alltid andra annan annat att av bara behöver behövs ben bli blir blev bland bort borta bra bättre
både de dem den denna deras dess dessa det detta dig din dina ditt dock du där därför då efter eftersom egen
eget egna ej eller en er era ett exempel fick finns flera fler fram från för före först får få fått ge ger gick
gjort gör göra gå går gäller ha hade han har hela heller hennes hit hon honom hos hur här i ibland idag igen in
inga ingen inget innan inom inte int ja jag ju kan kanske kom komma kommer kunde kunna kvar lika lite liten
litet långt länge man med mellan men mer mera mest mig min mina mindre mitt mot mycket mål måste många möjligt
ned ner ni nog nu nya ny nytt något någon några när nära och också ofta om oss per på redan rätt sa sade samma
samt se sedan ser sig sin sina sitt själv ska skall skulle små som svår svåra svårt lätt sådan så säger säga sätt ta tar till
tillbaka tillsammans tills tycker under upp ur ut utan vad var vara varför varit varje vart vem vet vi vid
vidare vilka vilken vilket vill vår våra vårt väl än ännu är åt över år
"""

STOP_WORDS = {
    "en": frozenset(_ENGLISH.split()),
    "nl": frozenset(_DUTCH.split()),
    "sv": frozenset(_SWEDISH.split()),
}


def language_of(words: list[str], *, otherwise: str) -> str:
    """Return the language that most of the small words are of; *otherwise* when that says nothing."""
    counts = {code: sum(word in known for word in words) for code, known in STOP_WORDS.items()}
    most = max(counts.values())
    if most == 0 or counts.get(otherwise) == most:
        return otherwise
    return max(counts, key=lambda code: counts[code])
