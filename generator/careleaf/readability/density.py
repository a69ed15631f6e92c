"""Words in; how many in a hundred carry content, rather than hold a sentence together, out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from careleaf.readability.counting import words

_ENGLISH = """
a an the this that these those some any each every no all both either neither such what which who
whom whose i you he she it we they me him her us them my your his its our their mine yours hers
ours theirs myself yourself himself herself itself ourselves themselves one ones someone anyone
everyone nobody somebody anybody something anything nothing everything in on at by for with from
to of off up down out over under into onto about after before between through during without
within along across behind beyond near since until till toward towards against among around above
below as than like per and or but nor so yet if because although though while when where why how
whether unless once be am is are was were been being do does did done doing have has had having
can could may might must shall should will would ought not don't doesn't didn't isn't aren't
wasn't weren't can't cannot couldn't won't wouldn't shouldn't i'm you're it's we're they're i've
you've we've they've i'll you'll it'll we'll they'll that's there there's here also too very just
only then now even still again
"""
_SPANISH = """
el la los las lo un una unos unas este esta estos estas ese esa esos esas aquel aquella aquellos
aquellas esto eso algún alguna algunos algunas ningún ninguna cada todo toda todos todas ambos
ambas otro otra otros otras mi mis tu tus su sus nuestro nuestra nuestros nuestras yo tú él ella
ello nosotros ellos ellas usted ustedes me te se nos le les mí ti sí alguien nadie algo nada que
qué quien quién cual cuál cuales cuyo cuya a ante bajo con contra de del al desde durante en entre
hacia hasta para por según sin sobre tras y e o u ni pero sino aunque porque pues si cuando donde
dónde como cómo mientras ser es son soy era eran fue fueron sea sean sido siendo está están estoy
esté estén estar estado había he ha han has hay haya hayan haber puede pueden podría debe deben
debería tiene que no también tampoco muy más menos ya aún solo tan tanto así luego entonces
"""
_LISTED: Mapping[str, frozenset[str]] = {
    "en": frozenset(_ENGLISH.split()),
    "es": frozenset(_SPANISH.split()),
}


def lexical_density(lines: Iterable[str], language: str) -> float | None:
    """Words with content of their own in each hundred: nouns, adjectives, most verbs and adverbs,
    numbers. Talk has fewer than 40, most writing more (Ure. Lexical density and register
    differentiation, 1971). None for no words, and for a language whose other words are not listed
    here."""
    listed = _LISTED.get(language.partition("-")[0])
    found = [match[0].lower().replace("\u2019", "'") for line in lines for match in words(line)]
    if listed is None or not found:
        return None
    return 100 * sum(word not in listed for word in found) / len(found)
