"""Floor 1: the student's code in a process of its own; between it and us travel values only.

`wire` is the format, `line` the socket, `rings` what stands around a child, `zygote` the warmed
process that forks children, `child` and `reading` what runs inside one, `host` our end of the line,
`cell` one submission's code across kills and re-forks, `proxies` the `student.f(...)` of checks.
"""
