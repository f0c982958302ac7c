"""Swedish words for the wording check."""

import re

from actions.wording.words import Language, any_of, set_of

SWEDISH = Language(
    verbs=set_of(
        """
        anmäla anställa använda arrangera avsluta avtala bestämma beskriva beställa besluta besöka
        betala bilda bjuda boka bygga byta börja dela delta erbjuda flytta fråga fylla färdigställa
        följa föra förbereda fördela förklara genomföra ge granska gå göra hitta hjälpa hyra hålla
        hämta hänga ingå inbjuda informera införa inleda intervjua jämföra kalla kartlägga klippa
        kontrollera köpa köra laga leda leverera läsa lägga lära låna lämna låta mejla mäta namnge
        öppna ordna planera placera posta prata presentera pröva publicera påbörja rapportera
        redovisa registrera renovera ringa rita räkna rösta samla sammanställa skapa skicka skriva
        sluta skydda sortera spela starta stoppa städa stänga ställa svara sälja sätta söka tala
        teckna testa tillsätta träffa träna trycka ta undersöka underteckna utbilda utse välja visa
        ändra äta översätta
        anställ använd avsluta beskriv beställ besök betala bjud boka bygg byt dela fråga fyll följ
        förbered förklara ge gör hitta hyr håll hämta informera inför intervjua jämför kontrollera
        köp laga lär läs lägg lämna mät ordna planera presentera publicera ring räkna samla skapa
        skicka skriv starta stoppa ställ sätt sök testa träffa utbilda utse välj visa ändra översätt
        """
    ),
    is_verb_first=True,
    verb_endings=("a",),
    noun_endings=("bra", "flera", "alla", "samma", "äldre", "andra", "olika", "egna", "nya"),
    small_words=set_of(
        """
        all alla allt att av bättre de dem den denna deras det detta du där efter eller en ett för
        från han har hela henne hon hos hur i in inom inte ju kan med mellan mer mindre mot mycket
        många ni nog nu ny nya när och också om oss på per sig sin sina ska som så till tillsammans
        under upp ur ut utan vad var varje vi vid vilka är över
        """
    ),
    soft=any_of(
        r"diskut(?:era|erar|erade|erat|ion|ioner)",
        r"diskussion(?:er)?",
        r"se(?:r)? över",
        r"översyn",
        r"titta(?:r)? (?:närmare )?på",
        r"kolla(?:r)? på",
        r"ta(?:r)? med (?:sig|oss|mig)",
        r"lyft(?:a|er|s)?",
        r"samordn(?:a|ar|as|ing)",
        r"uppmärksamma(?:r|s)?",
        r"tänka på",
        r"fundera(?:r)?(?: på| över)?",
        r"utforska(?:r)?",
        r"överväg(?:a|er)",
        r"förbättr(?:a|ar|as|ing)",
        r"stärk(?:a|er|s)?",
        r"främja(?:r|s)?",
        r"stimulera(?:r)?",
    ),
    passive=any_of(
        r"(?:bli|blir|blev|blivit) \w+(?:d|t|da|ta|de|na)",
        r"(?:ska|skall|bör|måste|kan|behöver|får) (?:[^.]* )?\w{2,}(?:a|e)?s",
    ),
    doer=any_of("av"),
    joining=re.compile(r"\s(?:och sedan|och även|och|sedan)\s|[;.]\s+", re.IGNORECASE),
    vague_days=any_of(
        "snart",
        "snarast",
        "så snart som möjligt",
        "inom kort",
        "senare",
        "på sikt",
        "framöver",
        "i god tid",
        "regelbundet",
        "löpande",
        r"nästa (?:vecka|månad|kvartal|år|gång)",
        r"den(?:na)? (?:vecka|månad)",
        r"(?:till|i|före|efter) (?:våren|sommaren|hösten|vintern|vår|sommar|höst|vinter)",
    ),
)
