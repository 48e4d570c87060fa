#!/usr/bin/env python3
"""Writes src/data/months.rs: the names of the months in the languages below, from CLDR by way of Babel.

    pip install babel==2.18.0 && python3 tools/months/months.py > src/data/months.rs
"""
import unicodedata
from collections import defaultdict

from babel import Locale

LANGUAGES = """en de fr es pt it nl pl cs sk hu ro tr ru uk be bg sr sr_Latn hr bs bs_Cyrl sl mk sq el sv da nb nn fi et
lv lt is ga cy eu ca gl mt af id ms jv sw fil vi th lo hi bn ta te mr gu pa ml kn si ne ur fa ps ar ar_LB ar_DZ ar_MA
ar_TN he am ka hy az kk uz ky tg or as lb fy fo gd br eo""".split()

# The one language whose names mean other months elsewhere.
APART = "hr"
# Spellings that the press uses and CLDR does not have.
MORE = {
    1: ["januari", "janv", "ocak"], 2: ["feb", "febr", "pebruari"], 3: ["mrt", "mac", "märz"], 4: ["apr", "abr"], 5: ["mei", "maj"],
    6: ["juni"], 7: ["juli", "julai"], 8: ["agt", "ags", "agu", "agst", "ogos", "aug"], 9: ["sept", "sep"], 10: ["okt", "oct"],
    11: ["nov", "nop", "nopember"], 12: ["des", "dec", "dez", "dis", "disember"],
}


def fold(text):
    """As lede::dom::text::fold."""
    out, gap = "", False
    for c in text:
        kind = unicodedata.category(c)
        if kind[0] in "LN" or kind in ("Mn", "Mc"):
            out += " " if gap and out else ""
            gap = False
            out += c.lower()
        elif c not in "\u00ad\u200b\u200c\u200d'’":
            gap = True
    return out


def main():
    names = defaultdict(lambda: defaultdict(set))
    for code in LANGUAGES:
        months = Locale.parse(code).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for month, name in months[context][width].items():
                    name = fold(name).removeprefix("de ")
                    if len(name) > 1 and not any(c.isdigit() for c in name):
                        names[name][month].add(code)
    for month, more in MORE.items():
        for name in more:
            names[name][month].add("en")
    common, apart = defaultdict(set), {}
    for name, months in names.items():
        if len(months) > 1:
            for month, codes in months.items():
                if APART in codes:
                    apart[name] = month
        for month, codes in months.items():
            if len(months) == 1 or APART not in codes:
                common[month].add(name)
    print("//! Names of the months, written by `tools/months/months.py` from CLDR (Unicode licence). Do not edit.\n")
    print("/// The names of each month, folded, each between bars.")
    print("pub const MONTHS: [&str; 12] = [")
    for month in range(1, 13):
        print(f'    "|{"|".join(sorted(common[month]))}|",')
    print("];\n")
    print("/// Croatian names that mean another month in other languages.")
    print("pub const CROATIAN: &[(&str, u8)] = &[")
    for name, month in sorted(apart.items()):
        print(f'    ("{name}", {month}),')
    print("];")


main()
