use crate::html::push_escaped;
use roxmltree::{Document, Node, ParsingOptions};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Larger than any drawing that is made here.
const LARGEST: usize = 1_000_000;
const MOST_NODES: u32 = 50_000;
const DEEPEST: usize = 40;

/// Shapes, words and their style: nothing that links, loads, runs or is drawn more than once. Sorted.
const ELEMENTS: [&str; 21] = [
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "g",
    "line",
    "linearGradient",
    "marker",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "style",
    "svg",
    "text",
    "title",
    "tspan",
];

/// Sorted.
const ATTRIBUTES: [&str; 74] = [
    "alignment-baseline",
    "aria-describedby",
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "class",
    "clip-path",
    "clip-rule",
    "color",
    "cx",
    "cy",
    "d",
    "display",
    "dominant-baseline",
    "dx",
    "dy",
    "fill",
    "fill-opacity",
    "fill-rule",
    "font-family",
    "font-size",
    "font-style",
    "font-variant-numeric",
    "font-weight",
    "fx",
    "fy",
    "gradientTransform",
    "gradientUnits",
    "height",
    "id",
    "lang",
    "letter-spacing",
    "marker-end",
    "marker-mid",
    "marker-start",
    "markerHeight",
    "markerUnits",
    "markerWidth",
    "offset",
    "opacity",
    "orient",
    "paint-order",
    "pathLength",
    "patternTransform",
    "patternUnits",
    "points",
    "preserveAspectRatio",
    "r",
    "refX",
    "refY",
    "role",
    "rx",
    "ry",
    "shape-rendering",
    "stop-color",
    "stop-opacity",
    "stroke",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-opacity",
    "stroke-width",
    "style",
    "text-anchor",
    "transform",
    "vector-effect",
    "viewBox",
    "width",
    "x",
    "x1",
    "x2",
    "y",
    "y1",
    "y2",
];

/// Why a drawing is not carried over, in words for its owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refused(pub(crate) String);

/// The drawing, written anew from what was understood of it. An attribute that is not known refuses it: nothing is cut out silently.
pub(crate) fn written_anew(svg: &str) -> Result<String, Refused> {
    if svg.len() > LARGEST {
        return Err(Refused(format!("it is larger than {} kB", LARGEST / 1000)));
    }
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(svg, options).map_err(|error| Refused(format!("it is not well-formed: {error}")))?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" {
        return Err(Refused("it is no SVG".to_owned()));
    }
    let mut written = String::with_capacity(svg.len());
    element(root, 0, &mut written)?;
    written.push('\n');
    Ok(written)
}

fn element(node: Node<'_, '_>, depth: usize, to: &mut String) -> Result<(), Refused> {
    let name = node.tag_name().name();
    if depth > DEEPEST {
        return Err(Refused("it is nested too deeply".to_owned()));
    }
    let known = ELEMENTS.binary_search(&name).is_ok();
    if !known || node.tag_name().namespace() != Some(SVG) {
        return Err(Refused(format!("it holds `<{name}>`")));
    }
    to.push('<');
    to.push_str(name);
    if depth == 0 {
        to.push_str(" xmlns=\"");
        to.push_str(SVG);
        to.push('"');
    }
    for attribute in node.attributes() {
        let (name, value) = (attribute.name(), attribute.value());
        let known = ATTRIBUTES.binary_search(&name).is_ok();
        if !known || attribute.namespace().is_some() || !is_plain(value) {
            return Err(Refused(format!("it holds `{name}=\"{}\"`", value.chars().take(40).collect::<String>())));
        }
        to.push(' ');
        to.push_str(name);
        to.push_str("=\"");
        push_escaped(to, value);
        to.push('"');
    }
    to.push('>');
    for child in node.children() {
        if child.is_element() {
            element(child, depth + 1, to)?;
        } else if let Some(text) = child.text().filter(|_| child.is_text()) {
            // Judged as it is written: what is cut out may join what stood apart.
            let text = if name == "style" { in_light(text) } else { text.to_owned() };
            if name == "style" && !(is_plain(&text) && !text.contains('<') && !text.contains('&')) {
                return Err(Refused("its style loads something".to_owned()));
            }
            push_escaped(to, &text);
        }
    }
    to.push_str("</");
    to.push_str(name);
    to.push('>');
    Ok(())
}

/// A style without what it says for dark screens: the pages show every drawing on white, so that one without such words is legible too.
fn in_light(css: &str) -> String {
    let mut light = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find("@media") {
        let (before, rule) = rest.split_at(at);
        light.push_str(before);
        let end = end_of_block(rule);
        if !rule[..rule.find('{').unwrap_or(end).min(end)].contains("prefers-color-scheme") {
            light.push_str(&rule[..end]);
        }
        rest = &rule[end..];
    }
    light.push_str(rest);
    light.replace("light dark", "light")
}

/// The bytes up to the brace that closes the first one; all when none does.
fn end_of_block(css: &str) -> usize {
    let mut open = 0_usize;
    for (at, c) in css.char_indices() {
        match c {
            '{' => open += 1,
            '}' if open <= 1 => return at + 1,
            '}' => open -= 1,
            _ => {}
        }
    }
    css.len()
}

/// No value that leads out of the drawing or runs. `url(#…)` names another part of the same drawing.
fn is_plain(value: &str) -> bool {
    let lower: String = value.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let leads_out = lower.match_indices("url(").any(|(at, _)| !lower[at + 4..].trim_start_matches(['"', '\'']).starts_with('#'));
    let runs = ["javascript:", "expression(", "@import", "@font-face", "image(", "image-set(", "src(", "\\", "/*", "data:"];
    !leads_out
        && !runs.iter().any(|word| lower.contains(word))
        && !value.contains(|c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
}

#[cfg(test)]
mod tests {
    use super::{ATTRIBUTES, ELEMENTS, written_anew};

    #[test]
    fn what_is_allowed_is_sorted() {
        assert!(ELEMENTS.is_sorted() && ATTRIBUTES.is_sorted());
    }

    #[test]
    fn a_drawing_of_shapes_and_words_is_carried_over() {
        let svg = "<?xml version=\"1.0\"?><!-- made here --><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\" role=\"img\"><title>A &amp; B</title>\
                   <style>.a { color-scheme: light dark } @media (prefers-color-scheme: dark) { .a { fill: #fff } } @media print { .a { fill: #000 } }</style><g class=\"a\"><path d=\"M0 0h10\" fill=\"url(#g)\"/>\
                   <text x=\"1\" y=\"2\">x<tspan dy=\"1\">y</tspan></text></g></svg>";
        let written = written_anew(svg).unwrap();
        insta::assert_snapshot!(written, @r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" role="img"><title>A &amp; B</title><style>.a { color-scheme: light }  @media print { .a { fill: #000 } }</style><g class="a"><path d="M0 0h10" fill="url(#g)"></path><text x="1" y="2">x<tspan dy="1">y</tspan></text></g></svg>"##);
        assert_eq!(written_anew(&written), Ok(written.clone()), "writing it again changes nothing");
    }

    #[test]
    fn what_runs_loads_or_links_is_refused() {
        for inside in [
            "<script>alert(1)</script>",
            "<foreignObject/>",
            "<a href=\"https://example.org\"/>",
            "<image href=\"x.png\"/>",
            "<use href=\"#a\"/>",
            "<set attributeName=\"x\"/>",
            "<animate/>",
            "<rect onload=\"alert(1)\"/>",
            "<rect onclick=\"alert(1)\"/>",
            "<rect fill=\"url(https://example.org/a)\"/>",
            "<rect fill=\"url( 'HTTP://a')\"/>",
            "<rect style=\"background:u\\72l(x)\"/>",
            "<style>@import 'x';</style>",
            "<style>a{b:url(x)}</style>",
            "<style>@imp@media (prefers-color-scheme: dark){}ort 'https://example.org';</style>",
            "<style>a{b:u@media (prefers-color-scheme: dark){}rl(https://example.org)}</style>",
            "<style>&lt;/style&gt;</style>",
            "<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">1</x:script>",
            "<rect xmlns:x=\"http://www.w3.org/1999/xlink\" x:href=\"javascript:1\"/>",
            "<rect href=\"javascript:1\"/>",
            "<g",
            "<g></b>",
        ] {
            assert!(written_anew(&format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>")).is_err(), "{inside}");
        }
        for svg in
            ["", "words", "<html/>", "<svg/>", "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>"]
        {
            assert!(written_anew(svg).is_err(), "{svg}");
        }
        let deep = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{}{}</svg>", "<g>".repeat(5_000), "</g>".repeat(5_000));
        assert!(written_anew(&deep).is_err());
    }
}
