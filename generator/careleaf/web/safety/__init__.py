"""Requests from anybody in; requests that the page's own screens made, within bounds, out.

One ASGI middleware a file; `web/app.py` puts them round the page. The outermost comes first:
access_log, failure, policy, host, entrance, limits, csrf."""
