"""What each ring is for, in the words of `grader doctor` and docs/security.md."""

from __future__ import annotations

MEANING = {
    "cgroup": "memory and processes of all that runs at once are bounded",
    "userns": "powers over nothing but what was made inside",
    "pidns": "no process outside can be named; all inside end together",
    "netns": "no network, not even to this machine",
    "ipcns": "no memory, queues or host name shared with others",
    "session": "no signal to our group; ends when the zygote does",
    "mountns": "no file but Python and its libraries; a scratch of 16 MiB and 256 files in memory",
    "environment": "no variable of ours",
    "rlimits": "memory, processor time, size of files, open files, core dumps",
    "no_new_privs": "no program gives it more rights; its memory cannot be read by others",
    "landlock": "files opened by permission only; no TCP, no signals to the outside",
    "uid": "a user that nobody else is, with 64 threads at most",
    "capabilities": "no power of root",
    "seccomp": "the system calls that computing needs: no process, program or socket",
}
