"""Handles and profile addresses in social media and messengers."""

from __future__ import annotations

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers import profile_addresses
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="SOCIAL_MEDIA",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.HIGH,
    tags=phrases("#*+twitter, #*+facebook, #*+social, #*+instagram, #*+telegram, #*+linkedin"),
    headers={
        "en": phrases(
            "social media, social media handle, social handle, social media account, "
            "profile url, profile link, profile page, twitter, twitter handle, twitter url, "
            "tweet author, facebook, facebook profile, facebook url, facebook id, "
            "instagram, linkedin, linkedin url, telegram, telegram id, tiktok, snapchat, "
            "youtube channel, viber, imo number, signal number, messenger, github, personal "
            "website, personal url, blog url, vk profile, twitter username"
        ),
        "fr": phrases(
            "reseaux sociaux, compte facebook, profil facebook, compte twitter, page "
            "facebook, lien du profil"
        ),
        "es": phrases(
            "redes sociales, cuenta de facebook, perfil de facebook, cuenta de twitter, "
            "enlace del perfil"
        ),
        "pt": phrases(
            "redes sociais, conta de facebook, perfil do facebook, conta do twitter, "
            "ligacao do perfil"
        ),
        "ar": phrases(
            "فيسبوك, حساب فيسبوك, تويتر, انستغرام, تلغرام, تيليجرام, وسائل التواصل, رابط "
            "الملف الشخصي"
        ),
        "uk": phrases("соцмережі, фейсбук, телеграм, інстаграм, профіль у соцмережах"),
        "ru": phrases("соцсети, фейсбук, телеграм, инстаграм, вконтакте, профиль в соцсетях"),
        "sw": phrases("mitandao ya kijamii, akaunti ya facebook, wasifu wa mtandaoni"),
    },
    whole_headers={
        "en": phrases("handle, profile"),
    },
    unless=phrases(
        "organization, agency, followers, likes, campaign, retweets, page views, "
        "channel type, signal strength, mental health"
    ),
    shape=r"@\S|(?i)https?://|www\.|\.(?:com|org|net|me)\b|^[\p{L}\d._-]{3,30}$",
    candidate=profile_addresses.CANDIDATE,
    confirm=profile_addresses.confirm,
    least_share=0.5,
    matches=profile_addresses.MATCHES,
    misses=profile_addresses.MISSES,
)
