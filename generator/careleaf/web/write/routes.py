"""What the server holds in; the routes of an author's screens out."""

from __future__ import annotations

from starlette.routing import Route

from careleaf.web.interface.answers import answering
from careleaf.web.settings import Settings
from careleaf.web.shelf import Shelf
from careleaf.web.workshop import Workshop
from careleaf.web.write.desk import Desk
from careleaf.web.write.editor import Editor
from careleaf.web.write.parts import Parts
from careleaf.web.write.previews import Previews
from careleaf.web.write.saves import Saves
from careleaf.web.write.topics import Topics


def routes(shelf: Shelf, workshop: Workshop, settings: Settings) -> list[Route]:
    """`/write` and all below it."""
    desk = Desk(shelf, workshop, settings)
    topics, parts, previews = Topics(desk), Parts(desk), Previews(desk)
    editor = Editor(desk)
    saves = Saves(desk)
    one = "/write/{topic}/{language}"
    return [
        Route("/write", answering(topics.shown)),
        Route("/write/new", answering(topics.new)),
        Route("/write/new", answering(topics.started), methods=["POST"]),
        Route("/write/figures/{name}.svg", parts.figure),
        Route("/write/icons/{name}.svg", parts.icon),
        Route("/write/preview/{key}/page.html", previews.page),
        Route("/write/preview/{key}/{number:int}.png", answering(previews.picture)),
        Route(one, answering(editor.opened)),
        Route(one, answering(saves.by_form), methods=["POST"]),
        Route(one, answering(saves.by_script), methods=["PUT"]),
        Route(f"{one}/edit", answering(editor.again), methods=["POST"]),
        Route(f"{one}/check", answering(editor.checked), methods=["POST"]),
        Route(f"{one}/fix", answering(editor.fixed), methods=["POST"]),
        Route(f"{one}/preview", answering(previews.made), methods=["POST"]),
        Route(f"{one}/conflict", answering(saves.picked), methods=["POST"]),
        Route(f"{one}/copy", answering(saves.copy), methods=["POST"]),
        Route(f"{one}/names", answering(parts.names)),
        Route(f"{one}/parts", answering(parts.shown)),
        Route(f"{one}/pictures/{{name}}", answering(parts.file)),
    ]
