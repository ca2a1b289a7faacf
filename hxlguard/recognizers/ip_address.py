"""Internet protocol addresses, which identify a device (RFC 791, RFC 4291)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer, Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer


_VERSION = r"^\s*v?(?:[1-9]|1[1-9]|2[0-9])(?:\.(?:[0-9]|[12][0-9])){3}\s*$"
"""Four small numbers: a release or a clause, whereas addresses of a network begin with 10."""


def _confirm(regions: Regions) -> EntityRecognizer:
    from presidio_analyzer import RecognizerResult
    from presidio_analyzer.nlp_engine import NlpArtifacts
    from presidio_analyzer.predefined_recognizers import IpRecognizer

    patterns = [found for found in IpRecognizer.PATTERNS if found.name != "IPv6_unspecified"]

    class NoVersion(IpRecognizer):
        def analyze(
            self,
            text: str,
            entities: list[str],
            nlp_artifacts: NlpArtifacts | None = None,
            regex_flags: int | None = None,
        ) -> list[RecognizerResult]:
            if re.search(_VERSION, text):
                return []
            found: list[RecognizerResult] = super().analyze(
                text, entities, nlp_artifacts, regex_flags
            )
            return found

    return NoVersion(patterns=patterns)


RECOGNIZER = Recognizer(
    entity="IP_ADDRESS",
    category=Category.QUASI_IDENTIFIER,
    level=Level.MODERATE,
    headers={
        "en": phrases(
            "ip address, ip addr, ipaddress, ipaddr, ipv4, ipv6, client ip, remote ip, user "
            "ip, source ip, login ip, remote addr"
        ),
        "fr": phrases("adresse ip"),
        "es": phrases("direccion ip"),
        "pt": phrases("endereco ip"),
        "ar": phrases("عنوان ip, عنوان ايبي"),
        "uk": phrases("ip адреса, айпі адреса"),
        "ru": phrases("ip адрес, айпи адрес"),
        "sw": phrases("anwani ya ip"),
    },
    whole_headers={
        "en": phrases("ip, ipaddress"),
    },
    shape=r"\d{1,3}\.\d{1,3}\.\d{1,3}|:[0-9A-Fa-f]{0,4}:",
    # Eight groups, or fewer around `::`; a time of day has neither.
    candidate=r"\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}|::|(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]",
    exclude=_VERSION,
    confirm=_confirm,
    matches=(
        "192.0.2.17",
        "seen from 2001:db8::8a2e:370:7334",
        "2001:db8:0:0:0:8a2e:370:7334",
        "::ffff:192.0.2.17",
        "1:2:3:4:5:6:192.0.2.17",
    ),
    misses=("FS.SO3.1.1", "1.2.3", "12:30:45", "2026-01-02T12:30:45Z", "999.1.1.1", "2.14.1.3"),
)
