"""Whole frames in, whole frames out, under one deadline, whatever the other end does."""

from __future__ import annotations

import contextlib
import socket
import threading
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.sandbox.line import Line
from grader.sandbox.wire import FRAME, MAX_HEADER, MAX_PAYLOAD, Closed, Encoder, WireError


@pytest.fixture
def ends():
    ours, theirs = socket.socketpair()
    line = Line(ours)
    yield line, theirs
    line.close()
    theirs.close()


def soon(seconds=0.2):
    return time.monotonic() + seconds


def test_frames_sent_in_one_burst_arrive_one_after_the_other(ends):
    line, theirs = ends
    theirs.sendall(b"".join(Encoder().frame(number) for number in range(5)))
    assert [line.receive(soon()) for _ in range(5)] == [[n] for n in range(5)]


def test_a_frame_may_be_larger_than_what_the_socket_holds(ends):
    line, theirs = ends
    array = np.arange(10**6, dtype=float)
    other = Line(theirs)
    sender = threading.Thread(target=line.send, args=(Encoder().frame(array), soon(10)))
    sender.start()
    (back,) = other.receive(soon(10))
    sender.join()
    assert np.array_equal(back, array)


def test_bytes_that_trickle_in_make_a_frame(ends):
    line, theirs = ends
    frame = Encoder().frame("slow", 1)

    def trickle():
        for byte in frame:
            theirs.send(bytes([byte]))

    thread = threading.Thread(target=trickle)
    thread.start()
    assert line.receive(soon(10)) == ["slow", 1]
    thread.join()


def test_a_trickle_does_not_move_the_deadline(ends):
    line, theirs = ends
    stop = threading.Event()

    def trickle():
        theirs.send(FRAME.pack(1000, 0))
        while not stop.wait(0.02):
            theirs.send(b"x")

    thread = threading.Thread(target=trickle)
    thread.start()
    with pytest.raises(TimeoutError):
        line.receive(soon())
    stop.set()
    thread.join()


def test_silence_ends_at_the_deadline_and_a_past_deadline_at_once(ends):
    line, _ = ends
    with pytest.raises(TimeoutError):
        line.receive(soon(0.05))
    with pytest.raises(TimeoutError):
        line.receive(soon(-1))


def test_sending_to_one_who_does_not_read_ends_at_the_deadline(ends):
    line, _ = ends
    with pytest.raises(TimeoutError):
        line.send(bytes(10**7), soon())


@pytest.mark.parametrize("lengths", [(2**32 - 1, 0), (0, 2**63), (MAX_HEADER + 1, 0)])
def test_a_length_beyond_the_limits_is_refused_before_anything_is_read(ends, lengths):
    line, theirs = ends
    theirs.sendall(FRAME.pack(*lengths))
    with pytest.raises(WireError, match="larger than allowed"):
        line.receive(soon())
    assert MAX_HEADER < MAX_PAYLOAD < 2**30


@pytest.mark.parametrize("sent", [b"", b"\x01", FRAME.pack(10, 0), FRAME.pack(10, 0) + b"half"])
def test_an_end_that_hangs_up_is_closed_wherever_it_does(ends, sent):
    line, theirs = ends
    theirs.sendall(sent)
    theirs.close()
    with pytest.raises(Closed):
        line.receive(soon())


def test_sending_to_an_end_that_hung_up_is_closed(ends):
    line, theirs = ends
    theirs.close()
    with pytest.raises(Closed):
        line.send(bytes(10**6), soon())


@given(st.binary(min_size=1, max_size=200))
def test_random_bytes_are_a_message_or_one_of_our_errors(noise):
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(noise)
        theirs.shutdown(socket.SHUT_WR)
        with contextlib.suppress(WireError, TimeoutError):
            assert isinstance(Line(ours).receive(soon()), list)
