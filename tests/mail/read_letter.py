"""Reads one letter with Python's own parser, which owes us nothing, and tells what it saw as JSON on stdout.

usage: read_letter.py FILE
"""
import email
import email.policy
import hashlib
import json
import sys

# What QQ mail needs and no RFC allows: B-words inside name="...". These are the defects we choose, there and nowhere else.
CHOSEN = ("encoded word inside quoted string", "missing trailing whitespace after encoded-word")


def main():
    with open(sys.argv[1], "rb") as file:
        octets = file.read()
    letter = email.message_from_bytes(octets, policy=email.policy.default.clone(raise_on_defect=True))
    parts = list(letter.walk())
    header_defects = [(name.lower(), str(d)) for part in parts for name, value in part.items() for d in value.defects]
    chosen = [(name, d) for name, d in header_defects if name == "content-type" and any(c in d for c in CHOSEN)]
    print(json.dumps({
        "defects": [str(d) for part in parts for d in part.defects] + [f"{name}: {d}" for name, d in header_defects if (name, d) not in chosen],
        "headers": {name.lower(): str(value) for name, value in letter.items()},
        "from": [[a.display_name, a.addr_spec] for a in letter["from"].addresses],
        "to": [[a.display_name, a.addr_spec] for a in letter["to"].addresses],
        "date": letter["date"].datetime.isoformat(),
        "text": body(letter, "plain"),
        "html": body(letter, "html"),
        "files": [
            {"name": part.get_filename(), "type": part.get_content_type(),
             "sha256": hashlib.sha256(part.get_content()).hexdigest()}
            for part in letter.iter_attachments()],
        # The names of the office formats are longer than a line, and cannot be folded.
        "longest": max(len(line) for line in octets.splitlines() if b"openxmlformats" not in line),
        "bareLineEnds": octets.replace(b"\r\n", b"").count(b"\n") + octets.replace(b"\r\n", b"").count(b"\r"),
        "isAscii": octets.isascii(),
    }))


def body(letter, kind):
    part = letter.get_body((kind,))
    return part.get_content() if part else None


main()
