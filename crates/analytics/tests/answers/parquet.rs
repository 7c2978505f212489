//! Parquet files with nested columns, written by hand: one row group, one plain page a column, after the format's own description
//! (<https://parquet.apache.org/docs/file-format/>).

/// A node of the schema.
pub(crate) struct Node {
    pub(crate) name: &'static str,
    pub(crate) repetition: Repetition,
    pub(crate) kind: NodeKind,
}

#[derive(Clone, Copy)]
pub(crate) enum Repetition {
    Required = 0,
    Optional = 1,
    Repeated = 2,
}

pub(crate) enum NodeKind {
    Group { is_list: bool, children: Vec<Node> },
    Leaf(Leaf),
}

/// A column's values. Each entry has its repetition and definition level.
pub(crate) enum Leaf {
    Text(Vec<(u8, u8, Option<String>)>),
    Whole(Vec<(u8, u8, Option<i64>)>),
    Broken(Vec<(u8, u8, Option<f64>)>),
}

/// A file of these columns.
pub(crate) fn file(rows: i64, columns: Vec<Node>) -> Vec<u8> {
    let mut writer = Writer { bytes: b"PAR1".to_vec(), schema: Vec::new(), chunks: Vec::new() };
    let root = Node { name: "schema", repetition: Repetition::Required, kind: NodeKind::Group { is_list: false, children: columns } };
    writer.node(&root, &[], (0, 0), true);
    let mut row_group = Thrift::default();
    row_group.list(1, 12, &writer.chunks);
    row_group.long(2, 0);
    row_group.long(3, rows);
    let mut footer = Thrift::default();
    footer.int(1, 1);
    footer.list(2, 12, &writer.schema);
    footer.long(3, rows);
    footer.list(4, 12, &[row_group.end()]);
    let (footer, mut bytes) = (footer.end(), writer.bytes);
    bytes.extend(&footer);
    bytes.extend(u32::try_from(footer.len()).expect("a small footer").to_le_bytes());
    bytes.extend(b"PAR1");
    bytes
}

struct Writer {
    bytes: Vec<u8>,
    schema: Vec<Vec<u8>>,
    chunks: Vec<Vec<u8>>,
}

impl Writer {
    /// `levels` are the highest repetition and definition level above the node.
    fn node(&mut self, node: &Node, path: &[&'static str], levels: (u8, u8), is_root: bool) {
        let levels = match node.repetition {
            Repetition::Required => levels,
            Repetition::Optional => (levels.0, levels.1 + 1),
            Repetition::Repeated => (levels.0 + 1, levels.1 + 1),
        };
        let mut path = path.to_vec();
        if !is_root {
            path.push(node.name);
        }
        let mut element = Thrift::default();
        if let NodeKind::Leaf(leaf) = &node.kind {
            element.int(1, leaf.physical());
        }
        if !is_root {
            element.int(3, node.repetition as i64);
        }
        element.text(4, node.name);
        match &node.kind {
            NodeKind::Group { is_list, children } => {
                element.int(5, i64::try_from(children.len()).expect("few"));
                if *is_list {
                    element.int(6, 3);
                }
                self.schema.push(element.end());
                children.iter().for_each(|child| self.node(child, &path, levels, false));
            }
            NodeKind::Leaf(leaf) => {
                if matches!(leaf, Leaf::Text(_)) {
                    element.int(6, 0);
                }
                self.schema.push(element.end());
                self.chunk(leaf, &path, levels);
            }
        }
    }

    fn chunk(&mut self, leaf: &Leaf, path: &[&'static str], most: (u8, u8)) {
        let entries = leaf.levels();
        let mut page = Vec::new();
        for (most, levels) in
            [(most.0, entries.iter().map(|entry| entry.0).collect::<Vec<u8>>()), (most.1, entries.iter().map(|entry| entry.1).collect())]
        {
            if most > 0 {
                // Runs of one: the length doubled, then the value in a byte.
                let runs: Vec<u8> = levels.iter().flat_map(|level| [2, *level]).collect();
                page.extend(u32::try_from(runs.len()).expect("small").to_le_bytes());
                page.extend(runs);
            }
        }
        page.extend(leaf.plain());
        let (count, size) = (i64::try_from(entries.len()).expect("few"), i64::try_from(page.len()).expect("small"));
        let mut data = Thrift::default();
        for (field, value) in [(1, count), (2, 0), (3, 3), (4, 3)] {
            data.int(field, value);
        }
        let mut header = Thrift::default();
        for (field, value) in [(1, 0), (2, size), (3, size)] {
            header.int(field, value);
        }
        header.of(5, &data.end());
        let (header, offset) = (header.end(), i64::try_from(self.bytes.len()).expect("small"));
        let whole = i64::try_from(header.len()).expect("small") + size;
        self.bytes.extend(header);
        self.bytes.extend(page);
        let mut meta = Thrift::default();
        meta.int(1, leaf.physical());
        meta.list(2, 5, &[zigzag(0), zigzag(3)]);
        meta.list(3, 8, &path.iter().map(|name| counted(name.as_bytes())).collect::<Vec<_>>());
        meta.int(4, 0);
        for (field, value) in [(5, count), (6, whole), (7, whole), (9, offset)] {
            meta.long(field, value);
        }
        let mut chunk = Thrift::default();
        chunk.long(2, offset);
        chunk.of(3, &meta.end());
        self.chunks.push(chunk.end());
    }
}

impl Leaf {
    fn physical(&self) -> i64 {
        match self {
            Self::Whole(_) => 2,
            Self::Broken(_) => 5,
            Self::Text(_) => 6,
        }
    }

    fn levels(&self) -> Vec<(u8, u8)> {
        match self {
            Self::Text(entries) => entries.iter().map(|entry| (entry.0, entry.1)).collect(),
            Self::Whole(entries) => entries.iter().map(|entry| (entry.0, entry.1)).collect(),
            Self::Broken(entries) => entries.iter().map(|entry| (entry.0, entry.1)).collect(),
        }
    }

    fn plain(&self) -> Vec<u8> {
        match self {
            Self::Text(entries) => entries
                .iter()
                .filter_map(|entry| entry.2.as_ref())
                .flat_map(|text| {
                    let length = u32::try_from(text.len()).expect("short").to_le_bytes();
                    length.into_iter().chain(text.bytes()).collect::<Vec<u8>>()
                })
                .collect(),
            Self::Whole(entries) => entries.iter().filter_map(|entry| entry.2).flat_map(i64::to_le_bytes).collect(),
            Self::Broken(entries) => entries.iter().filter_map(|entry| entry.2).flat_map(f64::to_le_bytes).collect(),
        }
    }
}

/// A struct of Thrift's compact protocol.
#[derive(Default)]
struct Thrift {
    bytes: Vec<u8>,
    last: u8,
}

impl Thrift {
    fn field(&mut self, field: u8, kind: u8) {
        self.bytes.push((field - self.last) << 4 | kind);
        self.last = field;
    }

    fn int(&mut self, field: u8, value: i64) {
        self.field(field, 5);
        self.bytes.extend(zigzag(value));
    }

    fn long(&mut self, field: u8, value: i64) {
        self.field(field, 6);
        self.bytes.extend(zigzag(value));
    }

    fn text(&mut self, field: u8, text: &str) {
        self.field(field, 8);
        self.bytes.extend(counted(text.as_bytes()));
    }

    fn of(&mut self, field: u8, inner: &[u8]) {
        self.field(field, 12);
        self.bytes.extend(inner);
    }

    fn list(&mut self, field: u8, kind: u8, items: &[Vec<u8>]) {
        self.field(field, 9);
        match u8::try_from(items.len()) {
            Ok(few @ 0..=14) => self.bytes.push(few << 4 | kind),
            _ => {
                self.bytes.push(0xf0 | kind);
                self.bytes.extend(varint(u64::try_from(items.len()).expect("a count")));
            }
        }
        items.iter().for_each(|item| self.bytes.extend(item));
    }

    fn end(mut self) -> Vec<u8> {
        self.bytes.push(0);
        self.bytes
    }
}

fn counted(bytes: &[u8]) -> Vec<u8> {
    varint(u64::try_from(bytes.len()).expect("a length")).into_iter().chain(bytes.iter().copied()).collect()
}

fn zigzag(value: i64) -> Vec<u8> {
    varint(((value << 1) ^ (value >> 63)).cast_unsigned())
}

fn varint(mut value: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = u8::try_from(value & 0x7f).expect("seven bits");
        value >>= 7;
        if value == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}
