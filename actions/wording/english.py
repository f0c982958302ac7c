"""English words for the wording check."""

import re

from actions.wording.words import Language, any_of, set_of

ENGLISH = Language(
    verbs=set_of(
        """
        add agree announce appoint apply arrange ask assign attend bring build buy call carry change
        check choose clean close collect compare complete count cut decide deliver describe design
        distribute divide draw drive employ end enter explain fetch fill find finish fit fix fund
        give hand hang hire hold inform install interview introduce invite join keep lay lead learn
        lend list make mail map measure meet mend move name note offer open order organise organize
        paint pay phone pick place plan plant post prepare present print publish put raise read
        record reduce register remove rent repair replace report rewrite ring run schedule select
        sell send set share show sign sort speak start stop store submit supply talk teach tell test
        train translate try turn type update use visit walk watch write
        """
    ),
    is_verb_first=True,
    verb_endings=("",),
    noun_endings=("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ing", "ship"),
    small_words=set_of(
        """
        a about after all also an and any as at be been before better by each every everybody for
        from good have having how in into is it its less many more most much new no of on one or our
        out over so some still that the their them then there this to together too under until up us
        we well when where which who will with within without you your
        """
    ),
    soft=any_of(
        r"discuss(?:es|ed|ing|ions?)?",
        r"explor(?:e|es|ed|ing|ation)",
        r"consider(?:s|ed|ing|ation)?",
        r"look(?:s|ed|ing)? (?:in)?to",
        r"look(?:s|ed|ing)? at",
        r"rais(?:e|es|ed|ing) awareness",
        r"pay(?:s|ing)? attention",
        r"coordinat(?:e|es|ed|ing|ion)",
        r"think(?:s|ing)? about",
        r"take(?:s)? up",
        r"(?:improv|enhanc|promot|stimulat)(?:e|es|ed|ing)",
        r"strengthen(?:s|ed|ing)?",
    ),
    passive=any_of(
        r"(?:be|is|are|was|were|been|being|gets?)(?: \w+ly)? (?:\w+ed|done|made|sent|held|written|"
        r"given|taken|put|set|told|brought|built|found|kept|paid|shown|drawn|bought|taught)"
    ),
    doer=any_of("by"),
    joining=re.compile(r"\s(?:and then|and also|and|then)\s|[;.]\s+", re.IGNORECASE),
    vague_days=any_of(
        "soon",
        "shortly",
        "asap",
        "as soon as possible",
        "later",
        "in due course",
        "in time",
        r"next (?:week|month|quarter|year|time)",
        r"this (?:week|month|quarter|year)",
        r"(?:in|before|after) (?:the )?(?:spring|summer|autumn|winter)",
        "at some point",
        "regularly",
    ),
)
