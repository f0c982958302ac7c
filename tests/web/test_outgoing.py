"""What leaves this machine: to a real server behind TLS, and to no place inside."""

import hashlib
import hmac
import socket
import ssl
import threading
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_address

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kernel.clock import now
from web import outgoing
from web.outgoing import NotSentError, is_public, post, signed


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """Return a certificate of this machine that nobody but the test trusts."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    names = [x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now() - timedelta(days=1))
        .not_valid_after(now() + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "server.pem"
    pem = serialization.Encoding.PEM
    path.write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.public_bytes(pem)
    )
    return path


@contextmanager
def server(certificate, *, status=204, headers=(), handshake=True):
    """Serve behind TLS; yields the port and all that was received."""
    received = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            length = int(self.headers["Content-Length"])
            received.append((self.path, dict(self.headers), self.rfile.read(length)))
            self.send_response(status)
            for name, value in headers:
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, *args):
            """Say nothing."""

    serving = HTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    serving.socket = context.wrap_socket(serving.socket, server_side=True)
    thread = threading.Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield serving.server_port, received
    finally:
        serving.shutdown()
        thread.join()
        serving.server_close()


def trusting(certificate):
    return ssl.create_default_context(cafile=certificate)


def everywhere(_address):
    return True


def test_it_arrives_signed(certificate):
    body = b'{"kind": "action.accepted"}'
    headers = {"Doorwerk-Signature": signed(body, secret="s", at=1234)}

    with server(certificate) as (port, received):
        status = post(
            f"https://localhost:{port}/news?for=us",
            body,
            headers,
            may_reach=everywhere,
            trust=trusting(certificate),
        )

    proof = hmac.new(b"s", b"1234." + body, hashlib.sha256).hexdigest()
    path, sent, arrived = received[0]
    assert (status, path, arrived) == (204, "/news?for=us", body)
    assert sent["Doorwerk-Signature"] == f"t=1234,v1={proof}"


def test_it_goes_nowhere_else_when_it_is_sent_on(certificate):
    onwards = [("Location", "https://localhost:1/elsewhere")]

    with server(certificate, status=302, headers=onwards) as (port, received):
        status = post(
            f"https://localhost:{port}/",
            b"{}",
            {},
            may_reach=everywhere,
            trust=trusting(certificate),
        )

    assert (status, len(received)) == (302, 1)


def test_nothing_leaves_for_a_place_inside(certificate):
    with server(certificate) as (port, received):
        for host in ("localhost", "127.0.0.1", "[::1]", "2130706433", "127.1", "0x7f.1"):
            with pytest.raises(NotSentError):
                post(f"https://{host}:{port}/", b"{}", {}, trust=trusting(certificate))

    assert received == []


def test_a_name_that_also_leads_inside_is_not_followed(monkeypatch):
    def both(host, port, **_):
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))
            for address in ("93.184.215.14", "10.0.0.7")
        ]

    monkeypatch.setattr(outgoing.socket, "getaddrinfo", both)

    with pytest.raises(NotSentError, match="not on the open internet"):
        post("https://both.example.org/", b"{}", {})


def test_the_address_that_was_judged_is_the_one_that_is_connected_to(certificate, monkeypatch):
    asked = []
    real = socket.getaddrinfo

    def once(host, *args, **options):
        asked.append(host)
        return real("127.0.0.1" if host == "localhost" else host, *args, **options)

    monkeypatch.setattr(outgoing.socket, "getaddrinfo", once)
    with server(certificate) as (port, received):
        post(
            f"https://localhost:{port}/",
            b"{}",
            {},
            may_reach=everywhere,
            trust=trusting(certificate),
        )

    assert asked[0] == "localhost"
    assert asked.count("localhost") == 1
    assert len(received) == 1


def test_a_certificate_of_nobody_is_not_trusted(certificate):
    with server(certificate) as (port, received), pytest.raises(NotSentError, match="certificate"):
        post(f"https://localhost:{port}/", b"{}", {}, may_reach=everywhere)

    assert received == []


def test_a_slow_other_side_holds_nobody_up(monkeypatch):
    monkeypatch.setattr(outgoing, "CONNECT_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"https://localhost:{silent.getsockname()[1]}/"
        with pytest.raises(NotSentError):
            post(url, b"{}", {}, may_reach=everywhere)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        *((one, True) for one in ("93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c")),
        *((one, False) for one in ("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1")),
        *(
            (one, False)
            for one in ("0.0.0.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255")
        ),
        *((one, False) for one in ("::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1")),
        *(
            (one, False)
            for one in ("::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "x", "")
        ),
    ],
)
def test_what_is_public(address, public):
    assert is_public(address) == public
