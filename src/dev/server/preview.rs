//! Connections and what is said on them: who may ask, what they asked for, and who makes it.
//!
//! One thread holds all connections; whatever takes a processor longer than reading a head is done elsewhere.

use std::convert::Infallible;
use std::future::poll_fn;
use std::io;
use std::net::{IpAddr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::sync::{Semaphore, watch};
use tokio::task::spawn_blocking;

use super::answer::{self, Made};
use super::events::{Seen, Watched, events};
use super::gate::{self, Names, Refusal};
use super::route::{Route, name, route};
use super::token::Token;
use super::wire::Wire;
use super::{Settings, apology, media, show};
use crate::base::path::decoded;
use crate::dev::Turn;

/// The script that runs in browsers: the badge, then what feeds it.
const SCRIPT: &str = concat!(include_str!("../client/problems.js"), include_str!("../client/live.js"));
/// How it looks.
const STYLE: &str = include_str!("../client/live.css");

/// The most bytes of a request's head; a target has a limit of its own.
const HEAD: usize = 32 * 1024;
/// The most headers of a request.
const HEADERS: usize = 100;

const TOKEN: Refusal = Refusal {
    status: StatusCode::FORBIDDEN,
    words: "only pages of this preview may listen; reload the page",
};
const CROWDED: Refusal =
    Refusal { status: StatusCode::SERVICE_UNAVAILABLE, words: "too many pages listen; close some" };
const UNKNOWN: Refusal = Refusal { status: StatusCode::NOT_FOUND, words: "the preview has no such address" };

/// What all connections share.
pub struct Preview {
    turns: watch::Receiver<Arc<Turn>>,
    settings: Settings,
    names: Names,
    token: Token,
    seen: Arc<Seen>,
    seats: Arc<Semaphore>,
}

/// What is known of a request besides its head.
struct Peer {
    /// The address of this machine at which it arrived.
    here: IpAddr,
    /// Whether a target on this connection had a fragment.
    fragment: Arc<AtomicBool>,
}

impl Preview {
    /// A preview at `port`; an error when there is no randomness to be had.
    pub fn new(
        turns: watch::Receiver<Arc<Turn>>,
        settings: Settings,
        port: u16,
        open: bool,
    ) -> io::Result<Preview> {
        let names = Names::new(port, &settings.allowed_hosts, open);
        let seats = Arc::new(Semaphore::new(settings.limits.listeners));
        Ok(Preview { turns, settings, names, token: Token::new()?, seen: Arc::default(), seats })
    }
}

/// Answers on every socket until there will be no more turns.
pub async fn serve(
    listeners: Vec<TcpListener>,
    preview: Arc<Preview>,
    mut turns: watch::Receiver<Arc<Turn>>,
) -> io::Result<()> {
    let listeners: io::Result<Vec<_>> =
        listeners.into_iter().map(tokio::net::TcpListener::from_std).collect();
    tokio::spawn(accept(listeners?, preview));
    while turns.changed().await.is_ok() {}
    Ok(())
}

async fn accept(listeners: Vec<tokio::net::TcpListener>, preview: Arc<Preview>) {
    let places = Arc::new(Semaphore::new(preview.settings.limits.connections));
    loop {
        // Who comes when all places are taken waits outside, and is let in when a slow one is dropped.
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        let next = |cx: &mut Context<'_>| {
            let mut come = listeners.iter().map(|listener| listener.poll_accept(cx));
            come.find(Poll::is_ready).unwrap_or(Poll::Pending)
        };
        let Ok((tcp, _)) = poll_fn(next).await else {
            // Out of sockets: those who leave give some back.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        // Without this a small answer waits for the other side, 40 ms at a time (Nagle and delayed ACK).
        let _ = tcp.set_nodelay(true);
        let Ok(here) = tcp.local_addr() else { continue };
        let preview = Arc::clone(&preview);
        tokio::spawn(async move {
            let limits = preview.settings.limits;
            let wire = Wire::new(tcp, limits.stall);
            let peer = Arc::new(Peer { here: here.ip().to_canonical(), fragment: wire.fragment() });
            let service = service_fn(|request| {
                let (preview, peer) = (Arc::clone(&preview), Arc::clone(&peer));
                async move { Ok::<_, Infallible>(preview.answer(&request, &peer).await) }
            });
            let served = http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(limits.head)
                .max_headers(HEADERS)
                .max_header_size(HEAD)
                .serve_connection(TokioIo::new(wire), service);
            // Whatever is wrong with a connection is the browser's to notice.
            let _ = served.await;
            drop(place);
        });
    }
}

impl Preview {
    async fn answer(self: Arc<Preview>, request: &Request<Incoming>, peer: &Peer) -> Response {
        let (method, headers) = (request.method(), request.headers());
        let admitted = match gate::admit(method, request.uri(), headers, &self.names, peer.here) {
            Ok(_) if peer.fragment.load(Ordering::Relaxed) => Err(gate::FRAGMENT),
            admitted => admitted,
        };
        let path = match admitted {
            Ok(path) => path,
            Err(refusal) => return answer::refused(refusal, method),
        };
        match path.strip_prefix("/__greenroom/") {
            Some("live.js") => file("live.js", SCRIPT, method),
            Some("live.css") => file("live.css", STYLE, method),
            Some("apology.css") => file("apology.css", apology::STYLE, method),
            Some("alive") => answer::nothing(),
            Some("events") => self.listen(request),
            Some(_) => answer::refused(UNKNOWN, method),
            None => self.page(path, request).await,
        }
    }

    async fn page(&self, path: String, request: &Request<Incoming>) -> Response {
        let turn = Arc::clone(&self.turns.borrow());
        let target = match route(&turn, &path) {
            Route::Show(target) => target,
            Route::Elsewhere(to) => {
                return answer::elsewhere(&to, request.uri().query(), request.method());
            }
        };
        let token = self.token.clone();
        // The turn goes along: should it be the last hold on an old site, that is not taken apart here.
        let made = spawn_blocking(move || {
            let shown = show::show(&turn, &target);
            let bytes = match &shown.held {
                Some(held) => {
                    let script = show::script(&token.to_string(), &name(&target, &path), held, turn.number);
                    Bytes::from(show::with_script(&shown.bytes, &script))
                }
                None => shown.bytes,
            };
            Made::new(shown.status, shown.media, bytes)
        });
        match made.await {
            Ok(made) => made.answer(request.method(), request.headers()),
            // Only when the process ends: a panic was caught where the page is made.
            Err(_) => answer::refused(CROWDED, request.method()),
        }
    }

    fn listen(&self, request: &Request<Incoming>) -> Response {
        let (method, query) = (request.method(), request.uri().query().unwrap_or_default());
        let field = |name: &str| field(query, name).unwrap_or_default();
        if !gate::is_from_here(request.headers()) || !self.token.is(&field("token")) {
            return answer::refused(TOKEN, method);
        }
        if *method == Method::HEAD {
            return answer::stream(Body::empty());
        }
        let Ok(seat) = Arc::clone(&self.seats).try_acquire_owned() else {
            return answer::refused(CROWDED, method);
        };
        let watched = Watched { page: field("page"), has: field("has").parse().ok() };
        let turns = self.turns.clone();
        let Settings { follow, limits, .. } = &self.settings;
        let events = events(turns, Arc::clone(&self.seen), *follow, watched, seat, limits);
        answer::stream(events.into_response().into_body())
    }
}

fn file(name: &str, text: &'static str, method: &Method) -> Response {
    answer::whole(StatusCode::OK, media::of(name), Bytes::from_static(text.as_bytes()), method)
}

/// A field of a query as forms write it.
fn field(query: &str, name: &str) -> Option<String> {
    let fields = query.split('&').map(|field| field.split_once('=').unwrap_or((field, "")));
    let mut named = fields.filter(|(found, _)| *found == name);
    named.next().map(|(_, value)| decoded(&value.replace('+', " ")))
}
