def exp_range(dtype):
    return 709.782712893384, -745.1332191019411
