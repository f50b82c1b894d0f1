//! A connection as the HTTP library sees it, with two things that the library does not look after.
//!
//! A reader that takes nothing for long is dropped, and a `#` in a request's target is noticed: the library
//! cuts a target there without a word, and a target that two parties read differently is how other previews
//! were broken into (CVE-2025-32395).

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Sleep, sleep};

/// A connection to a browser.
pub struct Wire {
    tcp: TcpStream,
    lines: Lines,
    fragment: Arc<AtomicBool>,
    patience: Duration,
    stalled: Option<Pin<Box<Sleep>>>,
}

impl Wire {
    /// Watches `tcp`; a write that makes no way for `patience` is an error.
    pub fn new(tcp: TcpStream, patience: Duration) -> Wire {
        Wire { tcp, lines: Lines::default(), fragment: Arc::default(), patience, stalled: None }
    }

    /// Set when a request's target had a `#`, and then for good: what follows is from the same stranger.
    pub fn fragment(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.fragment)
    }

    /// What a write gave, unless it has made no way for too long.
    fn hurry(&mut self, cx: &mut Context<'_>, wrote: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if wrote.is_ready() {
            self.stalled = None;
            return wrote;
        }
        let patience = self.patience;
        let stalled = self.stalled.get_or_insert_with(|| Box::pin(sleep(patience)));
        match stalled.as_mut().poll(cx) {
            Poll::Ready(()) => Poll::Ready(Err(io::ErrorKind::TimedOut.into())),
            Poll::Pending => Poll::Pending,
        }
    }
}

/// Where in a request head a connection is: every request here is a head and nothing else.
#[derive(Default)]
struct Lines {
    later: bool,
    length: usize,
}

impl Lines {
    /// Whether the first line of a head has a `#` in these bytes.
    fn fragment_in(&mut self, bytes: &[u8]) -> bool {
        let mut found = false;
        for byte in bytes {
            match byte {
                b'\n' => {
                    // An empty line ends a head; before a head it means nothing.
                    self.later = self.length > 0;
                    self.length = 0;
                }
                b'\r' => {}
                byte => {
                    self.length += 1;
                    found |= *byte == b'#' && !self.later;
                }
            }
        }
        found
    }
}

impl AsyncRead for Wire {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = into.filled().len();
        let read = Pin::new(&mut self.tcp).poll_read(cx, into);
        if self.lines.fragment_in(&into.filled()[before..]) {
            self.fragment.store(true, Ordering::Relaxed);
        }
        read
    }
}

impl AsyncWrite for Wire {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let wrote = Pin::new(&mut self.tcp).poll_write(cx, bytes);
        self.hurry(cx, wrote)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let wrote = Pin::new(&mut self.tcp).poll_write_vectored(cx, parts);
        self.hurry(cx, wrote)
    }

    fn is_write_vectored(&self) -> bool {
        self.tcp.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_targets_are_watched() {
        let found = |parts: &[&str]| {
            let mut lines = Lines::default();
            parts.iter().map(|part| lines.fragment_in(part.as_bytes())).collect::<Vec<_>>()
        };
        let head = "GET / HTTP/1.1\r\nX: #\r\n\r\n";
        assert_eq!(found(&[head, head, "GET /#a HTTP/1.1\r\n"]), [false, false, true]);
        assert_eq!(found(&["\r\n\r\nGET /", "#"]), [false, true]);
        assert_eq!(found(&["GET / HTTP/1.1\nX: 1\n#: #\n\n", "#"]), [false, true]);
    }
}
