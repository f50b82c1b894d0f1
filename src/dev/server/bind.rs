//! Takes a port of this machine: the one that was asked for, or the next that is free.
//!
//! In: where to listen. Out: listening sockets that accept nothing yet. Browsers ask for `localhost` under
//! both of its addresses, so the port is taken under both where that can be had.

use std::fmt;
use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, UdpSocket};
use std::str::FromStr;

/// The first port that is tried when none was asked for.
pub const FIRST_PORT: u16 = 1111;
/// The last one: a hundred previews at once are a mistake somewhere else.
pub const LAST_PORT: u16 = 1210;

/// Where a preview is to be found.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Address {
    /// On which network interface.
    pub host: Host,
    /// At which port.
    pub port: Port,
}

/// The interface that a preview listens on.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Host {
    /// Only this machine: `127.0.0.1` and, where there is one, `[::1]`.
    #[default]
    Loopback,
    /// An address that others may reach.
    At(IpAddr),
}

impl Host {
    /// Whether machines other than this one may reach it: something to warn of.
    pub fn is_open(self) -> bool {
        matches!(self, Host::At(address) if !address.is_loopback())
    }
}

impl FromStr for Host {
    type Err = String;

    /// Reads `localhost` or the address of an interface.
    fn from_str(text: &str) -> Result<Host, String> {
        if text.eq_ignore_ascii_case("localhost") {
            return Ok(Host::Loopback);
        }
        let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
        bare.parse().map(Host::At).map_err(|_| {
            format!("`{text}` is no address: write `localhost`, `0.0.0.0` for every interface, or the number of one")
        })
    }
}

/// Which port a preview takes.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Port {
    /// The first free one from [`FIRST_PORT`] to [`LAST_PORT`].
    #[default]
    NextFree,
    /// This one and no other; 0 lets the system choose.
    Exactly(u16),
}

/// The addresses of this machine that `any`, which stands for all, has towards other machines: those that its routes
/// would send from. Connecting a UDP socket asks for the route and sends nothing; the addresses asked for are those
/// of examples (RFC 5737, RFC 3849).
pub fn towards_others(any: IpAddr) -> Vec<IpAddr> {
    let v4: [IpAddr; 2] = [Ipv4Addr::UNSPECIFIED.into(), Ipv4Addr::new(192, 0, 2, 1).into()];
    let v6: [IpAddr; 2] =
        [Ipv6Addr::UNSPECIFIED.into(), Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1).into()];
    // A socket for all addresses of the sixth version takes those of the fourth, too, on most systems.
    let ways = if any.is_ipv4() { vec![v4] } else { vec![v4, v6] };
    let from = |[here, there]: [IpAddr; 2]| {
        let socket = UdpSocket::bind((here, 0)).ok()?;
        socket.connect((there, 9)).ok()?;
        let ip = socket.local_addr().ok()?.ip();
        (!ip.is_unspecified() && !ip.is_loopback()).then_some(ip)
    };
    ways.into_iter().filter_map(from).collect()
}

/// Why there is no port.
#[derive(Debug)]
pub enum BindError {
    /// Another program listens there.
    Taken(SocketAddr),
    /// All that were tried are taken.
    NoneFree(IpAddr),
    /// No interface has the address.
    NoInterface(IpAddr),
    /// The system refuses.
    Refused(SocketAddr, io::Error),
}

impl fmt::Display for BindError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BindError::Taken(at) => write!(
                out,
                "port {} of {} is taken by another program: choose another with `--port`, or leave `--port` out \
                 to get the next one that is free",
                at.port(),
                at.ip()
            ),
            BindError::NoneFree(ip) => write!(
                out,
                "every port of {ip} from {FIRST_PORT} to {LAST_PORT} is taken: name a free one with `--port`, or \
                 `--port 0` to get any"
            ),
            BindError::NoInterface(ip) => write!(
                out,
                "no network interface of this machine has the address {ip}: leave `--host` out to be found on \
                 this machine, or write `--host 0.0.0.0` for every interface"
            ),
            BindError::Refused(at, error) if error.kind() == ErrorKind::PermissionDenied => write!(
                out,
                "the system does not let this program listen on port {}: ports below 1024 are often kept back; \
                 choose another with `--port`",
                at.port()
            ),
            BindError::Refused(at, error) => {
                write!(out, "{at} cannot be listened on: {error}; choose another port with `--port`")
            }
        }
    }
}

impl std::error::Error for BindError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            BindError::Refused(_, error) => Some(error),
            BindError::Taken(_) | BindError::NoneFree(_) | BindError::NoInterface(_) => None,
        }
    }
}

/// The sockets that listen at an address, the one that is named first.
pub fn listen(address: &Address) -> Result<Vec<TcpListener>, BindError> {
    let ip = match address.host {
        Host::Loopback => IpAddr::V4(Ipv4Addr::LOCALHOST),
        Host::At(ip) => ip,
    };
    match address.port {
        Port::Exactly(port) => {
            let first = one(SocketAddr::new(ip, port))?;
            // What was asked for is had; that another program has `[::1]` harms nobody who is told `127.0.0.1`.
            let second = beside(address.host, &first).ok().flatten();
            Ok(std::iter::once(first).chain(second).collect())
        }
        Port::NextFree => next_free(address.host, ip),
    }
}

fn next_free(host: Host, ip: IpAddr) -> Result<Vec<TcpListener>, BindError> {
    for port in FIRST_PORT..=LAST_PORT {
        let both = one(SocketAddr::new(ip, port)).and_then(|first| {
            // Were the other half of `localhost` another program's, a browser would show that.
            let second = beside(host, &first)?;
            Ok(std::iter::once(first).chain(second).collect())
        });
        match both {
            Err(BindError::Taken(_)) => {}
            done => return done,
        }
    }
    Err(BindError::NoneFree(ip))
}

fn one(at: SocketAddr) -> Result<TcpListener, BindError> {
    let opened = TcpListener::bind(at).and_then(|listener| {
        listener.set_nonblocking(true)?;
        Ok(listener)
    });
    opened.map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => BindError::Taken(at),
        ErrorKind::AddrNotAvailable => BindError::NoInterface(at.ip()),
        _ => BindError::Refused(at, error),
    })
}

/// The same port of the other loopback address; none where the machine has no IPv6.
fn beside(host: Host, first: &TcpListener) -> Result<Option<TcpListener>, BindError> {
    let Ok(at) = first.local_addr() else { return Ok(None) };
    if host != Host::Loopback {
        return Ok(None);
    }
    match one(SocketAddr::new(IpAddr::V6(Ipv6Addr::LOCALHOST), at.port())) {
        Ok(second) => Ok(Some(second)),
        Err(BindError::Taken(at)) => Err(BindError::Taken(at)),
        Err(_) => Ok(None),
    }
}
