//! Shows the last turn to browsers on this machine and tells them about the next.
//!
//! In: turns. Out: pages, made when a browser asks for them, with the bytes that a build would write and one
//! script element more. No request ever becomes the path of a file: an address is looked up in the plan of
//! the site, which is in memory. Watches nothing, builds nothing, prints nothing.

mod answer;
mod apology;
mod bind;
mod events;
mod gate;
mod media;
mod preview;
mod print;
mod route;
mod show;
mod token;
mod wire;

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use tokio::runtime::Builder;
use tokio::sync::watch;

use super::Turn;
use preview::Preview;

pub use bind::{Address, BindError, FIRST_PORT, Host, LAST_PORT, Port};

/// Where the preview's own script is found: at the root of the host, where no site can be in its way.
const SCRIPT_PATH: &str = "/__greenroom/live.js";

/// The turns that a server shows, as the one who makes them holds it; the server ends when all are dropped.
#[derive(Clone, Debug)]
pub struct Showing(watch::Sender<Arc<Turn>>);

impl Showing {
    /// Shows `turn` from now on and wakes every browser that listens.
    pub fn show(&self, turn: Arc<Turn>) {
        // The last turn is dropped here, in the caller's time: taking a large site apart keeps no one waiting.
        drop(self.0.send_replace(turn));
    }
}

/// The turns that a server shows, as the server holds it.
#[derive(Clone, Debug)]
pub struct Turns(watch::Receiver<Arc<Turn>>);

/// Begins with `turn`.
pub fn channel(turn: Arc<Turn>) -> (Showing, Turns) {
    let (sender, receiver) = watch::channel(turn);
    (Showing(sender), Turns(receiver))
}

/// How a server behaves.
#[derive(Clone, Default, Debug)]
pub struct Settings {
    /// Whether browsers go to the page that a turn changed.
    pub follow: bool,
    /// Further names that the server answers to: `name`, good for any port, or `name:port`.
    pub allowed_hosts: Vec<String>,
    /// What is more than a person at a browser needs.
    pub limits: Limits,
}

/// What strangers cannot exceed; only tests need others than [`Limits::default`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// How long the head of a request may take, and how long a connection may be idle.
    pub head: Duration,
    /// How long a browser may read nothing of an answer.
    pub stall: Duration,
    /// How often a silent stream of events says that it is alive.
    pub heartbeat: Duration,
    /// Connections at one time; further ones wait.
    pub connections: usize,
    /// Streams of events at one time; further ones are refused.
    pub listeners: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            head: Duration::from_secs(10),
            stall: Duration::from_secs(30),
            heartbeat: Duration::from_secs(15),
            connections: 256,
            listeners: 32,
        }
    }
}

/// A server that has its port and answers nothing yet.
#[derive(Debug)]
pub struct Server {
    listeners: Vec<TcpListener>,
    address: SocketAddr,
    open: bool,
}

impl Server {
    /// Takes a port; from then on browsers may connect, and wait.
    ///
    /// # Errors
    ///
    /// When the port that was asked for cannot be had, or no other.
    pub fn bind(address: &Address) -> Result<Server, BindError> {
        let listeners = bind::listen(address)?;
        let first = listeners.first().expect("a socket was opened, or there was an error");
        let at = first
            .local_addr()
            .map_err(|error| BindError::Refused(SocketAddr::from(([0, 0, 0, 0], 0)), error))?;
        Ok(Server { listeners, address: at, open: address.host.is_open() })
    }

    /// Where it is found.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address to open in a browser of this machine, for a site below `base_path`, which has a slash at both ends.
    pub fn url(&self, base_path: &str) -> String {
        let port = self.address.port();
        match self.address.ip() {
            // Every interface is one that this machine has, and none that a browser could open.
            ip if ip.is_unspecified() => format!("http://127.0.0.1:{port}{base_path}"),
            _ => format!("http://{}{base_path}", self.address),
        }
    }

    /// Whether it listens on every address of this machine.
    pub fn is_everywhere(&self) -> bool {
        self.address.ip().is_unspecified()
    }

    /// The addresses to open in a browser of another machine, as far as they can be known, when this one listens on all
    /// of its own.
    pub fn urls_of_others(&self, base_path: &str) -> Vec<String> {
        let port = self.address.port();
        let url = |ip| format!("http://{}{base_path}", SocketAddr::new(ip, port));
        bind::towards_others(self.address.ip()).into_iter().map(url).collect()
    }

    /// Answers until every [`Showing`] is dropped.
    ///
    /// # Errors
    ///
    /// When the system gives no sockets to wait on, or no random numbers.
    pub fn serve(self, turns: Turns, settings: Settings) -> io::Result<()> {
        let preview = Preview::new(turns.0.clone(), settings, self.address.port(), self.open)?;
        // Connections need little; pages are made on the other threads.
        let runtime = Builder::new_current_thread()
            .enable_all()
            .max_blocking_threads(std::thread::available_parallelism().map_or(2, |cores| cores.get().max(2)))
            .build()?;
        let served = runtime.block_on(preview::serve(self.listeners, Arc::new(preview), turns.0));
        // A page that is being made keeps nobody from leaving.
        runtime.shutdown_background();
        served
    }
}
