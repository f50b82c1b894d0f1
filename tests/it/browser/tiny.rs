//! A web server of a few lines for pages that no preview would serve: on a port of its own, gone with its value.

use std::io::{BufRead, BufReader, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

/// A server on 127.0.0.1 that answers every request with what a function writes.
pub struct Tiny {
    address: SocketAddr,
    over: Arc<AtomicBool>,
}

impl Tiny {
    /// `answer` gets the request's target (`/a?b`) and writes the whole answer; it may keep the connection.
    pub fn new(answer: impl Fn(&str, TcpStream) + Send + Sync + 'static) -> Tiny {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let (address, over) = (listener.local_addr().unwrap(), Arc::new(AtomicBool::new(false)));
        let (ended, answer) = (Arc::clone(&over), Arc::new(answer));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if ended.load(Ordering::Relaxed) {
                    break;
                }
                let answer = Arc::clone(&answer);
                thread::spawn(move || {
                    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
                    let first = lines.next().unwrap_or_default();
                    lines.find(String::is_empty);
                    answer(first.split(' ').nth(1).unwrap_or_default(), stream);
                });
            }
        });
        Tiny { address, over }
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }
}

impl Drop for Tiny {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        drop(TcpStream::connect(self.address));
    }
}

/// Writes a whole answer.
pub fn write(mut stream: TcpStream, status: &str, kind: &str, body: &str) {
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n"
    );
    // A browser that went away meanwhile has no need of it.
    drop(write!(stream, "{head}\r\n{body}").and_then(|()| stream.shutdown(Shutdown::Write)));
}
