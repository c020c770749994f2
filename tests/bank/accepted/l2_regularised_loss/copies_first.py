import copy


def is_weight(name):
    return name[0] == "W"


def regularise(loss, grads, params, lam):
    result = copy.deepcopy(grads)
    total = 0.0
    for name, value in params.items():
        if not is_weight(name):
            continue
        for entry in value.ravel():
            total += float(entry) * float(entry)
        result[name] += lam * value
    print("penalty", 0.5 * lam * total)
    return loss + 0.5 * lam * total, result
