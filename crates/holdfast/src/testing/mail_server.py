"""A real mail server (aiosmtpd) for one test: takes letters and writes each into a folder.

Says its port on its first line. What it is asked to do stands in one JSON argument:
folder; cert, key and tls ("starttls" or "tls"); user and password; later: how many letters are
put off with 451 first; kill: a file with the id of a process that is killed (SIGKILL) once
the first letter has been taken and before that is said."""

import asyncio
import json
import os
import signal
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

told = json.loads(sys.argv[1])
taken = 0


class Handler:
    later = told.get("later", 0)

    async def handle_DATA(self, server, session, envelope):
        global taken
        if self.later > 0:
            self.later -= 1
            return "451 4.3.0 Later, please"
        taken += 1
        letter = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "private": server.transport.get_extra_info("ssl_object") is not None,
            "data": envelope.content.decode("utf-8", "replace"),
        }
        part = os.path.join(told["folder"], ".part")
        with open(part, "w") as file:
            json.dump(letter, file)
        os.rename(part, os.path.join(told["folder"], f"{taken:04}.json"))
        kill = told.get("kill")
        if kill and taken == 1:
            while not os.path.exists(kill):
                await asyncio.sleep(0.02)
            with open(kill) as file:
                process = int(file.read())
            os.remove(kill)
            os.kill(process, signal.SIGKILL)
        return "250 Taken"


def who(server, session, envelope, mechanism, data):
    right = (told["user"].encode(), told["password"].encode())
    # handled=False: the server itself says no.
    return AuthResult(success=(data.login, data.password) == right, handled=False)


async def main():
    words = {}
    context = None
    if told.get("cert"):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(told["cert"], told["key"])
    if told.get("tls") == "starttls":
        words.update(tls_context=context, require_starttls=True)
    if told.get("user"):
        words.update(authenticator=who, auth_required=True, auth_require_tls=False)
    loop = asyncio.get_running_loop()
    handler = Handler()
    server = await loop.create_server(
        lambda: SMTP(handler, hostname="localhost", loop=loop, **words),
        "127.0.0.1",
        0,
        ssl=context if told.get("tls") == "tls" else None,
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
