"""Makes the site's fonts from their published sources, as small woff2 files.

    npm install source-serif source-sans @fontsource-variable/noto-naskh-arabic
    python3 make.py node_modules          # needs fonttools and brotli

Each face is cut into a Latin and a Cyrillic file, so that a page loads only
the script it shows, and every letter of a word comes from one file (kerning
survives). The Cyrillic file holds the whole of U+0400-052F: Kazakh, Uzbek,
Kyrgyz and Tajik letters with Russian. The sources reserve the name "Source"
for unmodified fonts, so the cut faces carry names of their own.
"""
import hashlib
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x18F, 0x192, *range(0x1CD, 0x1DD), *range(0x1E6, 0x1EE),
         *range(0x218, 0x21C), 0x1F4, 0x1F5, 0x259, 0x2B9, 0x2BB, 0x2BC, 0x2BE, 0x2BF, 0x2C6, 0x2C7, *range(0x2D8, 0x2DE),
         0x300, 0x301, 0x302, 0x303, 0x304, 0x306, 0x307, 0x308, 0x30A, 0x30C,
         *range(0x1E80, 0x1E86), 0x1E9E, *range(0x2000, 0x2070), 0x20AC, 0x20B8, 0x20BA, 0x20BD, 0x2116, 0x2122,
         *range(0x2190, 0x2194), 0x2197, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265]
CYRILLIC = [*range(0x400, 0x530), 0x20B4, 0x2116]
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "lnum", "pnum", "tnum", "onum", "case", "init", "medi", "fina", "isol", "rlig", "calt", "curs"]

modules = Path(sys.argv[1])
serif = modules / "source-serif/VAR"
sans = modules / "source-sans/VF"
naskh = modules / "@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2"
FACES = [  # file stem, family name inside the file, source, axes, scripts
    ("serif", "Shanyraq Serif", serif / "SourceSerif4Variable-Roman.ttf", {"opsz": 16, "wght": (400, 700)}, ("latin", "cyrillic")),
    ("serif-italic", "Shanyraq Serif", serif / "SourceSerif4Variable-Italic.ttf", {"opsz": 16, "wght": 400}, ("latin", "cyrillic")),
    ("display", "Shanyraq Display", serif / "SourceSerif4Variable-Roman.ttf", {"opsz": 44, "wght": 600}, ("latin", "cyrillic")),
    ("sans", "Shanyraq Sans", sans / "SourceSans3VF-Upright.ttf", {"wght": (400, 700)}, ("latin", "cyrillic")),
    ("naskh", "Shanyraq Naskh", naskh, {}, ("arabic",)),
]
coverage = []
for stem, family, source, axes, scripts in FACES:
    for script in scripts:
        font = TTFont(source)
        if axes:
            instancer.instantiateVariableFont(font, axes, inplace=True)
            if "gvar" in font:  # the instancer leaves glyphs without variation out; the subsetter wants all
                for glyph in font.getGlyphOrder():
                    font["gvar"].variations.setdefault(glyph, [])
        if script != "arabic":
            options = subset.Options()
            options.layout_features = FEATURES
            options.notdef_outline = True
            options.hinting = False
            options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
            cut = subset.Subsetter(options)
            cut.populate(unicodes=LATIN if script == "latin" else CYRILLIC)
            cut.subset(font)
        for record in font["name"].names:
            if record.nameID in (1, 3, 4, 6, 16, 25):
                text = family if record.nameID in (1, 4, 16) else family.replace(" ", "")
                font["name"].setName(text, record.nameID, record.platformID, record.platEncID, record.langID)
        font.flavor = "woff2"
        out = Path(__file__).parent / f"{stem}-{script}.woff2"
        font.save(out)
        print(out.name, out.stat().st_size, len(font.getBestCmap()))
        letters = "".join(chr(c) for c in sorted(font.getBestCmap()) if c > 0x20)
        coverage.append(f"{out.name} {hashlib.sha256(out.read_bytes()).hexdigest()} {letters}")
# What each file can show, with the hash of the file: a test in Go reads this.
(Path(__file__).parent / "coverage.txt").write_text("\n".join(coverage) + "\n")
