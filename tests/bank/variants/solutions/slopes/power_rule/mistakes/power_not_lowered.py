def power_slope(x, shift={{c}}):
    return {{a * n}} * (x - shift) ** {{n}}
