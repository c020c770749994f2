def power_slope(x, shift={{c}}):
    return {{a}} * (x - shift) ** {{n - 1}}
