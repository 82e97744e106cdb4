"""MSE, PSNR and SSIM in plain Python, written from the definitions alone and sharing no code with Unfold.

Prints image-metrics.json: two pairs of images with their figures. Repeat it with
    python3 image_metrics.py > image-metrics.json
"""
import json
import math

SIDE, SIZE, SIGMA, K1, K2 = 16, 11, 1.5, 0.01, 0.03


def mse(a, b):
    return math.fsum((x - y) ** 2 for x, y in zip(a, b)) / len(a)


def psnr(a, b):
    return 10 * math.log10(1 / mse(a, b))


def ssim(a, b):
    """Wang, Bovik, Sheikh, Simoncelli 2004, eq. (13): weighted moments of every full window, then the mean of the map."""
    middle = (SIZE - 1) / 2
    weights = [math.exp(-((i - middle) ** 2 + (j - middle) ** 2) / (2 * SIGMA**2)) for i in range(SIZE) for j in range(SIZE)]
    total = math.fsum(weights)
    weights = [w / total for w in weights]
    c1, c2 = K1**2, K2**2
    values = []
    for top in range(SIDE - SIZE + 1):
        for left in range(SIDE - SIZE + 1):
            cut = [(top + i) * SIDE + left + j for i in range(SIZE) for j in range(SIZE)]
            p, q = [a[k] for k in cut], [b[k] for k in cut]
            mp, mq = math.fsum(w * x for w, x in zip(weights, p)), math.fsum(w * x for w, x in zip(weights, q))
            vp = math.fsum(w * (x - mp) ** 2 for w, x in zip(weights, p))
            vq = math.fsum(w * (x - mq) ** 2 for w, x in zip(weights, q))
            cov = math.fsum(w * (x - mp) * (y - mq) for w, x, y in zip(weights, p, q))
            values.append((2 * mp * mq + c1) * (2 * cov + c2) / ((mp**2 + mq**2 + c1) * (vp + vq + c2)))
    return math.fsum(values) / len(values)


def images():
    """Truths and estimates as 8-bit pixels: a gradient with stripes against a blurred and shifted one; a disc against a noisy one."""
    first = [min(255, 8 * i + 7 * j + (40 if (i + j) % 4 < 2 else 0)) for i in range(SIDE) for j in range(SIDE)]
    second = [min(255, 10 + (first[k] + first[max(k - 1, 0)]) // 2) for k in range(SIDE * SIDE)]
    disc = [200 if (i - 7) ** 2 + (j - 9) ** 2 < 26 else 30 for i in range(SIDE) for j in range(SIDE)]
    noisy = [max(0, min(255, disc[k] + (k * k * 37 + 11 * k) % 61 - 30)) for k in range(SIDE * SIDE)]
    return [(first, second), (disc, noisy)]


pairs = images()
units = [([x / 255 for x in t], [x / 255 for x in e]) for t, e in pairs]
print(json.dumps({
    "side": SIDE,
    "truth": [t for t, _ in pairs],
    "estimate": [e for _, e in pairs],
    "mse": [mse(e, t) for t, e in units],
    "psnr": [psnr(e, t) for t, e in units],
    "ssim": [ssim(e, t) for t, e in units],
}))
