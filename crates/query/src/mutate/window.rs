//! Windows: partition, order, frame, and the neighbouring function.

use super::ordering::other_keys;
use sqlparser::ast::{
    Expr, Function, Ident, ObjectName, ObjectNamePart, WindowFrame, WindowFrameBound, WindowFrameUnits, WindowSpec, WindowType,
};

pub(super) fn of(expr: &Expr) -> Vec<Expr> {
    let Expr::Function(function) = expr else { return Vec::new() };
    let Some(WindowType::WindowSpec(spec)) = &function.over else { return Vec::new() };
    let others: &[&str] = match named(function).as_str() {
        "row_number" => &["rank"],
        "rank" => &["dense_rank", "row_number"],
        "dense_rank" => &["rank"],
        "lag" => &["lead"],
        "lead" => &["lag"],
        "first_value" => &["last_value"],
        "last_value" => &["first_value"],
        _ => &[],
    };
    let mut found: Vec<Function> = others.iter().map(|other| renamed(function, other)).collect();
    let framed =
        !matches!(named(function).as_str(), "row_number" | "rank" | "dense_rank" | "percent_rank" | "cume_dist" | "ntile" | "lag" | "lead");
    found.extend(specs(spec, framed).into_iter().map(|spec| Function { over: Some(WindowType::WindowSpec(spec)), ..function.clone() }));
    found.into_iter().map(Expr::Function).collect()
}

/// Another partition, order or frame. Functions that rank or look at another row have no frame: SQL gives them the whole partition.
fn specs(spec: &WindowSpec, framed: bool) -> Vec<WindowSpec> {
    let mut found = Vec::new();
    for at in 0..spec.partition_by.len() {
        let mut fewer = spec.clone();
        fewer.partition_by.remove(at);
        found.push(fewer);
    }
    if !spec.order_by.is_empty() {
        found.push(WindowSpec { order_by: Vec::new(), window_frame: None, ..spec.clone() });
    }
    found.extend(other_keys(&spec.order_by).into_iter().map(|order_by| WindowSpec { order_by, ..spec.clone() }));
    match &spec.window_frame {
        None if framed && !spec.order_by.is_empty() => {
            let window_frame = WindowFrame {
                units: WindowFrameUnits::Rows,
                start_bound: WindowFrameBound::Preceding(None),
                end_bound: Some(WindowFrameBound::CurrentRow),
            };
            found.push(WindowSpec { window_frame: Some(window_frame), ..spec.clone() });
        }
        None => {}
        Some(frame) => {
            found.push(WindowSpec { window_frame: None, ..spec.clone() });
            let units = if frame.units == WindowFrameUnits::Rows { WindowFrameUnits::Range } else { WindowFrameUnits::Rows };
            found.push(WindowSpec { window_frame: Some(WindowFrame { units, ..frame.clone() }), ..spec.clone() });
        }
    }
    found
}

/// A function's name, in small letters.
pub(super) fn named(function: &Function) -> String {
    function.name.to_string().to_lowercase()
}

/// The same call of another function.
pub(super) fn renamed(function: &Function, name: &str) -> Function {
    Function { name: ObjectName(vec![ObjectNamePart::Identifier(Ident::new(name))]), ..function.clone() }
}
