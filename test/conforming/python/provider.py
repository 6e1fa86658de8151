"""The eSignon logins on Python's http.server, after the documents and the contract alone.

Listens on a free port of 127.0.0.1, prints the port, and ends when its input does.
"""

import json
import re
import secrets
import sys
import threading
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

COMPANIES = {
    "acme": {
        "mina@example.com": "Mossy-Kestrel-41#Tarn",
        "joon@example.com": "Quiet_Harbour.77=Fern? and a boat that nobody has rowed since the long winter of the herons",
    },
    "blocked": None,
}
PATH = re.compile(r"^/api/([^/?]+)/(startsimple|login)(?:\?|$)")


class Refused(Exception):
    """The request is refused with a result code."""


def no_constant(name):
    raise ValueError(name)


def login(operation, company, data):
    try:
        request = json.loads(data.decode("utf-8"), parse_constant=no_constant)
    except (ValueError, RecursionError):
        raise Refused("12") from None
    if not isinstance(request, dict) or not isinstance(request.get("body"), dict):
        raise Refused("12")
    header, body = request.get("header"), request["body"]
    if not isinstance(header, dict) or header.get("request_code") != "1001Q":
        raise Refused("99")
    email, password = body.get("memb_email"), body.get("memb_pwd")
    if not isinstance(email, str) or not isinstance(password, str) or not email or not password:
        raise Refused("10")
    if operation == "startsimple":
        if body.get("comp_id") != company or body.get("client_id") != "client-1":
            raise Refused("10")
    if company not in COMPANIES:
        raise Refused("10")
    if COMPANIES[company] is None:
        raise Refused("95" if operation == "login" else "10")
    if COMPANIES[company].get(email) != password:
        raise Refused("10")
    expires = datetime.now() + timedelta(days=30)
    return {
        "access_token": secrets.token_urlsafe(40),
        "comp_id": company,
        "device_id": "",
        "expire_date": expires.strftime("%Y.%m.%d %H:%M"),
        "memb_email": email,
    }


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # An answer is written in several parts: without this they wait for each other's acknowledgement.
    disable_nagle_algorithm = True

    def do_POST(self):
        data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        found = PATH.match(self.path)
        if not found:
            return self.send_error(404)
        if self.headers.get_content_type() != "application/json":
            return self.send_error(415)
        try:
            body = login(found[2], unquote(found[1]), data)
            self.answer(200, "00", "ok", body)
        except Refused as refused:
            self.answer(400, str(refused), "refused", {})

    def answer(self, status, code, message, body):
        header = {"response_code": "1001A", "result_code": code, "result_msg": message, "session_id": ""}
        data = json.dumps({"header": header, "body": body}, ensure_ascii=True).encode("ascii")
        self.send_response(status)
        self.send_header("Content-type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


def main():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()


main()
