//! Addresses: where they lead, and what asking for them does.

use crate::running::running_onboarded;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream, UdpSocket};
use std::time::Duration;

/// Nothing outside the front end and outside `site/` is ever served, however the way there is written.
#[test]
fn no_way_leads_out_of_the_served_folders() {
    let server = running_onboarded();
    std::fs::create_dir_all(server.folder.join("site")).expect("a folder of the test's own");
    std::fs::write(server.folder.join("site/index.html"), "<p>mine</p>").expect("a file of the test's own");
    std::fs::write(server.folder.join("site/.hidden"), "secret-marker").expect("a file of the test's own");
    std::fs::write(server.folder.join("secret.txt"), "secret-marker").expect("a file of the test's own");
    assert_eq!(server.get("/portfolio/").text(), "<p>mine</p>");
    let absolute = server.folder.join("secret.txt").display().to_string();
    let mut ways: Vec<String> =
        ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%2e%2e%2fsecret.txt", "/./../secret.txt", "/..%5csecret.txt"]
            .iter()
            .chain(
                ["/x/../../secret.txt", "/.hidden", "/%2ehidden", "//secret.txt", "/..%00/secret.txt", "/%2e%2e%2f%2e%2e%2fetc%2fpasswd"]
                    .iter(),
            )
            .map(|way| format!("/portfolio{way}"))
            .collect();
    let previewed: Vec<String> = ways.iter().map(|way| way.replacen("/portfolio", "/portfolio-preview", 1)).collect();
    ways.extend(previewed);
    ways.push(format!("/portfolio/{absolute}"));
    ways.push(format!("/portfolio/{}", absolute.replace('/', "%2f")));
    for way in [
        "/../Cargo.toml",
        "/../package.json",
        "/assets/../../package.json",
        "/assets/%2e%2e/%2e%2e/package.json",
        "/..%2fpackage.json",
        "/.gitignore",
    ] {
        ways.push(way.to_owned());
    }
    ways.push("/assets//etc/passwd".to_owned());
    ways.push("//etc/passwd.txt".to_owned());
    for way in &ways {
        let reply = server.get(way);
        assert!(matches!(reply.status, 400 | 404), "{way}: {}", reply.status);
        for marker in ["secret-marker", "root:", "\"name\"", "!.gitignore"] {
            assert!(!reply.text().contains(marker), "{way} gives {marker}");
        }
    }
}

/// Links and images are GETs, and browsers send those from anywhere.
#[test]
fn a_get_changes_nothing() {
    let server = running_onboarded();
    let document = server.get("/api/openapi.json").json();
    let page = server.get("/api/guide").json()["pages"][0]["id"].as_str().expect("the Guide has pages").to_owned();
    let filled = |path: &str| path.replace("{id}", "lesson-one-request").replace("{page}", &page).replace("{name}", "interview");
    // Only writing that holds more than its starter becomes a post.
    let begun = server.signed_in("POST", "/api/work/weekly-teardown/start").send().json();
    let written = serde_json::json!({"text": "# Stripe\n", "base_hash": begun["hash"]});
    assert_eq!(server.signed_in("PUT", "/api/work/weekly-teardown/answer").json(&written).send().status, 200);
    // And only a résumé that is begun has a page.
    assert_eq!(server.signed_in("POST", "/api/resume").send().status, 200);
    let added = server.signed_in("POST", "/api/people/contacts").json(&serde_json::json!({"name": "Somebody"})).send();
    let contact = format!("contacts/{}", added.json()["line"]["id"].as_str().expect("a contact has an id"));
    let id_of = |reply: serde_json::Value| reply["line"]["id"].as_str().expect("it has an id").to_owned();
    let begun = server.signed_in("POST", "/api/applications").json(&serde_json::json!({"company": "Acme", "role": "TPM"})).send();
    let kept = server.signed_in("POST", "/api/companies").json(&serde_json::json!({"name": "Acme"})).send();
    let applied = id_of(begun.json());
    let sent =
        server.signed_in("POST", &format!("/api/applications/{applied}/sent")).json(&serde_json::json!({"letter": "Dear all"})).send();
    let hash = sent.json()["letter"]["hash"].as_str().expect("a letter has a hash").to_owned();
    let (application, company) = (format!("applications/{applied}"), format!("companies/{}", id_of(kept.json())));
    let mock = server.signed_in("POST", "/api/mocks").json(&serde_json::json!({"kind": "behavioural", "questions": 1})).send();
    let mock = format!("mocks/{}", id_of(mock.json()));
    let before = server.files();
    let filled = |path: &str| {
        let own = path
            .replace("applications/{id}", &application)
            .replace("kept/{hash}", &format!("kept/{hash}"))
            .replace("companies/{id}", &company)
            .replace("mocks/{id}", &mock)
            .replace("decide/{method}", "decide/rice")
            .replace("bank/{id}", "bank/sd-mumbai-virginia");
        filled(
            &own.replace("cards/{id}", "cards/sd-mumbai-virginia")
                .replace("{id}/post", "weekly-teardown/post")
                .replace("contacts/{id}", &contact),
        )
    };
    let mut asked = 0;
    for (path, item) in document["paths"].as_object().expect("paths") {
        let reply = server.get(&filled(path));
        if item.get("get").is_some() {
            assert_eq!(reply.status, 200, "{path}: {}", reply.text());
            asked += 1;
        } else {
            assert_eq!((reply.status, reply.code().as_str()), (405, "wrong-method"), "{path}");
            assert_ne!(reply.header("allow"), "", "{path} says what it takes");
        }
    }
    assert!(asked > 10, "{asked} addresses were asked");
    assert_eq!(server.files(), before);
}

/// Only this machine is listened to: on any other address of it nobody answers.
#[test]
fn no_other_interface_is_listened_on() {
    let server = running_onboarded();
    let reached = |address: IpAddr| TcpStream::connect_timeout(&SocketAddr::new(address, server.port), Duration::from_secs(5)).is_ok();
    assert!(reached(Ipv4Addr::LOCALHOST.into()));
    // On Linux all of 127/8 is this machine, so a server on every interface would answer here.
    let mut others: Vec<IpAddr> = vec![Ipv4Addr::new(127, 0, 0, 2).into(), Ipv6Addr::LOCALHOST.into()];
    // The address that would be used to speak to another machine. Nothing is sent.
    let outward = UdpSocket::bind("0.0.0.0:0").and_then(|socket| socket.connect("192.0.2.1:9").and_then(|()| socket.local_addr()));
    others.extend(outward.ok().map(|address| address.ip()).filter(|address| !address.is_loopback() && !address.is_unspecified()));
    for address in others {
        assert!(!reached(address), "the server answers at {address}");
    }
}
