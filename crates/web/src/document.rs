use crate::refusal::{ErrorCode, ErrorView};
use crate::routes;
use utoipa::openapi::path::Operation;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{ContentBuilder, Ref, ResponseBuilder, SecurityRequirement};
use utoipa::{Modify, OpenApi};

/// The document of the whole API before its routes are added.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Footbridge",
        description = "The API of the local Footbridge server. It listens on 127.0.0.1 only. Scripts send `Authorization: Bearer <token>` with \
            the token from the file that the terminal names at the start; browsers carry a cookie. Bodies are `application/json`, 1 MB at most; only a file that is taken in is `application/octet-stream`, 20 MB at most.",
    ),
    components(schemas(ErrorView, ErrorCode)),
    modifiers(&Doors),
    tags(
        (name = "session", description = "What the app is running on, who the learner is"),
        (name = "plan", description = "Today, the path, the calendar"),
        (name = "work", description = "Lessons and exercises: answer, run, check"),
        (name = "practice", description = "Interview questions, and what is to be recalled"),
        (name = "evidence", description = "What is proven, and the portfolio made of it"),
        (name = "resume", description = "The résumé, its variants, what becomes of it on paper"),
        (name = "people", description = "Contacts and what happened with them; private, and never sent on"),
        (name = "jobs", description = "Job descriptions, companies and applications; private, and never sent on"),
        (name = "decide", description = "Decisions with RICE, MoSCoW or a matrix"),
        (name = "roadmap", description = "Roadmaps: checked, drawn, taken to other tools"),
        (name = "guide", description = "Reference pages and prompts"),
        (name = "files", description = "The person's own files as tables"),
    )
)]
pub(crate) struct Document;

/// The OpenAPI document of every route below `/api`, as indented JSON with a final newline.
pub fn openapi() -> String {
    let (_, mut document) = routes::api().split_for_parts();
    for item in document.paths.paths.values_mut() {
        for operation in item.get.iter_mut() {
            add_refusals(operation, &FROM_GUARDS);
        }
        for operation in [&mut item.put, &mut item.post].into_iter().flatten() {
            add_refusals(operation, &FROM_GUARDS);
            add_refusals(operation, &FROM_CHANGES);
            add_refusals(operation, if operation.request_body.is_some() { &FROM_BODIES } else { &[] });
        }
    }
    let mut text = document.to_pretty_json().expect("a document of strings, numbers and maps with string keys is always JSON");
    text.push('\n');
    text
}

/// How a request proves that it may come in.
struct Doors;

impl Modify for Doors {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let components = document.components.get_or_insert_default();
        let bearer =
            HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some("The token in the file that the terminal names.")).build();
        components.add_security_scheme("bearer", SecurityScheme::Http(bearer));
        let cookie = ApiKeyValue::with_description("footbridge-<port>", "Set when the launch address is opened.");
        components.add_security_scheme("cookie", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
        document.security = Some(vec![SecurityRequirement::new("bearer", [""; 0]), SecurityRequirement::new("cookie", [""; 0])]);
    }
}

/// What any request can be answered with, besides what its handler says.
const FROM_GUARDS: [(ErrorCode, &str); 5] = [
    (ErrorCode::NoSession, "No session, or one of an earlier start"),
    (ErrorCode::WrongHost, "The `Host` header does not name this server"),
    (ErrorCode::Ours, "A fault of Footbridge"),
    (ErrorCode::World, "The folder or the machine stands in the way"),
    (ErrorCode::TooSlow, "It took longer than 120 seconds"),
];

/// The same for requests that change something.
const FROM_CHANGES: [(ErrorCode, &str); 1] = [(ErrorCode::CrossSite, "The request came from another site")];

/// The same for requests with a body.
const FROM_BODIES: [(ErrorCode, &str); 3] = [
    (ErrorCode::Unreadable, "Not possible as asked, or the body cannot be read"),
    (ErrorCode::TooLarge, "The body is larger than 1 MB"),
    (ErrorCode::NotJson, "The body is not `application/json`"),
];

/// What the handler itself says about a status stays.
fn add_refusals(operation: &mut Operation, refusals: &[(ErrorCode, &str)]) {
    for (code, description) in refusals {
        let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("ErrorView"))).build();
        let response = ResponseBuilder::new().description(*description).content("application/json", content).build();
        operation.responses.responses.entry(code.status().as_u16().to_string()).or_insert_with(|| response.into());
    }
}
