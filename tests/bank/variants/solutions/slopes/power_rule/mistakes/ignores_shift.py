def power_slope(x, shift={{c}}):
    return {{a * n}} * x ** {{n - 1}}
