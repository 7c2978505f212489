//! What the columns of an export mean.

use crate::sql;

/// What a column holds, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// Whole or broken numbers.
    Number,
    /// Days, or days with a time.
    Time,
    /// Named parts within one value.
    Struct,
    /// A list of values.
    List,
    /// Anything else.
    Other,
}

/// One column of the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name as the file writes it.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
}

/// Files that hold the same kind of rows, each a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Names of the tables.
    pub names: Vec<String>,
    /// The columns they share.
    pub columns: Vec<Column>,
}

/// Whose export it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Amplitude's Export API.
    Amplitude,
    /// Mixpanel's raw event export.
    Mixpanel,
    /// Google Analytics 4, exported from BigQuery.
    GoogleAnalytics4,
    /// Any table with a user, a time and an event in columns.
    Plain,
}

/// Columns named by hand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// Who did it.
    pub user: Option<String>,
    /// When.
    pub time: Option<String>,
    /// What.
    pub event: Option<String>,
    /// What makes a row one of a kind; rows that repeat it count once.
    pub id: Option<String>,
    /// By what to tell rows apart.
    pub by: Option<String>,
}

/// What a column is looked for as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Who did it.
    User,
    /// When.
    Time,
    /// What.
    Event,
    /// What makes a row one of a kind.
    Id,
    /// By what to tell rows apart.
    By,
    /// The HTTP status.
    Status,
    /// The time an answer took.
    Latency,
    /// The key or client that asked.
    Key,
}

impl Part {
    /// The option that names it.
    pub fn option(self) -> &'static str {
        match self {
            Self::User => "--user",
            Self::Time => "--time",
            Self::Event => "--event",
            Self::Id => "--id",
            Self::By => "--by",
            Self::Status => "--status",
            Self::Latency => "--latency",
            Self::Key => "--key",
        }
    }

    /// What columns are usually called that hold it, the surest first.
    fn usual(self) -> &'static [&'static str] {
        match self {
            Self::User => {
                &["user_id", "distinct_id", "user_pseudo_id", "user", "userid", "customer_id", "account_id", "anonymous_id", "uid"]
            }
            Self::Time => &["event_time", "timestamp", "ts", "time", "occurred_at", "created_at", "event_timestamp", "datetime", "date"],
            Self::Event => &["event", "event_name", "event_type", "action", "name"],
            Self::Status => &["status", "status_code", "http_status", "code"],
            Self::Latency => &["latency_ms", "duration_ms", "latency", "response_time_ms", "duration", "response_time", "elapsed_ms"],
            Self::Key => &["key_id", "api_key", "key", "client_id", "account_id"],
            Self::Id | Self::By => &[],
        }
    }
}

/// What the rows mean: a piece of SQL for each part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Whose export it is.
    pub shape: Shape,
    pub(crate) tables: Vec<String>,
    pub(crate) user: Option<String>,
    pub(crate) event: Option<String>,
    pub(crate) time: String,
    pub(crate) time_kind: Kind,
    pub(crate) ids: Vec<String>,
    pub(crate) by: Option<By>,
    /// What each part was read from, for people: `user_id`, `properties.time`.
    pub told: Vec<(Part, String)>,
}

/// By what rows are told apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct By {
    /// The heading of its column.
    pub(crate) heading: String,
    pub(crate) found: Place,
}

/// Where a value stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    /// A piece of SQL about one row.
    Value(String),
    /// A parameter in Google's list of keys and values. In some Parquet files each pair stands one level deeper, in an `element`.
    Parameter { list: String, element: &'static str, key: String, fields: Vec<&'static str> },
}

/// Where Google keeps the value of a parameter, by its type.
const PARAMETER_FIELDS: [&str; 4] = ["string_value", "int_value", "float_value", "double_value"];

/// Columns in which Google keeps parameters.
const PARAMETER_LISTS: [&str; 2] = ["event_params", "user_properties"];

/// A part that no column was found for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// Which.
    pub part: Part,
    /// The column that was asked for.
    pub asked: Option<String>,
    /// The column is there, but holds several values.
    pub is_nested: bool,
    /// The columns there are.
    pub columns: Vec<String>,
}

impl Unread {
    /// A part for which no column is called as usual.
    pub(crate) fn of(table: &Table, part: Part) -> Self {
        Self { part, asked: None, is_nested: false, columns: table.columns.iter().map(|column| column.name.clone()).collect() }
    }
}

impl Shape {
    /// Whose export has these columns.
    pub fn of(columns: &[Column]) -> Self {
        let has = |name: &str| columns.iter().any(|column| column.name == name);
        let is_struct = |name: &str| columns.iter().any(|column| column.name == name && column.kind == Kind::Struct);
        match () {
            () if has("event") && is_struct("properties") => Self::Mixpanel,
            () if has("event_type") && has("event_time") && has("amplitude_id") => Self::Amplitude,
            () if has("event_name") && has("event_timestamp") && has("user_pseudo_id") => Self::GoogleAnalytics4,
            () => Self::Plain,
        }
    }

    /// Its name, and what is known about its times and users.
    pub fn says(self) -> &'static str {
        match self {
            Self::Amplitude => "An Amplitude export: times are UTC; a user is an `amplitude_id`; rows with the same `uuid` count once.",
            Self::Mixpanel => {
                "A Mixpanel raw export: seconds or milliseconds since 1970; a user is a `distinct_id`; rows with the same event, user, time and `$insert_id` count once."
            }
            Self::GoogleAnalytics4 => {
                "A Google Analytics 4 export from BigQuery: `event_timestamp` is in microseconds, UTC; a user is a `user_pseudo_id`, which is one browser or device."
            }
            Self::Plain => {
                "A table with its own columns. Rows that repeat count each time, unless a column is named that makes them one of a kind (`--id`)."
            }
        }
    }
}

impl Reading {
    /// What the engine must be asked before the query can be written: parts of values that may not be there, each a piece of SQL.
    pub fn doubtful(&self) -> Vec<(Part, String)> {
        let parts = self.told.iter().map(|(part, _)| *part);
        let value = |part: Part| match part {
            Part::User => self.user.clone(),
            Part::Event => self.event.clone(),
            Part::Time => Some(self.time.clone()),
            Part::By => self.by.as_ref().and_then(|by| match &by.found {
                Place::Value(value) => Some(value.clone()),
                Place::Parameter { .. } => None,
            }),
            _ => None,
        };
        parts.filter_map(|part| Some((part, value(part)?))).filter(|(_, value)| value.contains("['")).collect()
    }

    /// Fields of a parameter that a file need not have, each as a piece of SQL. Those that are not there are left out by [`Self::keep`].
    pub fn parameter_fields(&self) -> Vec<(&'static str, String)> {
        match &self.by {
            Some(By { found: Place::Parameter { list, element, fields, .. }, .. }) => {
                fields.iter().map(|field| (*field, format!("{list}[1]{element}['value']['{field}']"))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Leaves out the fields of a parameter that are not there.
    pub fn keep(&mut self, there: &[&str]) {
        if let Some(By { found: Place::Parameter { fields, .. }, .. }) = &mut self.by {
            fields.retain(|field| there.contains(field));
        }
    }

    /// Whether times are written as text, which may hold dates or numbers.
    pub fn times_are_text(&self) -> bool {
        self.time_kind == Kind::Text
    }

    /// Names of the tables.
    pub fn tables(&self) -> &[String] {
        &self.tables
    }
}

/// Decides what the columns mean. A table of requests needs neither users nor events.
pub fn read(table: &Table, names: &Names, needs: &[Part]) -> Result<Reading, Unread> {
    let shape = Shape::of(&table.columns);
    let finder = Finder { table, shape };
    let mut told = Vec::new();
    let mut find = |part: Part, asked: &Option<String>| -> Result<Option<String>, Unread> {
        if !needs.contains(&part) {
            return Ok(None);
        }
        let (heading, value) = finder.find(part, asked.as_deref())?;
        told.push((part, heading));
        Ok(Some(value))
    };
    let user = find(Part::User, &names.user)?;
    let event = find(Part::Event, &names.event)?;
    let mut time = find(Part::Time, &names.time)?.unwrap_or_else(|| "null".to_owned());
    let mut time_kind = match (shape, &names.time) {
        (Shape::Mixpanel | Shape::GoogleAnalytics4, None) => Kind::Number,
        _ => finder.kind_of(&time),
    };
    if time_kind == Kind::Other {
        // Of a part of a value the type is not known; as text it may be a date or a number.
        time = format!("cast({time} as varchar)");
        time_kind = Kind::Text;
    }
    let ids = match &names.id {
        Some(id) => vec![finder.find(Part::Id, Some(id))?.1],
        None if !needs.contains(&Part::User) => Vec::new(),
        None => finder.ids(&time),
    };
    let by = match &names.by {
        None => None,
        Some(asked) => {
            told.push((Part::By, asked.clone()));
            let found = finder.place(asked).ok_or_else(|| finder.unread(Part::By, Some(asked)))?;
            if matches!(&found, Place::Value(value) if finder.is_nested(value)) {
                return Err(finder.nested(Part::By, asked));
            }
            Some(By { heading: asked.clone(), found })
        }
    };
    Ok(Reading { shape, tables: table.names.clone(), user, event, time, time_kind, ids, by, told })
}

/// The column that a part is read from: the one that was asked for, or the one that is known to hold it.
pub fn column_of(table: &Table, part: Part, asked: Option<&str>) -> Result<String, Unread> {
    let finder = Finder { table, shape: Shape::of(&table.columns) };
    finder.find(part, asked).map(|(heading, _)| heading)
}

/// Name and value of the column of a part of a request log. Without one that was asked for, none is needed.
pub(crate) fn optional(table: &Table, part: Part, asked: Option<&str>) -> Result<Option<(String, String)>, Unread> {
    let finder = Finder { table, shape: Shape::of(&table.columns) };
    match (asked, finder.find(part, asked)) {
        (_, Ok(found)) => Ok(Some(found)),
        (None, Err(_)) => Ok(None),
        (Some(_), Err(unread)) => Err(unread),
    }
}

struct Finder<'t> {
    table: &'t Table,
    shape: Shape,
}

impl Finder<'_> {
    /// Name and value of a part.
    fn find(&self, part: Part, asked: Option<&str>) -> Result<(String, String), Unread> {
        if let Some(asked) = asked {
            return match self.place(asked) {
                Some(Place::Value(value)) if self.is_nested(&value) => Err(self.nested(part, asked)),
                Some(Place::Value(value)) => Ok((asked.to_owned(), value)),
                _ => Err(self.unread(part, Some(asked))),
            };
        }
        let own = match (self.shape, part) {
            (Shape::Amplitude, Part::User) => Some("amplitude_id"),
            (Shape::Amplitude, Part::Time) => Some("event_time"),
            (Shape::Amplitude, Part::Event) => Some("event_type"),
            (Shape::Mixpanel, Part::User) => Some("properties.distinct_id"),
            (Shape::Mixpanel, Part::Time) => Some("properties.time"),
            (Shape::Mixpanel, Part::Event) => Some("event"),
            (Shape::GoogleAnalytics4, Part::User) => Some("user_pseudo_id"),
            (Shape::GoogleAnalytics4, Part::Time) => Some("event_timestamp"),
            (Shape::GoogleAnalytics4, Part::Event) => Some("event_name"),
            _ => None,
        };
        let usual = || {
            let column = |usual: &&str| self.table.columns.iter().find(|column| column.name.eq_ignore_ascii_case(usual));
            part.usual().iter().find_map(column).map(|column| column.name.clone())
        };
        let Some(name) = own.map(str::to_owned).or_else(usual) else { return Err(self.unread(part, None)) };
        match self.place(&name) {
            Some(Place::Value(value)) if self.is_nested(&value) => Err(self.nested(part, &name)),
            Some(Place::Value(value)) => Ok((name, value)),
            _ => Err(self.unread(part, None)),
        }
    }

    /// `plan` is a column, `device.category` a part of one, and in exports that keep properties in one column a property's bare name will do.
    fn place(&self, asked: &str) -> Option<Place> {
        if self.column(asked).is_some() {
            return Some(Place::Value(sql::name(asked)));
        }
        if let Some((first, rest)) = asked.split_once('.') {
            let parameter =
                |list: String, element| Place::Parameter { list, element, key: rest.to_owned(), fields: PARAMETER_FIELDS.to_vec() };
            match self.column(first).map(|column| column.kind) {
                Some(Kind::Struct) if self.shape == Shape::GoogleAnalytics4 && PARAMETER_LISTS.contains(&first) => {
                    return Some(parameter(format!("{}['list']", sql::name(first)), "['element']"));
                }
                Some(Kind::Struct) => {
                    let parts: String = rest.split('.').map(|part| format!("[{}]", sql::text(part))).collect();
                    return Some(Place::Value(format!("{}{parts}", sql::name(first))));
                }
                Some(Kind::List) if self.shape == Shape::GoogleAnalytics4 => return Some(parameter(sql::name(first), "")),
                _ => {}
            }
        }
        match self.shape {
            Shape::Mixpanel => Some(Place::Value(format!("{}[{}]", sql::name("properties"), sql::text(asked)))),
            _ => None,
        }
    }

    fn column(&self, name: &str) -> Option<&Column> {
        self.table.columns.iter().find(|column| column.name == name)
    }

    fn kind_of(&self, value: &str) -> Kind {
        let found = self.table.columns.iter().find(|column| sql::name(&column.name) == value);
        found.map_or(Kind::Other, |column| column.kind)
    }

    fn ids(&self, time: &str) -> Vec<String> {
        match self.shape {
            Shape::Amplitude if self.column("uuid").is_some() => vec![sql::name("uuid")],
            Shape::Mixpanel => vec![time.to_owned(), format!("{}[{}]", sql::name("properties"), sql::text("$insert_id"))],
            _ => Vec::new(),
        }
    }

    fn is_nested(&self, value: &str) -> bool {
        matches!(self.kind_of(value), Kind::Struct | Kind::List)
    }

    fn nested(&self, part: Part, asked: &str) -> Unread {
        Unread { is_nested: true, ..self.unread(part, Some(asked)) }
    }

    fn unread(&self, part: Part, asked: Option<&str>) -> Unread {
        Unread { asked: asked.map(str::to_owned), ..Unread::of(self.table, part) }
    }
}
