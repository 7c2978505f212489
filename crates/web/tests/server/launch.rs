//! Starting, letting in, stopping.

use crate::browser::ask;
use crate::running::running;
use footbridge_app::{App, World};
use footbridge_web::{Options, Routes, ServeError, bind};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::Arc;

#[test]
fn the_launch_address_leads_to_the_first_page() {
    let server = running();
    assert!(server.url.starts_with(&format!("http://127.0.0.1:{}/?code=", server.port)));
    let launched = server.stranger("GET", &format!("/?code={}", server.code())).send();
    let cookie = launched.header("set-cookie").split(';').next().expect("a cookie").to_owned();
    let first = server.stranger("GET", launched.header("location")).header("Cookie", &cookie).send();
    assert_eq!((first.status, first.header("content-type")), (200, "text/html; charset=utf-8"));
}

#[test]
fn a_script_gets_in_with_the_token_from_the_file() {
    let server = running();
    let reply = server.stranger("GET", "/api/session").header("Authorization", &format!("Bearer {}", server.token())).send();
    assert_eq!(reply.status, 200, "{}", reply.text());
    assert_eq!(reply.json()["sample"], false);
}

#[cfg(unix)]
#[test]
fn only_this_user_reads_the_token_and_it_goes_with_the_server() {
    use std::os::unix::fs::PermissionsExt;
    let mut server = running();
    let mode = std::fs::metadata(&server.token_file).expect("the token file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    server.stop();
    assert!(!server.token_file.exists());
    assert!(TcpStream::connect(("127.0.0.1", server.port)).is_err(), "the port is free again");
}

/// A window that keeps its connection open does not keep the server from stopping.
#[test]
fn an_idle_connection_does_not_hold_up_the_end() {
    let mut server = running();
    let mut idle = TcpStream::connect(("127.0.0.1", server.port)).expect("the server listens");
    let request = format!("GET /api/session HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nCookie: {}\r\n\r\n", server.port, server.cookie());
    std::io::Write::write_all(&mut idle, request.as_bytes()).expect("the head is taken");
    let mut first = [0; 12];
    std::io::Read::read_exact(&mut idle, &mut first).expect("an answer");
    assert_eq!(&first, b"HTTP/1.1 200");
    server.stop();
}

#[test]
fn a_taken_port_is_named() {
    let other = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let port = other.local_addr().expect("an address").port();
    let app = App::new(World::real(&std::env::temp_dir()).expect("this machine can run the app")).expect("the built-in course is sound");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let refused = runtime.block_on(bind(Routes::default(), Arc::new(app), Options { port, ..Options::default() }));
    let Err(error @ ServeError::PortTaken { .. }) = refused else { panic!("the port is taken") };
    assert_eq!(error.to_string(), format!("port {port} on 127.0.0.1 is used by another program"));
}

/// Two starts know nothing of one another: neither token nor code of one opens the other.
#[test]
fn the_keys_of_one_start_do_not_open_another() {
    let (one, other) = (running(), running());
    let cookie = format!("footbridge-{}={}", other.port, one.token());
    assert_eq!(ask(other.port, "GET", "/api/session").header("Cookie", &cookie).send().status, 401);
    assert_eq!(ask(other.port, "GET", &format!("/?code={}", one.code())).send().status, 401);
}
