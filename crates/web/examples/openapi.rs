//! Prints the OpenAPI document.

fn main() {
    print!("{}", footbridge_web::openapi());
}
