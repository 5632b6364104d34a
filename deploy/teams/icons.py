"""Draws color.png (192 x 192) and outline.png (32 x 32, white on nothing): a sheet with lines and a tick. Needs nothing but Python.

Run it here after a change: python3 icons.py
"""
import math
import struct
import zlib

SHEET = (0.26, 0.17, 0.74, 0.83, 0.06)  # left, top, right, bottom, corner; everything in parts of the icon's side
LINES = [(0.35, 0.33, 0.65), (0.35, 0.45, 0.65), (0.35, 0.57, 0.50)]
TICK = [(0.50, 0.68), (0.57, 0.75), (0.70, 0.58)]


def box(x, y, left, top, right, bottom, corner):
    """Distance to a rounded box: negative inside."""
    dx = abs(x - (left + right) / 2) - (right - left) / 2 + corner
    dy = abs(y - (top + bottom) / 2) - (bottom - top) / 2 + corner
    return math.hypot(max(dx, 0), max(dy, 0)) + min(max(dx, dy), 0) - corner


def segment(x, y, a, b):
    """Distance to a line."""
    ax, ay, bx, by = *a, *b
    t = max(0, min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)))
    return math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay))


def lines(x, y):
    return min(segment(x, y, (left, at), (right, at)) for left, at, right in LINES)


def tick(x, y):
    return min(segment(x, y, TICK[0], TICK[1]), segment(x, y, TICK[1], TICK[2]))


def colour(x, y):
    if tick(x, y) < 0.035:
        return (0xE8, 0x7A, 0x1E, 255)
    if tick(x, y) < 0.065 and box(x, y, *SHEET) < 0:
        return (255, 255, 255, 255)
    if box(x, y, *SHEET) < 0:
        return (0x1B, 0x6B, 0x5A, 255) if lines(x, y) < 0.018 else (255, 255, 255, 255)
    return (0x1B, 0x6B, 0x5A, 255)


def outline(x, y):
    sheet = abs(box(x, y, 0.18, 0.06, 0.82, 0.94, 0.08)) < 0.035
    inner = lines((x - 0.5) * 0.8 + 0.5, (y - 0.5) * 0.8 + 0.5) < 0.030 or tick((x - 0.5) * 0.8 + 0.5, (y - 0.5) * 0.8 + 0.5) < 0.034
    return (255, 255, 255, 255 if sheet or inner else 0)


def draw(name, side, paint, fine=4):
    rows = b""
    for row in range(side):
        rows += b"\0"
        for column in range(side):
            dots = [paint((column + (i + 0.5) / fine) / side, (row + (j + 0.5) / fine) / side) for i in range(fine) for j in range(fine)]
            alpha = sum(d[3] for d in dots)
            rows += bytes(round(sum(d[c] * d[3] for d in dots) / alpha) if alpha else 255 for c in range(3)) + bytes([round(alpha / len(dots))])
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    header = struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)
    with open(name, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


draw("color.png", 192, colour)
draw("outline.png", 32, outline)
